import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Clause } from '../../src/search/model.ts'
import { parseQuery } from '../../src/search/parse-query.ts'
import { queryHelp } from '../../src/search/query-help.ts'

/** The clauses of a query in short: sign, field, text. */
function shape(text: string): string[] {
  const short = (clause: Clause) => {
    const sign = clause.negated ? '-' : ''
    if (clause.kind === 'filter') return `${sign}${clause.field}=${clause.value}`
    const words = clause.quoted ? `"${clause.text}"` : clause.text
    return `${sign}${clause.scope ? `${clause.scope}=` : ''}${words}`
  }
  return parseQuery(text).groups.map((group) => group.map(short).join(' | '))
}

test.each([
  ['speculative decoding', ['speculative', 'decoding']],
  ['"theory of mind" agents', ['"theory of mind"', 'agents']],
  ['“curly quotes” too', ['"curly quotes"', 'too']],
  ['"never closed', ['"never closed"']],
  ['pruning -attention -"large model"', ['pruning', '-attention', '-"large model"']],
  ['chain-of-thought GPT-4', ['chain-of-thought', 'GPT-4']],
  ['title:survey abstract:"we show"', ['title=survey', 'abstract="we show"']],
  ['topic:kv-cache topic:"KV cache"', ['topic=kv-cache', 'topic=KV cache']],
  ['year:2023..2025', ['year=2023..2025']],
  ['year:2023-2025 year:>2023 year:<=2020', ['year=2023..2025', 'year=2024..', 'year=..2020']],
  ['-has:code missing:Date', ['-has=code', 'missing=date']],
  ['a OR b OR c d', ['a | b | c', 'd']],
  ['OR a OR', ['a']],
  ['org:qwen OR has:code', ['org=qwen | has=code']],
  [
    'pruning NOT attention NOT "large model" not',
    ['pruning', '-attention', '-"large model"', 'not'],
  ],
  ['NOT pruning !attention', ['-pruning', '-attention']],
  ['NOT ALL LAYERS', ['NOT', 'ALL', 'LAYERS']],
  ['a | b || c', ['a | b | c']],
  ['title:(survey OR review) x', ['title=survey | title=review', 'x']],
  [
    '-title:(a b) abstract:("we show" c) d',
    ['-title=a', '-title=b', 'abstract="we show"', 'abstract=c', 'd'],
  ],
  ['has:(code OR data) title:(a b', ['has=code | has=data', 'title=a', 'b']],
  ['title:(a) b title: (c d) e', ['title=a', 'b', 'title=c', 'title=d', 'e']],
  ['pass@1 a@ @b', ['pass@1', 'a@', '@b']],
  [
    'ti:a abs:b organization:c has:dataset area:theory',
    ['title=a', 'abstract=b', 'org=c', 'has=data', 'area=theory'],
  ],
  ['a OR NOT b NOT', ['a | -b']],
  ['"chain of thought"-based', ['"chain of thought"', 'based']],
  [
    '«theory of mind» ｔｉｔｌｅ：survey －pruning',
    ['"theory of mind"', 'title=survey', '-pruning'],
  ],
  ['year:2025..2023', ['year=2023..2025']],
  ['topic: kv-cache title:  survey Title: x', ['topic=kv-cache', 'title=survey', 'Title:', 'x']],
  [
    'topic:(kv-cache) (title:survey) ("theory of mind")',
    ['topic=kv-cache', 'title=survey', '"theory of mind"'],
  ],
  ['a NOT (b OR c) d', ['a', '-b', '-c', 'd']],
  ['-(a b) c -(d) e', ['-a', '-b', 'c', '-d', 'e']],
  ['-title:(a OR b) c', ['-title=a', '-title=b', 'c']],
  [
    'year:(2023 2024) organization:(qwen meta) -year:(2020 2021)',
    ['year=2023 | year=2024', 'org=qwen | org=meta', '-year=2020', '-year=2021'],
  ],
  ['(a OR b) -c [d f(x) quant*', ['a | b', '-c', 'd', 'f(x)', 'quant']],
  ['A* search*', ['A*', 'search']],
  ['', []],
  ['- " " : -- ,', []],
  ['https://example.org/x', ['https://example.org/x']],
  ['ratio 3:1 of LLM: fast', ['ratio', '3:1', 'of', 'LLM:', 'fast']],
  ["LLM:'fast' title:' title:", ["LLM:'fast'", "title:'", 'title:']],
])('%j is read', (text, expected) => {
  expect(shape(text)).toEqual(expected)
  expect(parseQuery(text).notices).toEqual([])
})

test.each([
  ['author:smith', 'names no authors', ['smith']],
  ['foo:bar', 'is no field', ['bar']],
  ['year:soon', 'is no year', []],
  ['a OR year:soon b', 'is no year', ['a', 'b']],
  ['a year:soon OR b', 'is no year', ['a', 'b']],
  ['a OR year:soon OR b', 'is no year', ['a | b']],
  ['year:>9999', 'is no year', []],
  ['arXiv:2407.21787', 'no arXiv ids and no DOIs', ['arXiv:2407.21787']],
  ['2407.21787v2', 'no arXiv ids and no DOIs', ['2407.21787v2']],
  ['https://doi.org/10.1145/1', 'no arXiv ids and no DOIs', ['https://doi.org/10.1145/1']],
  ['has:video', 'goes with code, data, model, project', []],
  ["a title:'b'", 'write title:word or title:"several words"', ['a', "title:'b'"]],
  ['intitle:-b', 'write title:word', ['intitle:-b']],
])('%j is explained', (text, message, expected) => {
  expect(parseQuery(text).notices[0]?.message).toContain(message)
  expect(shape(text)).toEqual(expected)
})

test.each(['who wrote OPERA', 'papers by Ada Lovelace', 'the author of OPERA'])(
  '%j is told that the source names no authors',
  (text) => {
    expect(parseQuery(text).notices).toMatchObject([
      { message: expect.stringContaining('whom the source does not name') },
    ])
  },
)

test.each(
  queryHelp({
    topics: [{ id: 'seagrass', label: 'Seagrass & kelp' }],
    areas: ['habitats'],
    words: ['carbon', 'reefs', 'crabs'],
    phrases: ['sandy beaches'],
    questions: ['what eats a dead whale'],
    listings: ['003'],
    accounts: ['ifremer'],
    years: [2019, 2024],
  }).flat(),
)('the example $example has a meaning', ({ example }) => {
  const { groups, notices } = parseQuery(example)
  expect(notices).toEqual([])
  expect(groups.length).toBeGreaterThan(0)
})

const piece = fc.oneof(
  fc.constantFrom(
    'a',
    '-',
    '"',
    ':',
    'OR',
    ' ',
    'title:',
    'year:',
    '2024',
    '..',
    'has:',
    '“',
    '.',
    '-x',
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
)

test('each clause means the same alone', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const clause of parseQuery(text).groups.flat()) {
        const own = parseQuery(text.slice(clause.start, clause.end)).groups
        expect(own).toEqual([[{ ...clause, start: 0, end: clause.end - clause.start }]])
      }
    }),
  )
})

test.each(['"', '-', ':', 'a:', ' OR ', '“-'])('a very long row of %j is read', (sign) => {
  expect(() => parseQuery(sign.repeat(50_000))).not.toThrow()
})
