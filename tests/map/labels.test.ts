import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelChoices } from '../../src/map/label-choices.ts'
import { markBox } from '../../src/map/label-steps.ts'
import { type DrawnTopic, type LabelView, labelsToShow, meet } from '../../src/map/labels.ts'
import type { Box } from '../../src/map/marks.ts'

const measure = (line: string) => 6 * line.length
const described = (label: string, radius = 5) => labelChoices([[label]], radius, 13, measure)

const drawn: fc.Arbitrary<DrawnTopic> = fc
  .record({
    x: fc.integer({ min: 0, max: 300 }),
    y: fc.integer({ min: 0, max: 200 }),
    radius: fc.integer({ min: 3, max: 12 }),
    length: fc.integer({ min: 2, max: 18 }),
    papers: fc.integer({ min: 1, max: 50 }),
  })
  .map(({ length, ...topic }) => ({
    ...topic,
    choices: described('n'.repeat(length), topic.radius),
    steps: [{ from: 1, choice: 0 }],
  }))

const around = (box: Box, { x, y }: { x: number; y: number }, scale: number) => ({
  left: box.left + x * scale,
  right: box.right + x * scale,
  top: box.top + y * scale,
  bottom: box.bottom + y * scale,
})

const wide = { left: -500, top: -500, right: 5000, bottom: 5000 }
const view = (change: Partial<LabelView>): LabelView => ({
  scale: 1,
  isShown: [true, true, true],
  emphasis: null,
  seen: wide,
  ...change,
})

test('without emphasis a label is set as its steps say, unless its topic is left out', () => {
  const topics = [1, 2, 3].map((from) => ({
    x: 0,
    y: from * 100,
    radius: 5,
    papers: 1,
    choices: described('Label'),
    steps: [
      { from, choice: 2 },
      { from: from + 2, choice: 0 },
    ],
  }))
  const shown = (change: Partial<LabelView>) => labelsToShow(topics, [], view(change)).topics
  expect(shown({ scale: 2 })).toEqual([2, 2, null])
  expect(shown({ scale: 3 })).toEqual([0, 2, 2])
  expect(shown({ scale: 2, isShown: [false, true, true] })).toEqual([null, 2, null])
})

test('labels that stand out never meet, are seen whole, and the centre has one', () => {
  fc.assert(
    fc.property(
      fc.array(drawn, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 8, max: 30 }),
      (topics, tenths) => {
        const scale = tenths / 10
        const seen = { left: -60, top: -60, right: 300 * scale + 60, bottom: 200 * scale + 60 }
        const { topics: chosen } = labelsToShow(topics, [], {
          scale,
          isShown: topics.map(() => true),
          emphasis: { topics: [...topics.keys()], centres: [0] },
          seen,
        })
        expect(chosen[0]).not.toBeNull()
        const boxes = topics.flatMap((topic, at) => {
          const box = topic.choices[chosen[at] ?? -1]?.box
          return box ? [around(box, topic, scale)] : []
        })
        for (const [number, box] of boxes.entries()) {
          expect(box.left).toBeGreaterThanOrEqual(seen.left + 8)
          expect(box.right).toBeLessThanOrEqual(seen.right - 8)
          expect(box.top).toBeGreaterThanOrEqual(seen.top + 8)
          expect(box.bottom).toBeLessThanOrEqual(seen.bottom - 8)
          for (const other of boxes.slice(number + 1)) expect(meet(box, other)).toBe(false)
        }
      },
    ),
  )
})

test('a label that stands out at the edge of what is seen takes the other side', () => {
  const topic = { x: 100, y: 50, radius: 5, papers: 1, choices: described('Label'), steps: [] }
  const sideFor = (seen: Box) =>
    topic.choices[
      labelsToShow(
        [topic],
        [],
        view({ isShown: [true], emphasis: { topics: [0], centres: [] }, seen }),
      ).topics[0] ?? -1
    ]?.side
  expect(sideFor(wide)).toBe('right')
  expect(sideFor({ ...wide, right: 140 })).toBe('left')
  expect(sideFor({ ...wide, right: 115, left: 85 })).toBeUndefined()
})

test('a label that stands out covers other marks rather than those that stand out', () => {
  const beside = (x: number, papers: number) => ({
    x,
    y: 50,
    radius: 5,
    papers,
    choices: described('Label'),
    steps: [],
  })
  const [main, right, left] = [beside(100, 9), beside(125, 1), beside(75, 30)]
  const { topics: chosen } = labelsToShow(
    [{ ...main, choices: main.choices.slice(0, 2) }, right, left],
    [],
    view({ emphasis: { topics: [0, 1], centres: [0] } }),
  )
  expect(main.choices[chosen[0] ?? -1]?.side).toBe('left')
  const box = around(main.choices[1]!.box, main, 1)
  expect(meet(box, around(markBox(5), left, 1))).toBe(true)
})

test('other labels and names give way to one that stands out', () => {
  const topics = [
    { x: 0, y: 0, radius: 5, papers: 1, choices: described('Label').slice(0, 1), steps: [] },
    {
      x: 40,
      y: 12,
      radius: 5,
      papers: 9,
      choices: described('Label'),
      steps: [{ from: 0, choice: 3 }],
    },
  ]
  const names = [
    { x: 30, y: 0, box: { left: -20, top: -6, right: 20, bottom: 6 } },
    { x: 30, y: 90, box: { left: -20, top: -6, right: 20, bottom: 6 } },
  ]
  const shown = labelsToShow(topics, names, view({ emphasis: { topics: [0], centres: [0] } }))
  expect(shown).toEqual({ topics: [0, null], names: [false, true] })
})
