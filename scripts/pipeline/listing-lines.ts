import type { Span } from '../../src/shared/model.ts'
import { decodeText } from './decode-text.ts'
import type { Problem } from './problem.ts'

/**
 * One line of a file. The range includes its line break; `text` begins at `textStart` and is without the white space and
 * format characters at its ends, such as direction marks, zero-width spaces and a byte order mark, which print nothing.
 */
export interface Line extends Span {
  /** From 1. */
  number: number
  text: string
  textStart: number
}

const BREAK = /\r\n|\n|\r/g
const LEADING = /^[\s\p{Cf}]+/u
const TRAILING = /(?<![\s\p{Cf}])[\s\p{Cf}]+$/u

/** The lines of a text, in order; their ranges joined give the text back. LF, CRLF and CR all end a line. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  const add = (contentEnd: number, end: number) => {
    const content = text.slice(start, contentEnd).replace(LEADING, '')
    const textStart = contentEnd - content.length
    const shown = content.replace(TRAILING, '')
    lines.push({ number: lines.length + 1, start, end, text: shown, textStart })
    start = end
  }
  for (const match of text.matchAll(BREAK)) add(match.index, match.index + match[0].length)
  if (start < text.length) add(text.length, text.length)
  return lines
}

/** The text of a UTF-8 file, byte order mark kept, or the problem that keeps it from being one. */
export function decodeListing(
  file: string,
  bytes: Uint8Array,
): { text: string } | { problem: Problem } {
  if (bytes.length === 0)
    return {
      problem: { file, line: 1, message: 'the file is empty; save the listing page again as text' },
    }
  const nul = bytes.indexOf(0)
  if (nul >= 0)
    return {
      problem: {
        file,
        line: lineAt(bytes, nul),
        message:
          'a NUL byte: this is a binary or UTF-16 file, not text; save the listing page as UTF-8 text',
      },
    }
  return decodeText(file, bytes, 'convert the file to UTF-8 or save the page again')
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let index = 0; index < offset; index++) if (bytes[index] === 0x0a) line++
  return line
}
