/**
 * Text without line ends, other control characters and half characters: what a format of lines can hold. In
 * RIS a line of an abstract could otherwise end the record and begin another.
 */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
