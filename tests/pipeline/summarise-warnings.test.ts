import { expect, test } from 'vitest'
import { summariseWarnings } from '../../scripts/pipeline/summarise-warnings.ts'

const undated = (line: number) => `004_e:${line}: the year of "Aug ${line}" is not in the source`
const remnant = (line: number) =>
  `004_e:${line}: the abstract is published with "x"}; y${line}", which looks like LaTeX; say what to publish`

test('few warnings are told one by one', () => {
  expect(summariseWarnings([undated(1), remnant(2)], 'a file')).toEqual([
    `warning: ${undated(1)}`,
    `warning: ${remnant(2)}`,
  ])
})

test('of many warnings that end alike the first three are told, and where the others are', () => {
  const warnings = [1, 2, 3, 4, 5].flatMap((line) => [undated(line), remnant(line)])
  expect(summariseWarnings([...warnings, undated(6)], 'a file')).toEqual([
    ...[1, 2, 3].map((line) => `warning: ${undated(line)}`),
    '  and 3 more warnings: the year of "…" is not in the source',
    ...[1, 2, 3].map((line) => `warning: ${remnant(line)}`),
    '  and 2 more warnings: say what to publish',
    '11 warnings; all of them are in a file',
  ])
})
