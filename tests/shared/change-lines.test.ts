import { expect, test } from 'vitest'
import { describeChange, type Part, summariseChange } from '../../src/shared/change-lines.ts'
import type { Change } from '../../src/shared/model.ts'
import { changeOf } from './change-fixtures.ts'

const names = {
  paper: (id: string) => ({ text: `Title of ${id}`, path: `/papers/${id}/` }),
  topic: (id: string) => ({ text: `Label of ${id}`, path: `/topics/${id}/` }),
  hasListing: (id: string) => id !== 'gone',
}
const write = (parts: Part[]) =>
  parts.map((part) => (typeof part === 'string' ? part : `[${part.text}](${part.path})`)).join('')

/** Each line as a sentence, with what it names below. */
function told(given: Partial<Change>): string[] {
  return describeChange(changeOf(given), names).flatMap(({ sentence, items }) => [
    write(sentence),
    ...items.map((item) => `- ${write(item)}`),
  ])
}

test.each<[string, Partial<Change>, string[]]>([
  [
    'listings, one with a page',
    { listings: { added: ['005_0123456789abcdef'], removed: ['gone', 'other'] } },
    [
      'Listing [005](/listings/005_0123456789abcdef/) was added.',
      'Listings gone and [other](/listings/other/) were removed.',
    ],
  ],
  [
    'papers that came',
    { papers: { before: 3, after: 1004 }, added: ['a'] },
    ['1 paper is new: 3 before, 1,004 after.', '- [Title of a](/papers/a/)'],
  ],
  [
    'a merge, by the address where the title is taken over',
    {
      merged: [
        { id: 'a', title: 'Other Title', into: 'c' },
        { id: 'b', title: 'Title of c', into: 'c' },
      ],
    },
    [
      '2 addresses lead to another address of the same paper.',
      '- [Other Title](/papers/a/) leads to [Title of c](/papers/c/)',
      '- [b](/papers/b/) leads to [Title of c](/papers/c/)',
    ],
  ],
  [
    'a withdrawn paper, by the title it had',
    { withdrawn: [{ id: 'a', title: 'Gone' }] },
    ['1 paper was withdrawn.', '- [Gone](/papers/a/)'],
  ],
  [
    'texts',
    { titles: [{ id: 'a', before: 'Old', after: 'New' }], abstracts: ['a', 'b'] },
    [
      '1 title reads differently.',
      '- [New](/papers/a/), before: “Old”',
      '2 abstracts read differently.',
      '- [Title of a](/papers/a/)',
      '- [Title of b](/papers/b/)',
    ],
  ],
  [
    'facts, and more papers than are named',
    { facts: [{ field: 'date', papers: 60, ids: null }], seenAgain: { papers: 1, ids: ['a'] } },
    [
      '1 paper is in a further listing.',
      '- [Title of a](/papers/a/)',
      '60 papers have a different date.',
    ],
  ],
  [
    'topics',
    {
      topics: {
        added: ['t'],
        removed: [{ id: 'u', label: 'U' }],
        renamed: [{ id: 'v', before: 'V', after: 'W' }],
        revised: ['x'],
      },
      refiled: { papers: 2, ids: ['a', 'b'] },
    },
    [
      '1 topic is new.',
      '- [Label of t](/topics/t/)',
      '1 topic was removed.',
      '- U',
      '1 topic has a new name.',
      '- [W](/topics/v/), before: “V”',
      '1 topic has a different scope, area or place among the others.',
      '- [Label of x](/topics/x/)',
      '2 papers gained or lost a topic or the grade of one.',
      '- [Title of a](/papers/a/)',
      '- [Title of b](/papers/b/)',
    ],
  ],
  [
    'related papers and the map',
    { related: 12, map: { added: 1, removed: 2, moved: 90, mean: 1.3 } },
    [
      '12 papers have different related papers, or the same in a different order.',
      'On the map, 1 topic is new; 2 topics are gone; 90 topics moved, by 1.3% of its width on average.',
    ],
  ],
  ['nothing', {}, []],
])('tells %s', (_, given, lines) => {
  expect(told(given)).toEqual(lines)
})

test.each<[Partial<Change>, string]>([
  [{ added: ['a', 'b'], refiled: { papers: 1, ids: ['c'] } }, '2 new papers, 1 paper refiled'],
  [
    {
      added: ['a'],
      withdrawn: [{ id: 'b', title: 'B' }],
      abstracts: ['c'],
      facts: [{ field: 'date', papers: 1, ids: ['c'] }],
    },
    '1 new paper, 1 paper withdrawn, 1 changed text',
  ],
  [{ facts: [{ field: 'date', papers: 1, ids: ['c'] }] }, 'Changed facts'],
  [{ related: 3 }, 'Small changes'],
])('sums up what weighs most', (given, summary) => {
  expect(summariseChange(changeOf(given))).toBe(summary)
})
