import { expect, test } from 'vitest'
import { formatRegistry, parseRegistry } from '../../scripts/pipeline/registry-file.ts'

const text = formatRegistry({
  schema: 1,
  permalinks: [{ id: 'a-walk', state: 'live', fingerprints: ['t:0123456789abcdef'] }],
})

test('a merge conflict is told at its line', () => {
  const conflict = text.replace('    {"id"', '<<<<<<< HEAD\n    {"id"')
  expect(parseRegistry('permalinks.json', conflict).problems).toEqual([
    {
      file: 'permalinks.json',
      line: 4,
      message: expect.stringMatching(/^not valid JSON: .*; restore the committed file, it must/),
    },
  ])
  expect(parseRegistry('permalinks.json', text).problems).toEqual([])
})
