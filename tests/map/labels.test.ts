import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DrawnTopic, labelsToShow, meet } from '../../src/map/labels.ts'

const drawn: fc.Arbitrary<DrawnTopic> = fc.record({
  x: fc.integer({ min: 0, max: 300 }),
  y: fc.integer({ min: 0, max: 200 }),
  radius: fc.integer({ min: 3, max: 12 }),
  label: fc
    .record({
      left: fc.integer({ min: -80, max: 20 }),
      top: fc.integer({ min: -30, max: 20 }),
      width: fc.integer({ min: 10, max: 90 }),
    })
    .map(({ left, top, width }) => ({ left, top, right: left + width, bottom: top + 15 })),
  from: fc.constant(5),
  papers: fc.integer({ min: 1, max: 50 }),
})

const at = ({ x, y, label }: DrawnTopic, scale: number) => ({
  left: label.left + x * scale,
  right: label.right + x * scale,
  top: label.top + y * scale,
  bottom: label.bottom + y * scale,
})

test('without emphasis a label shows from its scale on, unless its topic is left out', () => {
  const topics = [1, 2, 3].map((from) => ({
    x: 0,
    y: from * 100,
    radius: 5,
    label: { left: 8, top: -8, right: 50, bottom: 8 },
    from,
    papers: 1,
  }))
  expect(labelsToShow(topics, 2, [true, true, true], null).topics).toEqual([true, true, false])
  expect(labelsToShow(topics, 2, [false, true, true], null).topics).toEqual([false, true, false])
})

test('labels of emphasised topics never meet, and the centre has one', () => {
  fc.assert(
    fc.property(
      fc.array(drawn, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 30 }),
      (topics, tenths) => {
        const scale = tenths / 10
        const emphasised = new Set(topics.keys())
        const all = topics.map(() => true)
        const { topics: show } = labelsToShow(topics, scale, all, emphasised, [0])
        expect(show[0]).toBe(true)
        const boxes = topics.filter((_, topic) => show[topic]).map((topic) => at(topic, scale))
        for (const [number, box] of boxes.entries())
          for (const other of boxes.slice(number + 1)) expect(meet(box, other)).toBe(false)
      },
    ),
  )
})

test('other labels and names give way to a label that emphasis brings', () => {
  const label = { left: 8, top: -8, right: 80, bottom: 8 }
  const topics = [
    { x: 0, y: 0, radius: 5, label, from: 9, papers: 1 },
    { x: 40, y: 4, radius: 5, label, from: 0, papers: 9 },
  ]
  const names = [
    { x: 30, y: 0, box: { left: -20, top: -6, right: 20, bottom: 6 } },
    { x: 30, y: 90, box: { left: -20, top: -6, right: 20, bottom: 6 } },
  ]
  const shown = labelsToShow(topics, 1, [true, true], new Set([0]), [0], names)
  expect(shown).toEqual({ topics: [true, false], names: [false, true] })
})
