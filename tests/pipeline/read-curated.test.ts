import { expect, test } from 'vitest'
import { mergesSchema } from '../../scripts/pipeline/curated-schemas.ts'
import { readCurated } from '../../scripts/pipeline/read-curated.ts'

const told = (text: string) =>
  readCurated('merges.yaml', text, mergesSchema).problems.map(
    ({ line, message }) => `${line}: ${message}`,
  )

test('of faults of syntax only the first is told', () => {
  const merge = 'merge:\n\t- titles: [A, B]\n\t  why: one repository\n\t- titles: [C, D]\n'
  expect(told(merge)).toEqual([
    '2: not valid YAML: Tabs are not allowed as indentation at line 2, column 1:; mend the syntax',
  ])
  expect(told('merge: [\nkeepApart: [\n')).toHaveLength(1)
})

test('every key that stands twice is told', () => {
  const keys = told('merge: []\nkeepApart: []\nmerge: []\nkeepApart: []\n')
  expect(keys.map((message) => message.split(' ')[0])).toEqual(['3:', '4:'])
})
