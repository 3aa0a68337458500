import { expect, test } from 'vitest'
import { splitLines } from '../../scripts/pipeline/listing-lines.ts'
import { realListings } from './listing-fixtures.ts'
import { buildRealCorpus, realCorpus } from './real-corpus.ts'

test('nothing is doubted in the real listings and curated files', () => {
  expect(realCorpus.quality.warnings).toEqual([])
})

test('each line of the real listings is counted once, the titles as the records', () => {
  const counted = realListings().map(({ file, bytes }) => {
    const { lines, records } = realCorpus.listings.find(({ id }) => file.endsWith(`/${id}.txt`))!
    expect(lines.title, file).toBe(records)
    const all = Object.values(lines).reduce((sum, count) => sum + count, 0)
    expect(all, file).toBe(splitLines(new TextDecoder().decode(bytes)).length)
    return all
  })
  expect(counted).toHaveLength(realCorpus.listings.length)
})

test('the order of the real listings does not matter to a byte', () => {
  const reversed = buildRealCorpus(realListings().reverse())
  expect(reversed.corpus.hash).toBe(realCorpus.corpus.hash)
  expect(JSON.stringify(reversed.graph)).toBe(JSON.stringify(realCorpus.graph))
  expect(JSON.stringify(reversed)).toBe(JSON.stringify(realCorpus))
})
