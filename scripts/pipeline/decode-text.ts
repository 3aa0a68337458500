import type { Problem } from './problem.ts'

/** The text of a UTF-8 file, byte order mark kept; or the problem, at the first line that is not UTF-8. */
export function decodeText(
  file: string,
  bytes: Uint8Array,
  advice = 'convert the file to UTF-8',
): { text: string } | { problem: Problem } {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  try {
    return { text: decoder.decode(bytes) }
  } catch {
    const message = `bytes that are not UTF-8, perhaps Latin-1; ${advice}`
    return { problem: { file, line: firstBadLine(bytes), message } }
  }
}

function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let start = 0
  while (start < bytes.length) {
    const lineFeed = bytes.indexOf(0x0a, start)
    const end = lineFeed < 0 ? bytes.length : lineFeed + 1
    try {
      decoder.decode(bytes.subarray(start, end))
    } catch {
      return line
    }
    start = end
    line++
  }
  return line
}
