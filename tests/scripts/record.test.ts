import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainListing } from '../pipeline/listing-fixtures.ts'
import { makeRepository, makeSmallProject, type SmallProject } from './small-project.ts'

const CHANGES = 'data/changes.json'
let project: SmallProject
let git: (...args: string[]) => string

beforeAll(() => {
  project = makeSmallProject()
  git = makeRepository(project)
})

afterAll(() => rmSync(project.folder, { recursive: true }))

const record = (...options: string[]) => project.run('diff.ts', '--record', ...options)
const recorded = () => JSON.parse(project.read(CHANGES))

test('the first time records what there is, if only without a date', () => {
  expect(record('yesterday').stderr).toContain('"yesterday" is no date')
  expect(record('undated').status).toBe(0)
  expect(recorded()).toMatchObject({
    opening: { date: null, papers: 3, listings: 2, note: null },
    changes: [],
  })
  git('add', '.')
  git('commit', '--quiet', '-m', 'Record')
})

test('nothing is recorded where nothing changes', () => {
  const before = project.sources()
  const { status, stderr } = record('2027-03-14')
  expect([status, stderr]).toEqual([1, expect.stringContaining('Nothing is recorded')])
  expect(project.sources()).toEqual(before)
})

test('all since the last committed entry is one entry, once', () => {
  project.write('data/listings/002_second.txt', plainListing(['Speculative Decoding Anew']))
  expect(record('2027-03-14').status).toBe(0)
  project.write('data/listings/003_third.txt', plainListing(['Mixture of Experts Anew']))
  expect(record('2027-03-15', '--note', 'Two listings.').status).toBe(0)
  const { opening, changes } = recorded()
  expect(changes).toHaveLength(1)
  expect(changes[0]).toMatchObject({
    date: '2027-03-15',
    from: opening.corpus,
    note: 'Two listings.',
    papers: { before: 3, after: 5 },
    listings: { added: ['002_second', '003_third'], removed: [] },
    added: ['mixture-of-experts-anew', 'speculative-decoding-anew'],
  })
  const again = record('2027-03-15', '--note', 'Two listings.')
  expect([again.status, again.stdout]).toEqual([0, expect.stringContaining('has that already')])
})

test('the data step publishes the record, and diff says that readers are told', () => {
  expect(project.run('build-data.ts').status).toBe(0)
  const { schema, corpus, ...published } = JSON.parse(project.read('data/generated/changes.json'))
  expect({ schema, ...published }).toEqual(recorded())
  expect(published.changes[0].to).toBe(corpus.hash)
  expect(project.run('diff.ts').stdout).toContain(`${CHANGES} tells readers of it.`)
})

test('a committed entry stays, and what would tell it again is refused', () => {
  git('add', '.')
  git('commit', '--quiet', '-m', 'Add listings')
  const before = project.sources()
  const { status, stderr } = project.run('diff.ts', 'HEAD~1', '--record', '2027-03-16')
  expect([status, stderr]).toEqual([1, expect.stringContaining('committed already')])
  expect(project.sources()).toEqual(before)
})

test('a broken record gives its file and line, and the output stays as it was', () => {
  const before = project.read('data/generated/papers.json')
  project.write(CHANGES, project.read(CHANGES).replace('"mixture-of-experts-anew"', '"another"'))
  const { status, stderr } = project.run('build-data.ts')
  expect(status).toBe(1)
  expect(stderr).toMatch(/^data\/changes\.json:\d+: no paper was ever published as "another"; /)
  expect(project.read('data/generated/papers.json')).toBe(before)
})
