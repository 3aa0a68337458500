import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelChoices, labelShapes } from '../../src/map/label-choices.ts'
import {
  choiceAt,
  chooseLabelSteps,
  markBox,
  type NamedTopic,
  readLabelSteps,
  writeLabelSteps,
} from '../../src/map/label-steps.ts'
import { meet } from '../../src/map/labels.ts'
import type { Box } from '../../src/map/marks.ts'

const measure = (line: string, size: number) => 0.45 * size * line.length
const frame = { width: 400, height: 300 }
const SCALES = Array.from({ length: 120 }, (_, step) => 0.4 * 1.03 ** step)

function named(x: number, y: number, label: string, papers: number): NamedTopic {
  const radius = 4 + papers / 10
  const choices = labelChoices(labelShapes(label, 13, measure), radius, 13, measure)
  return { x, y, radius, papers, choices, liked: 0 }
}

const topicsOf = fc.array(
  fc
    .record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
      label: fc.constantFrom('Short', 'Two words', 'A rather long label of it'),
      papers: fc.integer({ min: 1, max: 60 }),
    })
    .map(({ x, y, label, papers }) => named(x, y, label, papers)),
  { minLength: 1, maxLength: 25 },
)

const around = (box: Box, { x, y }: { x: number; y: number }, scale: number) => ({
  left: box.left + x * scale,
  right: box.right + x * scale,
  top: box.top + y * scale,
  bottom: box.bottom + y * scale,
})

test('labels meet no other, no name, no side of the frame and no mark nearly as large, at whatever scale', () => {
  const name = { x: 200, y: 150, box: { left: -50, top: -6, right: 50, bottom: 6 } }
  fc.assert(
    fc.property(topicsOf, (topics) => {
      const steps = chooseLabelSteps(topics, [name], frame)
      for (const scale of SCALES) {
        const shown = topics.flatMap((topic, at) => {
          const box = topic.choices[choiceAt(steps[at] ?? [], scale) ?? -1]?.box
          return box ? [{ topic, box: around(box, topic, scale) }] : []
        })
        for (const [number, { topic, box }] of shown.entries()) {
          expect(shown.slice(number + 1).some((other) => meet(box, other.box))).toBe(false)
          expect(meet(box, around(name.box, name, scale))).toBe(false)
          expect(box.left).toBeGreaterThanOrEqual(0)
          expect(box.right).toBeLessThanOrEqual(frame.width * scale)
          for (const other of topics)
            if (other !== topic && other.papers >= topic.papers * 0.7)
              expect(meet(box, around(markBox(other.radius), other, scale))).toBe(false)
        }
      }
    }),
    { numRuns: 40 },
  )
})

test('a label that is shown at a scale is shown at every greater one', () => {
  fc.assert(
    fc.property(topicsOf, (topics) => {
      for (const steps of chooseLabelSteps(topics, [], frame)) {
        const shown = SCALES.map((scale) => choiceAt(steps, scale) !== null)
        expect(shown.slice(shown.indexOf(true)).every(Boolean) || !shown.includes(true)).toBe(true)
      }
    }),
    { numRuns: 40 },
  )
})

test('the largest topic chooses first, and by what covers least', () => {
  const [small, large] = [named(150, 150, 'Two words', 3), named(180, 150, 'Two words', 40)]
  const [ofSmall, ofLarge] = chooseLabelSteps([small, large], [], frame)
  const side = (topic: NamedTopic, steps: typeof ofSmall) =>
    topic.choices[choiceAt(steps ?? [], 0.9) ?? -1]?.side
  expect(side(large, ofLarge)).toBe('right')
  expect(side(small, ofSmall)).toBe('left')
})

test('a label covers marks of much smaller topics where nothing else is free', () => {
  const ring = Array.from({ length: 12 }, (_, at) =>
    named(200 + 30 * Math.cos(at / 1.91), 150 + 30 * Math.sin(at / 1.91), 'Around it', 2),
  )
  const inRing = (papers: number) =>
    choiceAt(
      chooseLabelSteps([named(200, 150, 'Middle', papers), ...ring], [], frame)[0] ?? [],
      0.8,
    )
  expect(inRing(60)).not.toBeNull()
  expect(inRing(2)).toBeNull()
})

test('steps are read as they were written', () => {
  const steps = [
    { from: 0.4, choice: 12 },
    { from: 1.072, choice: 0 },
  ]
  expect(readLabelSteps(writeLabelSteps(steps))).toEqual(steps)
  expect(readLabelSteps(writeLabelSteps([]))).toEqual([])
})
