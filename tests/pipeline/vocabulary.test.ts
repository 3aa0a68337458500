import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readVocabulary } from '../../scripts/pipeline/vocabulary.ts'

const file = 'data/curated/topics.yaml'

const areas = `areas:
  - id: speed
    label: Speed
    scope: Making models answer faster.
topics:
`
/** Lines of one topic; the first of them is line 6 when it comes first. */
function topicYaml(id: string, ...more: string[]): string {
  return [
    `  - id: ${id}`,
    `    label: About ${id}`,
    '    scope: One sentence that says what belongs.',
    ...(more.some((line) => line.startsWith('area:')) ? [] : ['    area: speed']),
    ...(more.some((line) => line.startsWith('aliases:')) ? [] : ['    aliases: [some name]']),
    ...more.map((line) => `    ${line}`),
    '',
  ].join('\n')
}

test('reads topics; lists that are absent are empty', () => {
  expect(readVocabulary(file, areas + topicYaml('kv-cache'))).toEqual({
    problems: [],
    vocabulary: {
      areas: [{ id: 'speed', label: 'Speed', scope: 'Making models answer faster.', formerly: [] }],
      field: [],
      topics: [
        {
          id: 'kv-cache',
          label: 'About kv-cache',
          scope: 'One sentence that says what belongs.',
          area: 'speed',
          formerly: [],
          broader: [],
          aliases: ['some name'],
          acronyms: [],
          context: [],
          exclude: [],
          searched: [],
          parts: [],
          needsField: false,
        },
      ],
    },
  })
})

test('two topics of one label are told', () => {
  const text = areas + topicYaml('a') + topicYaml('b').replace('About b', 'about A')
  expect(readVocabulary(file, text)).toEqual({
    vocabulary: null,
    problems: [
      { file, line: 12, message: expect.stringMatching(/^label "about A" is that of "a" already/) },
    ],
  })
})

test('what does not fit the form is told with the page that describes it', () => {
  const [problem] = readVocabulary(file, `${areas}${topicYaml('a', 'colour: red')}`).problems
  expect(problem?.message).toMatch(/"colour".*; see docs\/topics\.md for the form$/)
})

test('an acronym is enough to lead to a topic', () => {
  const text = areas + topicYaml('rl', 'aliases: []', 'acronyms: [RL]')
  expect(readVocabulary(file, text).problems).toEqual([])
})

test.each([
  ['an id twice', topicYaml('a') + topicYaml('a'), 11, /topic "a" stands twice/],
  [
    'a former id in use',
    topicYaml('a') + topicYaml('b', 'formerly: [a]'),
    16,
    /"a" still has an entry/,
  ],
  [
    'a former id twice',
    topicYaml('a', 'formerly: [c]') + topicYaml('b', 'formerly: [c]'),
    17,
    /"c" already leads to "a"/,
  ],
  ['an unknown area', topicYaml('a', 'area: height'), 10, /"height" is no area; use one of speed/],
  ['an unknown broader topic', topicYaml('a', 'broader: [b]'), 11, /"b" is no topic/],
  ['a topic broader than itself', topicYaml('a', 'broader: [a]'), 11, /broader than itself/],
  [
    'a circle of broader topics',
    topicYaml('a', 'broader: [b]') +
      topicYaml('b', 'broader: [c]') +
      topicYaml('c', 'broader: [a]'),
    11,
    /"a" would be broader than itself/,
  ],
  ['neither alias nor acronym', topicYaml('a', 'aliases: []'), 6, /nothing can lead to it/],
  ['an unknown key', topicYaml('a', 'colour: red'), 6, /colour/],
  ['an id that is no slug', topicYaml('KV_Cache'), 6, /lower-case letters/],
  ['a label that is too long', topicYaml('a').replace('About a', 'x'.repeat(43)), 7, /42/],
  ['an alias without words', topicYaml('a', 'aliases: [" "]'), 10, /aliases/],
  ['three broader topics', topicYaml('a', 'broader: [b, c, d]'), 11, /broader/],
  ['the same key twice', topicYaml('a', 'area: speed', 'area: speed'), 11, /not valid YAML/],
])('reports %s at its line, and gives no vocabulary', (_, topics, line, message) => {
  const { vocabulary, problems } = readVocabulary(file, areas + topics)
  expect(vocabulary).toBeNull()
  expect(problems[0]).toMatchObject({ file, line })
  expect(problems[0]?.message).toMatch(message)
})

test('reports an area that stands twice', () => {
  const twice = areas.replace(
    'topics:\n',
    '  - id: speed\n    label: Haste\n    scope: Making models answer sooner.\ntopics:\n',
  )
  expect(readVocabulary(file, twice + topicYaml('a')).problems[0]).toMatchObject({ line: 5 })
})

test('reports every mistake at once', () => {
  const text = areas + topicYaml('a', 'area: height', 'broader: [b]') + topicYaml('a')
  expect(readVocabulary(file, text).problems).toHaveLength(3)
})

test('an empty file is told, not passed over', () => {
  expect(readVocabulary(file, '').problems.length).toBeGreaterThan(0)
})

test('the curated vocabulary fits', () => {
  const { vocabulary, problems } = readVocabulary(file, readFileSync(file, 'utf8'))
  expect(problems).toEqual([])
  expect(vocabulary?.topics.length).toBeGreaterThanOrEqual(80)
  expect(vocabulary?.topics.length).toBeLessThanOrEqual(110)
  expect(vocabulary?.areas.length).toBeGreaterThanOrEqual(8)
})
