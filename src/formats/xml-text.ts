const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** The text without the characters that XML 1.0 cannot hold in any form: controls and halves of pairs. */
export function keepXmlCharacters(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
}

/** Text for an element or a quoted attribute. */
export function escapeXml(text: string): string {
  return keepXmlCharacters(text).replace(/[&<>"]/g, (character) => ESCAPES[character]!)
}
