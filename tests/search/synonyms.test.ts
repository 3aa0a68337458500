import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readVocabulary } from '../../scripts/pipeline/vocabulary.ts'
import { analyse, formKey } from '../../src/search/analyse.ts'

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
