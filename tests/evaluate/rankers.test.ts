import { describe, expect, test } from 'vitest'
import { rankWithFlexSearch } from '../../scripts/evaluate/rank-with-flexsearch.ts'
import { rankWithLunr } from '../../scripts/evaluate/rank-with-lunr.ts'
import { rankAsVitePress, rankWithMiniSearch } from '../../scripts/evaluate/rank-with-minisearch.ts'
import {
  answersOf,
  condensed,
  type Ranker,
  type SearchedPaper,
} from '../../scripts/evaluate/ranker.ts'

const papers: SearchedPaper[] = [
  { id: 'pigeons', title: 'A*-Posture: pigeons in 3D', abstract: 'We track birds with cameras.' },
  { id: 'cache', title: 'Compressing caches', abstract: 'We drop keys, and pigeons are far.' },
  { id: 'priors', title: 'On priors', abstract: 'We ask where they come from.' },
]

describe.each([rankWithMiniSearch, rankAsVitePress, rankWithLunr, rankWithFlexSearch])(
  '%o',
  (rankWith) => {
    const { rank } = rankWith(papers)

    test('finds a word in titles and abstracts, and each paper once', async () => {
      expect([...(await rank('pigeons'))].sort()).toEqual(['cache', 'pigeons'])
    })

    test('takes the marks of a query language for text', async () => {
      expect((await rank('“A*-Posture”: pigeons in 3D'))[0]).toBe('pigeons')
    })

    test('finds nothing for words that are nowhere', async () => {
      expect(await rank('qzxv')).toEqual([])
    })
  },
)

test('an answer is the first ten and how many there are', async () => {
  const ranked = Array.from({ length: 12 }, (_, index) => `p${index}`)
  const query = { id: 'q', family: 'known', half: 'tune', query: 'x', relevant: {} } as const
  const engine: Ranker = { name: 'engine', rank: () => ranked }
  expect(await answersOf(engine, [query])).toEqual(
    new Map([['q', { first: ranked.slice(0, 10), results: 12 }]]),
  )
  const twice: Ranker = { name: 'twice', rank: () => ['a', 'a'] }
  await expect(answersOf(twice, [query])).rejects.toThrow('twice ranks a paper twice: q')
})

test('a condensed list leaves out what is not known, and what comes after moves up', async () => {
  const engine: Ranker = { name: 'engine', rank: () => ['new', 'a', 'newer', 'b'] }
  expect(await condensed(engine, new Set(['a', 'b'])).rank('x')).toEqual(['a', 'b'])
})
