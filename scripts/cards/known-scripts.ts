const FOREIGN_LETTER =
  /(?=\p{L})[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u

/** Whether a text is written in what the fonts of cards have. A sign that they lack stands as a box; of a script they have nothing. */
export function hasKnownScripts(text: string): boolean {
  return !FOREIGN_LETTER.test(text)
}
