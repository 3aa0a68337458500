import { expect, test } from 'vitest'
import { type Evaluation, formatBounds, type Gate, holds } from '../../scripts/evaluate/gates.ts'

const first = { whole: null } as Evaluation
const grown = { whole: {} } as Evaluation

const gate = (figure: number, bounds: Partial<Gate> = { from: 0.8 }): Gate => ({
  name: 'precision',
  of: 'topics',
  figure: () => figure,
  ...bounds,
})

test('a bound for maps of later listings holds only once there are such', () => {
  const stress = gate(0.14, { name: 'stress', of: 'map', to: 0.11, toLater: 0.165 })
  expect(holds(stress, first)).toBe(false)
  expect(holds(stress, grown)).toBe(true)
  expect(formatBounds(stress, first)).toBe('≤ 0.11')
  expect(formatBounds(stress, grown)).toBe('≤ 0.165')
})
