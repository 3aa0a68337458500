import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { synonymsSchema } from '../../scripts/pipeline/curated-schemas.ts'
import { analyse, formKey } from '../../src/search/analyse.ts'
import type { PapersFile } from '../../src/shared/model.ts'

const { synonyms } = synonymsSchema.parse(parse(readFileSync('data/curated/synonyms.yaml', 'utf8')))

test('every meaning stands in a title or an abstract', () => {
  const { papers }: PapersFile = JSON.parse(readFileSync('data/generated/papers.json', 'utf8'))
  const texts = papers.flatMap(({ title, abstract }) => [title, abstract]).map(keysOf)
  const meanings = [...new Set(synonyms.flatMap(({ mean }) => mean))]
  const stands = (mean: string) => texts.some((text) => ` ${text} `.includes(` ${keysOf(mean)} `))
  expect(meanings.filter((mean) => !stands(mean))).toEqual([])
})

test('no everyday word stands in two entries', () => {
  const says = synonyms.flatMap(({ say }) => say)
  const twice = [...Map.groupBy(says, keysOf).values()].filter(({ length }) => length > 1)
  expect(twice).toEqual([])
})

test('no everyday word means itself', () => {
  const same = synonyms.flatMap(({ say, mean }) =>
    say.filter((text) => mean.some((meant) => keysOf(meant) === keysOf(text))),
  )
  expect(same).toEqual([])
})

function keysOf(text: string): string {
  return analyse(text)
    .map(({ term }) => formKey(term))
    .join(' ')
}
