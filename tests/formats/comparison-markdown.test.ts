import { expect, test } from 'vitest'
import { formatComparisonMarkdown } from '../../src/formats/comparison-markdown.ts'
import { filedPaper } from '../pipeline/topic-fixtures.ts'
import { citable } from './citation-fixtures.ts'

test('papers are columns; what none of them has is no row, and a bar in a text is no column', () => {
  const first = citable({
    id: 'a',
    title: 'A | B',
    date: { value: '2024-11-26', yearInferred: true },
    words: [{ word: 'tides', weight: 1 }],
    ...filedPaper('moon', '(salt)'),
  }).paper
  const second = citable({ id: 'b', authorCount: 3, ...filedPaper('moon') }).paper
  const context = {
    urlOf: (id: string) => `https://x.example/papers/${id}/`,
    labelOf: (topic: string) => topic.toUpperCase(),
  }
  expect(formatComparisonMarkdown([first, second], context)).toBe(`\
|  | [A \\| B](https://x.example/papers/a/) | [A paper](https://x.example/papers/b/) |
| --- | --- | --- |
| Date | Nov 26, 2024 (year inferred) |  |
| Authors |  | 3 |
| Listed | in 0 listings | in 0 listings |
| Distinctive words | tides |  |
| Topic: MOON | about | about |
| Topic: SALT | also |  |
`)
})
