import { expect, test } from 'vitest'
import {
  describeFailure,
  type Evaluation,
  formatBounds,
  type Gate,
  holds,
} from '../../scripts/evaluate/gates.ts'

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

test('a failing gate says its figure, its bounds, and what to do', () => {
  expect(describeFailure(gate(0.79154), first)).toMatch(
    /^precision is 0\.792, asked is ≥ 0\.8: judged papers are filed worse .*; narrow the phrases/,
  )
  const labels = gate(0.5, { of: 'map' })
  expect(describeFailure(labels, grown)).toContain('delete data/map.json, run npm run data')
})
