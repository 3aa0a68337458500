import { expect, test } from 'vitest'
import { breakLines, widestPart } from '../../src/map/break-lines.ts'

/** Letters are ten wide. */
const label = (text: string) => ({
  label: text,
  measure: (part: string) => 10 * part.trimEnd().length,
})

test.each([
  ['is one line where there is room', 'mixture of experts', 180, ['mixture of experts']],
  [
    'has as few lines as the room allows, and even ones',
    'on the sea afar',
    110,
    ['on the', 'sea afar'],
  ],
  ['is broken at a space where that is enough', 'many few-shots', 90, ['many', 'few-shots']],
  [
    'is broken at a hyphen where a word needs it',
    'self-supervision',
    110,
    ['self-', 'supervision'],
  ],
  ['is broken at a dash where a word needs it', 'bias–variance', 80, ['bias–', 'variance']],
  ['is even where a word needs several breaks', 'a-b-c-d', 60, ['a-b-', 'c-d']],
  ['has a line for each part wider than the room', 'a supervision', 50, ['a', 'supervision']],
])('a label %s', (_, text, room, lines) => {
  expect(breakLines(label(text), room)).toEqual(lines)
})

test('no line can be narrower than the widest part of a word', () => {
  expect(widestPart(label('self-supervision at sea'))).toBe(110)
})
