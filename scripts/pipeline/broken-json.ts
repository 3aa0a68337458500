/** Where a text is broken that `JSON.parse` threw for, as a line from 1, and what is wrong there. */
export function describeBrokenJson(text: string, error: unknown): { line: number; what: string } {
  const { message } = error as Error
  const told = /\(line (\d+) /.exec(message)?.[1]
  // Not every message says where; of what breaks a committed file the marks of a merge are the likeliest.
  const before = text.slice(0, Math.max(0, text.search(/^<{7} /m)))
  return {
    line: told ? Number(told) : before.split('\n').length,
    // It quotes the text, line ends and all.
    what: `not valid JSON: ${message.replace(/\s+/g, ' ')}`,
  }
}
