import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutSegments, withGaps, withoutCuts } from '../../src/shared/segments.ts'

test('cuts where marks begin and end, and lets marks overlap', () => {
  const marks = [
    { start: 4, end: 9, name: 'a' },
    { start: 6, end: 11, name: 'b' },
  ]
  const segments = cutSegments('one two three', marks)
  expect(
    segments.map(({ text, marks: over }) => [text, over.map(({ name }) => name).join('')]),
  ).toEqual([
    ['one ', ''],
    ['tw', 'a'],
    ['o t', 'ab'],
    ['hr', 'b'],
    ['ee', ''],
  ])
})

test('the segments joined give the part back, whatever the marks', () => {
  const span = fc
    .tuple(fc.nat(40), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ start, end: start + length }))
  fc.assert(
    fc.property(
      fc.string({ minLength: 60, maxLength: 80 }),
      fc.array(span),
      span,
      (text, marks, within) => {
        const segments = cutSegments(text, marks, within)
        expect(segments.map((segment) => segment.text).join('')).toBe(
          text.slice(within.start, within.end),
        )
      },
    ),
  )
})

test('a mark that begins or ends inside a whole is left out, one around it stays', () => {
  const marks = [
    { start: 0, end: 4 },
    { start: 0, end: 6 },
    { start: 4, end: 6 },
    { start: 5, end: 7 },
    { start: 2, end: 12 },
  ]
  expect(withoutCuts(marks, [{ start: 4, end: 8 }])).toEqual([marks[0], marks[4]])
})

test('gaps between spans belong to the span before them', () => {
  expect(
    withGaps(
      [
        { start: 0, end: 3 },
        { start: 4, end: 7 },
      ],
      8,
    ).map(({ gapEnd }) => gapEnd),
  ).toEqual([4, 8])
})
