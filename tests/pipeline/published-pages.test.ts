import { expect, test } from 'vitest'
import {
  formatPublished,
  keepPublished,
  type PublishedPages,
  parsePublished,
} from '../../scripts/pipeline/published-pages.ts'

const published: PublishedPages = {
  schema: 1,
  listings: ['000_a'],
  areas: ['seas'],
  topics: ['tides', 'boats'],
  years: ['2014'],
  pairs: ['boats+tides'],
}
const text = formatPublished(published)
const now = {
  listings: ['000_a'],
  areas: ['seas'],
  topics: ['boats', 'tides'],
  years: ['2014'],
  pairs: [] as string[],
  formerAreas: new Map<string, string>(),
  formerTopics: new Map<string, string>(),
}
const keep = (change: Partial<typeof now>) =>
  keepPublished('published.json', text, published, { ...now, ...change })

test('a merge conflict is told at its line', () => {
  const conflict = text.replace('  "topics"', '<<<<<<< HEAD\n  "topics"')
  expect(parsePublished('published.json', conflict).problems).toMatchObject([
    { line: 9, message: expect.stringMatching(/^not valid JSON/) },
  ])
})

test('is read as it was written, and broken files are refused', () => {
  expect(parsePublished('published.json', text)).toEqual({ published, problems: [] })
  expect(parsePublished('published.json', null).published.topics).toEqual([])
  for (const broken of ['{', '{"schema":1}', text.replace('boats+tides', 'Boats')])
    expect(parsePublished('published.json', broken).problems).toMatchObject([
      { file: 'published.json', line: 1, message: expect.stringContaining('restore') },
    ])
})

test('may have any line of a list deleted', () => {
  const without = (line: string) =>
    parsePublished('published.json', text.replace(`\n    ${line}`, '')).published
  expect(without('"boats"').topics).toEqual(['tides'])
  expect(without('"tides",').topics).toEqual(['boats'])
  expect(without('"000_a"').listings).toEqual([])
})

test('what had a page keeps its place, and what is new comes behind it', () => {
  const added = keep({
    listings: ['001_b', '000_a'],
    topics: ['tides', 'boats', 'anchors'],
    pairs: ['anchors+tides'],
  })
  expect(added.problems).toEqual([])
  expect(added.published).toEqual({
    ...published,
    listings: ['000_a', '001_b'],
    topics: ['tides', 'boats', 'anchors'],
    pairs: ['boats+tides', 'anchors+tides'],
  })
})

test('a listing, an area or a topic that is gone is told with its line', () => {
  const lost = keep({ listings: [], areas: [], topics: ['boats'] })
  const lines = text.split('\n')
  expect(lost.problems.map(({ line }) => lines[line - 1]?.trim())).toEqual([
    '"000_a"',
    '"seas"',
    '"tides",',
  ])
  expect(lost.problems[2]?.message).toContain('topic "tides" has a published page and is gone')
})

test('what leads to another is not lost, and its pairs are published under both names', () => {
  const renamed = keep({
    areas: ['waters'],
    topics: ['boats', 'swell'],
    formerAreas: new Map([['seas', 'waters']]),
    formerTopics: new Map([['tides', 'swell']]),
  })
  expect(renamed.problems).toEqual([])
  expect(renamed.published).toEqual({
    ...published,
    areas: ['seas', 'waters'],
    topics: ['tides', 'boats', 'swell'],
    pairs: ['boats+tides', 'boats+swell'],
  })
})

test('of two topics that are one by now no new pair is published', () => {
  const merged = keep({ topics: ['boats'], formerTopics: new Map([['tides', 'boats']]) })
  expect(merged).toMatchObject({ problems: [], published: { pairs: ['boats+tides'] } })
})

test('a year keeps its page when none of its papers is left', () => {
  expect(keep({ years: ['2025'] })).toMatchObject({
    problems: [],
    published: { years: ['2014', '2025'] },
  })
})

test('a file from before years were kept is read', () => {
  const before = text.replace(/ {2}"years": \[[^\]]*\],\n/, '')
  expect(before).not.toBe(text)
  expect(parsePublished('published.json', before)).toEqual({
    published: { ...published, years: [] },
    problems: [],
  })
})
