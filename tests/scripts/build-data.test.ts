import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'lectern-data-'))
const at = (name: string) => join(folder, name)
let printed = ''

beforeAll(async () => {
  cpSync('data/listings', at('listings'), { recursive: true })
  cpSync('data/permalinks.json', at('permalinks.json'))
  cpSync('data/map.json', at('map.json'))
  cpSync('data/published.json', at('published.json'))
  printed = (await build('listings')).stdout
})

afterAll(() => rmSync(folder, { recursive: true }))

/** Builds the listings of a folder, always with the same registry and output. */
function build(listings: string, map = 'map.json') {
  const options = [
    '--listings',
    at(listings),
    '--registry',
    at('permalinks.json'),
    '--map',
    at(map),
    '--out',
    at('generated'),
  ]
  return run(process.execPath, ['scripts/build-data.ts', ...options])
}

function contents(): Map<string, string> {
  const names = readdirSync(at('generated')).sort()
  const files = [...names.map((name) => join('generated', name)), 'permalinks.json', 'map.json']
  return new Map(files.map((name) => [name, readFileSync(at(name), 'utf8')]))
}

test('says one line a step: what, how many, how long', () => {
  const lines = printed.trim().split('\n')
  expect(lines.length).toBeGreaterThanOrEqual(6)
  for (const line of lines) expect(line).toMatch(/^\w+ +\S.* \d+ ms$/)
  expect(printed).toMatch(/\d+ records in \d+ listings/)
  expect(printed).toMatch(/\d+ papers from \d+ sightings/)
})

test('a build from the committed registries and map changes none of them', () => {
  for (const name of ['permalinks.json', 'map.json', 'published.json'])
    expect(readFileSync(at(name), 'utf8')).toBe(readFileSync(`data/${name}`, 'utf8'))
})

test('a broken map gives its file and line, and leaves the output as it was', async () => {
  const before = contents()
  writeFileSync(
    at('broken.json'),
    readFileSync(at('map.json'), 'utf8').replace('"right"', '"starboard"'),
  )
  const failure = await build('listings', 'broken.json').then(
    () => null,
    (error: { code: number; stderr: string }) => error,
  )
  expect(failure?.code).toBe(1)
  expect(failure?.stderr).toMatch(
    /broken\.json:\d+: not a map: .*delete it to have the map laid out anew/,
  )
  expect(contents()).toEqual(before)
})

test('a broken listing gives its file and line and exit code 1, and leaves the output as it was', async () => {
  const before = contents()
  cpSync(at('listings'), at('broken'), { recursive: true })
  const name = readdirSync(at('broken')).sort()[3] as string
  const listing = join(at('broken'), name)
  writeFileSync(listing, readFileSync(listing, 'utf8').slice(0, 5000))
  writeFileSync(at('broken/005_new.txt'), '')
  const failure = await build('broken').then(
    () => null,
    (error: { code: number; stderr: string }) => error,
  )
  expect(failure?.code).toBe(1)
  expect(failure?.stderr).toContain(`${listing}:`)
  expect(failure?.stderr).toContain(`${at('broken/005_new.txt')}:1: the file is empty`)
  expect(failure?.stderr).toMatch(/nothing was written/)
  expect(contents()).toEqual(before)
  expect(existsSync(at('generated.next'))).toBe(false)
})
