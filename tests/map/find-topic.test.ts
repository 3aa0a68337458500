import { expect, test } from 'vitest'
import { findTopic, topicNamed } from '../../src/map/find-topic.ts'

const topics = ['Deep learning', 'Learning theory', 'Learning', 'LLM serving'].map((label) => ({
  label,
}))

test.each([
  { name: 'learning', place: 2, by: 'the whole name' },
  { name: ' LEARNING T', place: 1, by: 'its beginning' },
  { name: 'arn', place: 0, by: 'a part, the first that has it' },
  { name: 'lea', place: 1, by: 'its beginning before a part' },
  { name: 'tides', place: null, by: 'nothing' },
  { name: ' ', place: null, by: 'nothing if nothing is asked' },
])('"$name" finds a topic by $by', ({ name, place }) => {
  expect(findTopic(topics, name)).toBe(place)
})

test('a topic is named by its whole name only, in any case', () => {
  expect(topicNamed(topics, 'llm Serving ')).toBe(3)
  expect(topicNamed(topics, 'llm')).toBeNull()
  expect(topicNamed(topics, '')).toBeNull()
})
