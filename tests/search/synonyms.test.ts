import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { synonymsSchema } from '../../scripts/pipeline/curated-schemas.ts'
import { readVocabulary } from '../../scripts/pipeline/vocabulary.ts'
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

test('no further name of a topic is a name of it already', () => {
  const { vocabulary } = readVocabulary('', readFileSync('data/curated/topics.yaml', 'utf8'))
  const known = vocabulary?.topics.flatMap(({ id, label, aliases, acronyms, searched, parts }) => {
    const own = new Set([label, ...aliases, ...acronyms].map(keysOf))
    const more = [...searched, ...parts]
    const twice = more.filter((name, at) =>
      more.slice(0, at).some((other) => keysOf(other) === keysOf(name)),
    )
    return [...more.filter((name) => own.has(keysOf(name))), ...twice].map((name) => [id, name])
  })
  expect(known).toEqual([])
})

function keysOf(text: string): string {
  return analyse(text)
    .map(({ term }) => formKey(term))
    .join(' ')
}
