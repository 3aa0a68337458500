import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCorrectionRequest } from '../../scripts/pipeline/read-correction-request.ts'
import { correctionBlock } from '../../src/shared/correction-request.ts'

const request = { id: 'a-work', field: 'title', old: 'A Wrok', new: 'A Work' }

function read(text: string) {
  const { request: found, problems } = readCorrectionRequest('f', text)
  return { found, told: problems.map(({ line, message }) => `${line}: ${message}`) }
}

test('the block of a paper page, once filled in, is read with the line of each part', () => {
  const block = correctionBlock({ id: 'a-work', title: 'A Wrok' }).replace('""', '"A Work"')
  const lines = { id: 2, field: 3, old: 4, new: 5 }
  expect(read(block).found).toEqual({ ...request, lines })
})

test('the block of a paper page as it comes asks to be filled in', () => {
  expect(read(correctionBlock({ id: 'a-work', title: 'A Wrok' })).told).toEqual([
    '5: "new" is missing or empty; fill it in',
  ])
})

test('a text around the block, and line ends of any kind, change only the lines', () => {
  const text = `Hello\r\n\r\n\`\`\`json\r\n${JSON.stringify(request)}\r\n\`\`\`\r\nThanks`
  expect(read(text).found).toEqual({ ...request, lines: { id: 4, field: 4, old: 4, new: 4 } })
})

describe('is refused', () => {
  test.each([
    [{ field: 'date' }, /^3: "date" is no field that a request can correct; .* by hand/],
    [{ old: 7 }, /^4: "old" is missing or empty/],
    [{ new: ' ' }, /^5: "new" is missing or empty/],
    [{ new: 'A\u0007' }, /^5: "new" has a control or invisible character at 2/],
    [{ new: 'A\u202e' }, /^5: "new" has a control or invisible character at 2/],
    [{ new: 'A\nB' }, /^5: "new" has a control or invisible character at 2/],
    [{ new: 'Mat\ufffdrn' }, /^5: "new" has \ufffd where a character was lost/],
    [{ new: 'A Wrok' }, /^5: "new" is the same as "old"/],
    [{ 'why?': 'x' }, /^6: "why\?" is not known here/],
  ])('%j', (change, message) => {
    const { found, told } = read(JSON.stringify({ ...request, ...change }, null, 2))
    expect(found).toBeNull()
    expect(told).toEqual([expect.stringMatching(message)])
  })

  test.each([
    ['', /^1: no JSON block/],
    ['{"id": ', /^1: not valid JSON/],
    ['So it is:\n\n```\n{\n  "id": "a"\n  "field": "title"\n}\n```\n', /^6: not valid JSON/],
    ['```json\n[]\n```', /^2: not an object/],
    ['```\n{}\n```\n```\n{}\n```', /^5: a second block/],
  ])('%j', (text, message) => {
    expect(read(text).told).toEqual([expect.stringMatching(message)])
  })
})

test('whatever the text, there is a request or a problem, and never an exception', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.json().map((t) => `\`\`\`\n${t}\n\`\`\``),
      ),
      (text) => {
        const { found, told } = read(text)
        expect(found === null).toBe(told.length > 0)
      },
    ),
  )
})
