import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { abstractOf, datedListing, plainListing } from '../pipeline/listing-fixtures.ts'
import { freshSmallProject } from './small-project.ts'

const project = freshSmallProject()

/** One paper that is known, one that is new, and one that no topic fits. */
const listing = plainListing([
  'Retrieval-Augmented Generation',
  'Speculative Decoding of Language Models',
  'A Walk',
])
const name = `002_${createHash('sha256').update(listing).digest('hex').slice(0, 16)}.txt`

test('shows what is new, what is seen again, and topics, and writes nothing', () => {
  project.write('saved.txt', listing)
  const before = project.sources()
  const { status, stdout } = project.run('add-listing.ts', 'saved.txt')
  expect(status).toBe(0)
  expect(stdout).toContain(`${name} from saved.txt: 3 records, all lines understood`)
  expect(stdout).toContain('papers: 3 before, 5 after')
  expect(stdout).toContain('new: 2, 1 of them without a topic\n  a-walk: A Walk\n    no topic\n')
  expect(stdout).toMatch(
    /speculative-decoding-of-language-models: Speculative Decoding of Language Models\n {4}speculative-decoding/,
  )
  expect(stdout).toContain(
    `seen again: 1\n  retrieval-augmented-generation in ${name.slice(0, -4)}`,
  )
  expect(stdout).not.toContain('without a topic:')
  expect(project.sources()).toEqual(before)
})

test('the first listing of all is added like any other', () => {
  for (const name of ['listings', 'permalinks.json', 'published.json', 'map.json', 'generated'])
    rmSync(join(project.folder, 'data', name), { recursive: true })
  rmSync(join(project.folder, 'data/curated/corrections.yaml'))
  project.write('saved.txt', listing)
  const shown = project.run('add-listing.ts', 'saved.txt')
  expect(shown).toMatchObject({ status: 0, stderr: '' })
  expect(shown.stdout).toContain('papers: 0 before, 3 after\nnew: 3, 2 of them without a topic\n')
  expect(shown.stdout).not.toContain('vocabulary')
  expect(project.run('add-listing.ts', 'saved.txt', '--write')).toMatchObject({
    status: 0,
    stderr: '',
  })
  expect(project.read(`data/listings/${name.replace('002', '000')}`)).toBe(listing)
})

test('a listing that ends in mid-sentence can be named before it is added', () => {
  const cut = listing.slice(0, -1)
  const id = `002_${createHash('sha256').update(cut).digest('hex').slice(0, 16)}`
  project.write('saved.txt', cut)
  expect(project.run('add-listing.ts', 'saved.txt').stderr).toContain(
    'the file ends in mid-sentence',
  )
  project.write('data/curated/listings.yaml', `endsMidSentence:\n  - ${id}\n`)
  expect(project.run('build-data.ts').stderr).toContain(
    `data/curated/listings.yaml:2: "${id}" is no listing; give the name of its file`,
  )
  expect(project.run('add-listing.ts', 'saved.txt', '--write')).toMatchObject({
    status: 0,
    stderr: '',
  })
})

test('warns of what can hardly be right', () => {
  project.write('saved.txt', listing.replace('A Walk', 'A W\ufffdlk \\foo{x}'))
  const { status, stdout } = project.run('add-listing.ts', 'saved.txt')
  expect(status).toBe(0)
  expect(stdout).toMatch(/^warning: saved\.txt:17: has \ufffd where a character was lost/m)
  expect(stdout).toMatch(/^warning: saved\.txt:17: the title is published with "\\foo\{x\}"/m)
})

test('of many warnings alike tells the first three, and how many more there are', () => {
  const titles = ['Tides', 'Dunes', 'Reefs', 'Marshes', 'Estuaries']
  project.write('saved.txt', datedListing(titles.map((title) => ({ title, date: 'Aug 7' }))))
  const { stdout } = project.run('add-listing.ts', 'saved.txt')
  expect(stdout.match(/^warning: saved\.txt:\d+: the year of "Aug 7" is not in/gm)).toHaveLength(3)
  expect(stdout).toContain(
    '  and 2 more warnings: the year of "…" is not in the source\n5 warnings; all of them are in what --json prints\n',
  )
})

test('a file that is no .txt is told, and a hidden one is not', () => {
  project.write('saved.txt', listing)
  for (const name of ['Saved.TXT', 'page.html', '.DS_Store'])
    project.write(`data/listings/${name}`, listing)
  const { status, stderr } = project.run('add-listing.ts', 'saved.txt')
  expect(stderr).toMatch(
    /^warning: data\/listings\/Saved\.TXT:1: is no \.txt file.*\nwarning: data\/listings\/page\.html:1: .*\n$/,
  )
  expect(status).toBe(0)
})

test('tells machines the same', () => {
  project.write('saved.txt', listing)
  const { stdout } = project.run('add-listing.ts', 'saved.txt', '--json')
  const { schema, listings, changes } = JSON.parse(stdout)
  expect([schema, listings, changes.papers]).toEqual([2, [name], { before: 3, after: 5 }])
  expect(changes.added[0]).toEqual({ id: 'a-walk', title: 'A Walk', topics: [] })
  expect(changes.unfiled).toEqual(['a-walk'])
})

test('with --write keeps it byte for byte, appends the registry and builds the data; once', () => {
  const bytes = `\ufeff${listing.replaceAll('\n', '\r\n')}`
  project.write('saved.txt', bytes)
  const known = project
    .read('data/permalinks.json')
    .split('\n')
    .filter((line) => line.includes('"id"'))
  const { status, stdout } = project.run('add-listing.ts', 'saved.txt', '--write')
  expect(status).toBe(0)
  expect(stdout).toContain('npm run diff -- --record YYYY-MM-DD')
  const file = stdout.match(/(data\/listings\/002_[0-9a-f]{16}\.txt) is added/)?.[1] as string
  expect(project.read(file)).toBe(bytes)
  expect(project.read('data/permalinks.json')).toContain(known.slice(0, -1).join('\n'))
  expect(project.read('data/permalinks.json')).toContain('"a-walk"')
  expect(project.read('data/generated/papers.json')).toContain('"a-walk"')

  const again = project.run('add-listing.ts', 'saved.txt', '--write')
  expect(again.stderr).toBe(
    `saved.txt:1: the same bytes are there already as ${file}; there is nothing to add\n1 problem; nothing was written.\n`,
  )
  expect(again.status).toBe(1)
})

test('a line that is not understood is told of the file as given, and nothing is written', () => {
  project.write(
    'saved.txt',
    `${listing}\n\nA Title Without Text\n\n${abstractOf('x').slice(0, 99)}`,
  )
  const before = project.sources()
  const { status, stderr } = project.run('add-listing.ts', 'saved.txt', '--write')
  expect(stderr).toMatch(/^saved\.txt:\d+: .+; .+$/m)
  expect(stderr).toContain('saved.txt would be data/listings/002_')
  expect(stderr).toContain('nothing was written')
  expect(status).toBe(1)
  expect(project.sources()).toEqual(before)
})

test('is taken back when Ctrl+C stops the data step', async () => {
  project.write('saved.txt', listing)
  const before = project.sources()
  // In a group of its own, which a terminal would send the signal to.
  const child = spawn(
    process.execPath,
    [resolve('scripts/add-listing.ts'), 'saved.txt', '--write'],
    { cwd: project.folder, detached: true },
  )
  const ended = once(child, 'close')
  child.stdout.on('data', (text) => {
    if (/^read /m.test(text)) process.kill(-(child.pid as number), 'SIGINT')
  })
  expect(await ended).toEqual([1, null])
  expect(project.sources()).toEqual(before)
})

describe('several listings in one step', () => {
  const second = plainListing(['A Walk', 'A R\ufffdn'])
  const secondName = `003_${createHash('sha256').update(second).digest('hex').slice(0, 16)}.txt`
  const names = [name, secondName].map((each) => `data/listings/${each}`)

  beforeEach(() => {
    project.write('saved.txt', listing)
    project.write('second.txt', second)
  })

  test('are told in one report and added by one data step', () => {
    const { status, stdout } = project.run('add-listing.ts', 'saved.txt', 'second.txt', '--write')
    expect(status).toBe(0)
    expect(stdout).toContain(`${secondName} from second.txt: 2 records, all lines understood`)
    expect(stdout).toContain('papers: 3 before, 6 after')
    expect(stdout).toContain('new: 3, 2 of them without a topic\n')
    expect(stdout).toMatch(/^warning: second\.txt:13: has \ufffd/m)
    expect(stdout).toContain(`${names.join(', ')} are added.`)
    expect(stdout.match(/^write /gm)).toHaveLength(1)
    expect(names.map((file) => project.read(file))).toEqual([listing, second])
  })

  test('may all be named in curated files before', () => {
    const cut = second.slice(0, -1)
    const id = `003_${createHash('sha256').update(cut).digest('hex').slice(0, 16)}`
    project.write('second.txt', cut)
    project.write('data/curated/listings.yaml', `endsMidSentence:\n  - ${id}\n`)
    expect(project.run('add-listing.ts', 'saved.txt', 'second.txt')).toMatchObject({
      status: 0,
      stderr: '',
    })
  })

  test('are not added when one is not understood, and each mistake is told', () => {
    project.write('second.txt', second.slice(0, -1))
    project.write('third.txt', listing)
    const before = project.sources()
    const cut = project.run('add-listing.ts', 'saved.txt', 'second.txt', '--write')
    expect([cut.status, cut.stderr]).toEqual([
      1,
      expect.stringMatching(
        /^saved\.txt would be .*\nsecond\.txt would be .*003_.*\nsecond\.txt:16: /,
      ),
    ])
    const files = ['saved.txt', 'nowhere.txt', 'third.txt']
    expect(project.run('add-listing.ts', ...files, '--write').stderr).toMatch(
      /^nowhere\.txt:1: can't be read: .*\nthird\.txt:1: the same bytes were given as saved\.txt; .*\n2 problems;/,
    )
    expect(project.sources()).toEqual(before)
  })

  test('are taken back when the data step fails', () => {
    project.write('data/map.json', '{}')
    const before = project.sources()
    const { status, stderr } = project.run('add-listing.ts', 'saved.txt', 'second.txt', '--write')
    expect([status, stderr]).toEqual([1, expect.stringContaining('data/map.json:1: ')])
    expect(project.sources()).toEqual(before)
  })
})

test('a file that is not there is a mistake, and --help says how it is used', () => {
  const missing = project.run('add-listing.ts', 'nowhere.txt')
  expect([missing.status, missing.stderr]).toEqual([
    1,
    expect.stringContaining("nowhere.txt:1: can't be read"),
  ])
  const help = project.run('add-listing.ts', '--help')
  expect([help.status, help.stdout]).toEqual([0, expect.stringContaining('npm run add -- LISTING')])
})
