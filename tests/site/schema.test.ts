import { existsSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { changeSchema, dataSchemas } from '../../src/formats/data-schemas.ts'
import { dataFields } from '../../src/shared/data-fields.ts'
import { schemaPath } from '../../src/shared/data-files.ts'
import type {
  GraphFile,
  ListingsFile,
  PapersFile,
  PermalinksFile,
  QualityFile,
  TopicsFile,
} from '../../src/shared/model.ts'

const read = (name: string) => JSON.parse(readFileSync(`dist/data/${name}`, 'utf8'))
const { papers, corpus } = read('papers.json') as PapersFile
const { listings, intersections } = read('listings.json') as ListingsFile
const { topics, pairs } = read('topics.json') as TopicsFile
const graph = read('graph.json') as GraphFile
const { quality } = read('quality.json') as QualityFile
const { permalinks } = read('permalinks.json') as PermalinksFile

/** The names of all fields in a value, at any depth. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inside]) => [name, ...namesIn(inside)])
}

test.each(dataFields)('the page on data names every field of $file', ({ file, fields }) => {
  const told = fields.flat().join(' ')
  const names = file.endsWith('.csv')
    ? (readFileSync(`dist/data/${file}`, 'utf8').split('\r\n')[0] ?? '').split(',')
    : Object.entries(read(file))
        .filter(([name]) => name !== 'schema' && name !== 'corpus')
        .flatMap(([name, value]) => [name, ...namesIn(value)])
  expect(names.length).toBeGreaterThan(1)
  // The list of a file has its name; what it holds is told.
  const main = file.replace('.json', '')
  const missing = new Set(names.filter((name) => name !== main && !hasWord(told, name)))
  expect([...missing]).toEqual([])
})

function hasWord(text: string, word: string): boolean {
  return new RegExp(`(?<![\\w_])${word}(?![\\w_])`).test(text)
}

describe.each(Object.entries(dataSchemas))('%s', (name, schema) => {
  test('is what the contract says', () => {
    const result = schema.safeParse(read(name))
    expect(result.success ? [] : result.error.issues.slice(0, 5)).toEqual([])
  })

  test('has a JSON Schema that holds, also for fields that come later, and misses what it promises', () => {
    const validate = new Ajv2020()
      .addFormat('date', true)
      .addFormat('uri', true)
      .compile(JSON.parse(readFileSync(`dist${schemaPath(name)}`, 'utf8')))
    const file = read(name)
    expect(validate(file), JSON.stringify(validate.errors)).toBe(true)
    expect(validate({ ...file, later: 1 })).toBe(true)
    const { corpus: _, ...rest } = file
    expect(validate(rest)).toBe(false)
  })

  test('belongs to the same corpus as the others', () => {
    expect(read(name).corpus).toEqual(corpus)
  })
})

test('every sighting stands in exactly one paper, published or withdrawn', () => {
  const seen = [...papers, ...quality.withdrawn].flatMap(({ sightings }) =>
    sightings.map(({ listing, rank }) => `${listing} ${rank}`),
  )
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBe(listings.reduce((sum, { records }) => sum + records, 0))
  expect(seen.length).toBe(corpus.sightings)
})

test('ids are unique, and every page of a paper exists', () => {
  expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length)
  for (const { url } of papers) expect(existsSync(`dist${url}index.html`), url).toBe(true)
})

test('every id ever registered resolves to a page', () => {
  for (const { id } of permalinks) expect(existsSync(`dist/papers/${id}/index.html`), id).toBe(true)
})

test('every range lies in its text, in order', () => {
  for (const paper of papers) {
    const inside = (spans: { start: number; end: number }[], text: string) => {
      let last = 0
      for (const { start, end } of spans) {
        expect(start, paper.id).toBeGreaterThanOrEqual(last)
        expect(end, paper.id).toBeGreaterThan(start)
        last = end
      }
      expect(last, paper.id).toBeLessThanOrEqual(text.length)
    }
    inside(paper.sentences, paper.abstract)
    inside(paper.abstractMath, paper.abstract)
    inside(paper.titleMath, paper.title)
    for (const { start, end } of paper.resources) inside([{ start, end }], paper.abstract)
  }
})

test('the overlaps add up', () => {
  expect(intersections.reduce((sum, { papers: count }) => sum + count, 0)).toBe(corpus.papers)
  for (const { id, onlyHere } of listings)
    expect(intersections.find((row) => row.listings.join() === id)?.papers ?? 0).toBe(onlyHere)
})

test('papers.csv has one row a paper', () => {
  const csv = readFileSync('dist/data/papers.csv', 'utf8')
  // No cell of the corpus holds a line break, so lines are rows.
  expect(csv.trimEnd().split('\r\n')).toHaveLength(papers.length + 1)
})

test('topics, pairs and related papers refer to what exists', () => {
  const known = new Set(papers.map(({ id }) => id))
  const topicIds = new Set(topics.map(({ id }) => id))
  for (const paper of papers) {
    for (const { id } of paper.topics) expect(topicIds.has(id), `${paper.id}: ${id}`).toBe(true)
    for (const { id } of paper.related)
      expect(known.has(id) && id !== paper.id, paper.id).toBe(true)
    for (const { evidence } of paper.topics)
      for (const { field, start, end } of evidence)
        expect(start < end && end <= paper[field].length, paper.id).toBe(true)
  }
  for (const { topics: both, papers: shared } of pairs)
    if (shared >= 3)
      expect(existsSync(`dist/topics/${both.join('+')}/index.html`), both.join('+')).toBe(true)
  for (const { url } of topics) expect(existsSync(`dist${url}index.html`), url).toBe(true)
})

test('links, surprises and gaps of the graph join topics, in the order of their ids, once each', () => {
  const topicIds = new Set(topics.map(({ id }) => id))
  for (const pairs of [graph.links, graph.surprises, graph.gaps]) {
    for (const { topics: both } of pairs) {
      expect(both.every((id) => topicIds.has(id)) && both[0] < both[1], both.join('+')).toBe(true)
    }
    expect(new Set(pairs.map((pair) => pair.topics.join('+'))).size).toBe(pairs.length)
  }
  expect(graph.topics.map(({ id }) => id)).toEqual([...topicIds].sort())
})

test('every field of a paper, of the topic graph and of a change is documented on the data page', () => {
  const page = readFileSync('dist/about/data/index.html', 'utf8')
  const { schema, corpus: _, ...parts } = graph
  const { shape } = changeSchema
  const records = [papers[0], parts, graph.topics[0], graph.links[0], graph.surprises[0], shape]
  for (const field of records.flatMap((record) => Object.keys(record ?? {})))
    expect(page).toMatch(new RegExp(`<dt[^>]*>[^<]*\\b${field}\\b`))
})

test('the data and the map are cited with the data version that the foot of each page names', () => {
  const words = (path: string) =>
    readFileSync(`dist/${path}/index.html`, 'utf8')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
  const cited = (path: string, what: RegExp) => what.exec(words(path))?.[1]
  const version = `data version ${corpus.hash}. https://`
  expect(cited('about/data', /To cite the data: (.*?\/about\/data\/)/)).toContain(version)
  expect(cited('graph', /To cite the map (.*?\/graph\/)/)).toContain(version)
})
