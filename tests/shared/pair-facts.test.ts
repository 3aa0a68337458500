import { expect, test } from 'vitest'
import { aboutSentence, meetingSentence, unjoinedSentence } from '../../src/shared/pair-facts.ts'

const topic = (main: number, also: number) => ({ main, also })

test.each([
  [
    3,
    topic(5, 0),
    topic(4, 5),
    '3 papers are filed under both; chance would predict 0.097, so they occur together 31 times as often.',
  ],
  [
    1,
    topic(100, 86),
    topic(1, 0),
    '1 paper is filed under both; chance would predict 0.40, so they occur together 2.5 times as often.',
  ],
  [5, topic(40, 6), topic(40, 6), '5 papers are filed under both; chance would predict 4.6.'],
  [0, topic(2, 0), topic(2, 0), '0 papers are filed under both; chance would predict 0.0086.'],
])('tells how often topics meet: %s', (shared, a, b, sentence) => {
  expect(meetingSentence(shared, [a, b], 465)).toBe(sentence)
})

test.each([
  [1, 2, '1 paper is mainly about the first, 2 about the second.'],
  [4, 0, '4 papers are mainly about the first, 0 about the second.'],
])('tells what %i and %i papers are about', (first, second, sentence) => {
  expect(aboutSentence(first, second)).toBe(sentence)
})

test('tells why no link joins two topics', () => {
  expect(unjoinedSentence(3, 3.29)).toBe('No more than chance, so no link joins them.')
  expect(unjoinedSentence(4, 3.29)).toContain('Too little above chance')
})
