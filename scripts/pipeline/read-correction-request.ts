import type { TextField } from '../../src/shared/model.ts'
import { describeBrokenJson } from './broken-json.ts'
import type { Problem } from './problem.ts'

const KEYS = ['id', 'field', 'old', 'new'] as const
type Key = (typeof KEYS)[number]

/** What a reader says is wrong: the block of "Something wrong?", filled in. */
export interface CorrectionRequest {
  id: string
  field: TextField
  /** A piece of the text as published. */
  old: string
  /** What should stand there; `$…$` in it is math. */
  new: string
  /** Where each key stands in its file, from 1. */
  lines: Record<Key, number>
}

/** Controls, invisible characters that turn or join text, line ends, halves of characters, private use. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u

/**
 * Reads a request from a file that is the JSON block, or a text such as an issue with the block
 * between fences. With any problem there is no request. The file is untrusted.
 */
export function readCorrectionRequest(
  file: string,
  text: string,
): { request: CorrectionRequest | null; problems: Problem[] } {
  const refuse = (line: number, message: string) => ({
    request: null,
    problems: [{ file, line, message }],
  })
  const blocks = findBlocks(text)
  const [block] = blocks
  if (!block)
    return refuse(
      1,
      'no JSON block; give the block itself, or a text that has it between ``` lines',
    )
  if (blocks.length > 1)
    return refuse(
      (blocks[1] as Block).line,
      'a second block; it is not clear which is meant, so keep one and run this once for each',
    )
  let value: unknown
  try {
    value = JSON.parse(block.text)
  } catch (error) {
    const { line, what } = describeBrokenJson(block.text, error)
    return refuse(block.line + line - 1, `${what}; mend the block`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse(block.line, `not an object; give one with ${KEYS.join(', ')}`)
  return checkRequest(file, block, value as Record<string, unknown>)
}

interface Block {
  text: string
  /** Line of its first character, from 1. */
  line: number
}

function findBlocks(text: string): Block[] {
  if (text.trimStart().startsWith('{')) return [{ text, line: 1 }]
  return [...text.matchAll(/^```(?:json)?[ \t]*\r?\n([\s\S]*?)^```/gm)].map((match) => ({
    text: match[1] as string,
    line: text.slice(0, match.index).split('\n').length + 1,
  }))
}

function checkRequest(
  file: string,
  block: Block,
  value: Record<string, unknown>,
): { request: CorrectionRequest | null; problems: Problem[] } {
  const lines = Object.fromEntries(KEYS.map((key) => [key, lineOfKey(block, key)])) as Record<
    Key,
    number
  >
  const problems: Problem[] = []
  const refuse = (line: number, message: string) => problems.push({ file, line, message })
  for (const key of KEYS) {
    const part = value[key]
    if (typeof part !== 'string' || part.trim() === '')
      refuse(lines[key], `"${key}" is missing or empty; fill it in`)
    else if (UNPRINTABLE.test(part))
      refuse(
        lines[key],
        `"${key}" has a control or invisible character at ${part.search(UNPRINTABLE) + 1}; take it out`,
      )
  }
  // In "old" it may stand: that is what is to be corrected.
  if (typeof value.new === 'string' && value.new.includes('\ufffd'))
    refuse(lines.new, '"new" has \ufffd where a character was lost; write that character')
  for (const key of Object.keys(value).filter((name) => !KEYS.some((known) => known === name)))
    refuse(
      lineOfKey(block, key),
      `${JSON.stringify(key)} is not known here; the block has ${KEYS.join(', ')}`,
    )
  if (problems.length > 0) return { request: null, problems }

  const request = { ...(value as Omit<CorrectionRequest, 'lines'>), lines }
  if (!['title', 'abstract'].includes(request.field))
    refuse(
      lines.field,
      `"${request.field}" is no field that a request can correct; give "title" or "abstract", or write the correction of a fact by hand, as docs/maintaining.md says`,
    )
  if (request.old === request.new)
    refuse(lines.new, '"new" is the same as "old"; say what should stand there')
  return problems.length > 0 ? { request: null, problems } : { request, problems }
}

function lineOfKey({ text, line }: Block, key: string): number {
  const at = text.search(new RegExp(`${JSON.stringify(key).replace(/[^\w"]/g, '\\$&')}\\s*:`))
  return line + (at === -1 ? 0 : text.slice(0, at).split('\n').length - 1)
}
