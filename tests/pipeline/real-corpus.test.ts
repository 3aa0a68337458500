import { expect, test } from 'vitest'
import { realListings } from './listing-fixtures.ts'
import { buildRealCorpus, realCorpus } from './real-corpus.ts'

test('nothing is doubted in the real listings and curated files', () => {
  expect(realCorpus.quality.warnings).toEqual([])
})

test('the order of the real listings does not matter to a byte', () => {
  const reversed = buildRealCorpus(realListings().reverse())
  expect(reversed.corpus.hash).toBe(realCorpus.corpus.hash)
  expect(JSON.stringify(reversed.graph)).toBe(JSON.stringify(realCorpus.graph))
  expect(JSON.stringify(reversed)).toBe(JSON.stringify(realCorpus))
})
