import { expect, test } from 'vitest'
import { paperCard, topicCard } from '../../src/formats/card.ts'
import type { Paper, Sighting, Topic } from '../../src/shared/model.ts'
import { citable } from './citation-fixtures.ts'

const organization = { account: 'acme', name: 'Acme Labs' }
const seenOn = (datePrinted: string | null) => [{ datePrinted } as Sighting]

test.each<[Partial<Paper>, string]>([
  [{}, 'date and authors not in the source'],
  [{ organization }, 'date and authors not in the source, Acme Labs'],
  [{ authorCount: 1 }, 'date not in the source, 1 author'],
  [{ sightings: seenOn('Mar 14') }, 'Mar 14, year not in the source, authors not in the source'],
  [
    { date: { value: '2025-08-07', yearInferred: false }, authorCount: 6, organization },
    'Aug 7, 2025, 6 authors, Acme Labs',
  ],
  [
    { date: { value: '2025-08-07', yearInferred: true }, sightings: seenOn('Aug 7') },
    'Aug 7, 2025, year inferred, authors not in the source',
  ],
])('a card says what is known of a paper and what is not, %#', (known, facts) => {
  expect(paperCard(citable(known).paper, []).alt).toBe(`A paper. ${facts}.`)
})

test('a card of a topic counts further papers, if there are some', () => {
  const factsOf = (also: number) =>
    topicCard({ label: 'Tides', url: '/topics/tides/', main: 1, also } as Topic).alt
  expect(factsOf(0)).toBe('Topic Tides: 1 paper about it, as books on a shelf.')
  expect(factsOf(1)).toMatch(/^Topic Tides: 1 paper about it, .*1 .*, as books on a shelf\.$/)
})
