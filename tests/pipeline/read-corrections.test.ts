import { expect, test } from 'vitest'
import { readCorrections } from '../../scripts/pipeline/read-corrections.ts'

const file = 'data/curated/corrections.yaml'

function entry(lines: string[]): string {
  return ['corrections:', '  - field: title', '    in: A printed title', ...lines].join('\n')
}

test('reads a correction of text and one of math, with their lines', () => {
  const yaml = `${entry(["    from: 'Recipefor'", "    to: 'Recipe for'", '    why: a lost line break'])}
  - field: abstract
    in: A printed title
    from: 'R^d'
    tex: '\\mathbb{R}^d'
    why: a real vector space
`
  expect(readCorrections(yaml, file)).toEqual({
    problems: [],
    facts: [],
    corrections: [
      {
        field: 'title',
        in: 'A printed title',
        from: 'Recipefor',
        to: 'Recipe for',
        why: 'a lost line break',
        line: 2,
      },
      {
        field: 'abstract',
        in: 'A printed title',
        from: 'R^d',
        to: '$\\mathbb{R}^d$',
        why: 'a real vector space',
        line: 7,
      },
    ],
  })
})

function fact(field: string, from: string, to: string): string {
  return `corrections:
  - field: ${field}
    in: A printed title
    from: ${from}
    to: ${to}
    why: as its own page says
`
}

test.each([
  ['date', 'Nov 26, 2204', '2024-11-26', { from: 'Nov 26, 2204', to: '2024-11-26' }],
  ['authorCount', '1', '12', { from: '1', to: 12 }],
  [
    'organization',
    'Qwn Qwn',
    'Qwen Qwen Team',
    { from: 'Qwn Qwn', to: { account: 'Qwen', name: 'Qwen Team' } },
  ],
])('reads a correction of %s', (field, from, to, read) => {
  const { facts, corrections, problems } = readCorrections(fact(field, from, to), file)
  expect([corrections, problems]).toEqual([[], []])
  expect(facts).toEqual([
    { field, in: 'A printed title', why: 'as its own page says', line: 2, ...read },
  ])
})

test.each([
  ['date', 'Nov 26, 2204', '2024-02-30', 5, 'give a day of the calendar as 2024-11-26'],
  ['date', "''", '2024-02-28', 4, 'give the date as printed'],
  ['authorCount', 'one', '2', 4, 'give the number that is printed'],
  ['authorCount', '1', '0', 5, 'give the number of authors'],
  ['organization', 'Qwn Qwn', 'Qwen', 5, 'give the account and the name'],
  ['comments', '1', '2', 2, 'give title, abstract, date, authorCount or organization'],
])('a correction of %s from %s to %s is told at line %i', (field, from, to, line, message) => {
  const { facts, problems } = readCorrections(fact(field, from, to), file)
  expect(facts).toEqual([])
  expect(problems).toEqual([{ file, line, message: expect.stringContaining(message) }])
})

test.each(['', 'corrections:\n', 'corrections: []\n'])('finds nothing to do in %j', (yaml) => {
  expect(readCorrections(yaml, file)).toEqual({ corrections: [], facts: [], problems: [] })
})

test.each([
  [
    'an unknown field',
    entry(['    from: a', '    to: b', '    why: because of it', '    extra: 1']),
    2,
  ],
  ['a missing reason', entry(['    from: a', '    to: b']), 2],
  ['a reason without words', entry(['    from: a', '    to: b', "    why: ' '"]), 6],
  [
    'both to and tex',
    entry(['    from: a', '    to: b', '    tex: c', '    why: because of it']),
    2,
  ],
  ['neither to nor tex', entry(['    from: a', '    why: because of it']), 2],
  ['an empty from', entry(["    from: ''", '    to: b', '    why: because of it']), 4],
  ['a wrong field name', 'corrections:\n  - field: author\n', 2],
  ['a list that is none', 'corrections: 3\n', 1],
  ['broken syntax', 'corrections:\n  - field: "title\n', 3],
])('reports %s at its line, and gives no correction', (_, yaml, line) => {
  const { corrections, problems } = readCorrections(yaml, file)
  expect(corrections).toEqual([])
  expect(problems[0]).toMatchObject({ file, line })
  expect(problems[0]?.message).not.toBe('')
})

test.each([
  ["tex: '\\frac{1}{'", '"\\frac{1}{" can\'t be set as a formula'],
  ["tex: '\\nosuchmacro x'", '"\\nosuchmacro x" can\'t be set as a formula'],
  ["tex: '\\href{https://example.org}{x}'", "can't be set as a formula"],
  ["tex: '$x$'", 'without dollar signs'],
  ["tex: ' x'", 'without dollar signs or blanks'],
  ["to: 'of $x$ and $\\frac{1}{$'", '"\\frac{1}{" can\'t be set as a formula'],
])('a formula that can not be set is told at its line: %s', (given, message) => {
  const { corrections, problems } = readCorrections(
    entry(['    from: printed', `    ${given}`, '    why: because of it']),
    file,
  )
  expect(corrections).toEqual([])
  expect(problems).toEqual([{ file, line: 5, message: expect.stringContaining(message) }])
})

test('a price is no formula', () => {
  const yaml = entry(['    from: a', "    to: 'from $5 million to 4$'", '    why: because of it'])
  expect(readCorrections(yaml, file).problems).toEqual([])
})
