import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelChoices } from '../../src/map/label-choices.ts'
import { choiceAt, markBox } from '../../src/map/label-steps.ts'
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
  isNamed: [true, true],
  emphasis: null,
  seen: wide,
  sheet: wide,
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
  expect(shown({ scale: 3, isShown: [false, true, true] })).toEqual([null, 2, 2])
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
          isNamed: [],
          emphasis: { topics: [...topics.keys()], centres: [0] },
          seen,
          sheet: wide,
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

test('where topics are left out, the others are named in the room of their labels', () => {
  const topic = (y: number, papers: number, steps: DrawnTopic['steps']) => ({
    x: 50,
    y,
    radius: 5,
    papers,
    choices: described('Label').slice(0, 1),
    steps,
  })
  const topics = [topic(0, 9, [{ from: 0, choice: 0 }]), topic(8, 4, []), topic(200, 1, [])]
  const names = [0, 200].map((y) => ({
    x: 60,
    y,
    box: { left: -20, top: -6, right: 20, bottom: 6 },
  }))
  expect(labelsToShow(topics, names, view({}))).toEqual({
    topics: [0, null, null],
    names: [true, true],
  })
  const filtered = { isShown: [false, true, true], isNamed: [false, true] }
  // The name of the area whose topics are shown gives way to one of these.
  expect(labelsToShow(topics, names, view(filtered))).toEqual({
    topics: [null, 0, 0],
    names: [false, false],
  })
  const wayOut = topics.map((one) => ({ ...one, choices: described('Label') }))
  expect(labelsToShow(wayOut, names, view(filtered)).names).toEqual([false, true])
  const narrow = { ...wide, right: 60 }
  expect(labelsToShow(topics, names, view({ ...filtered, sheet: narrow })).topics).toEqual([
    null,
    null,
    null,
  ])
})

test('labels that filters leave never meet, and all that showed before show still', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(drawn, fc.boolean()), { minLength: 2, maxLength: 20 }),
      fc.integer({ min: 8, max: 30 }),
      (mixed, tenths) => {
        const scale = tenths / 10
        // None has a place of its own by its steps, but the first.
        const topics = mixed.map(([topic], at) => ({
          ...topic,
          steps: at === 0 ? [{ from: 0, choice: 0 }] : [],
        }))
        const isShown = mixed.map(([, shown], at) => at === 0 || (at > 1 && shown))
        const { topics: chosen } = labelsToShow(topics, [], view({ scale, isShown }))
        expect(chosen[0]).toBe(choiceAt(topics[0]!.steps, scale))
        const boxes = topics.flatMap((topic, at) => {
          const box = topic.choices[chosen[at] ?? -1]?.box
          return box ? [around(box, topic, scale)] : []
        })
        for (const [number, box] of boxes.entries())
          for (const other of boxes.slice(number + 1)) expect(meet(box, other)).toBe(false)
        for (const [at, choice] of chosen.entries()) if (!isShown[at]) expect(choice).toBeNull()
      },
    ),
  )
})
