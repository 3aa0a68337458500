const NAME = /[\w@.~+-]+\.(?:js|css|woff2)\b/g

/** The names, without folders, of scripts, style sheets and fonts in the text of a page, script or style sheet. */
export function namedFiles(text: string): Set<string> {
  return new Set(text.match(NAME))
}
