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
import { afterEach, beforeEach, expect, test } from 'vitest'

const run = promisify(execFile)
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-data-'))
  cpSync('data/listings', join(folder, 'listings'), { recursive: true })
  cpSync('data/permalinks.json', join(folder, 'permalinks.json'))
})

afterEach(() => rmSync(folder, { recursive: true }))

function build(...more: string[]) {
  const at = (name: string) => join(folder, name)
  const options = [
    '--listings',
    at('listings'),
    '--registry',
    at('permalinks.json'),
    '--out',
    at('generated'),
  ]
  return run(process.execPath, ['scripts/build-data.ts', ...options, ...more])
}

function contents(): Map<string, string> {
  const names = readdirSync(join(folder, 'generated')).sort()
  const files = [...names.map((name) => join('generated', name)), 'permalinks.json']
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

test('says one line a step: what, how many, how long', async () => {
  const { stdout } = await build()
  const lines = stdout.trim().split('\n')
  expect(lines.length).toBeGreaterThanOrEqual(6)
  for (const line of lines) expect(line).toMatch(/^\w+ +\S.* \d+ ms$/)
  expect(stdout).toMatch(/572 records in 5 listings/)
  expect(stdout).toMatch(/465 papers from 572 sightings/)
})

test('a build from the committed registry adds nothing to it', async () => {
  await build()
  expect(readFileSync(join(folder, 'permalinks.json'), 'utf8')).toBe(
    readFileSync('data/permalinks.json', 'utf8'),
  )
})

test('a broken listing gives its file and line and exit code 1, and leaves the output as it was', async () => {
  await build()
  const before = contents()
  const name = readdirSync(join(folder, 'listings')).sort()[3] as string
  const listing = join(folder, 'listings', name)
  writeFileSync(listing, readFileSync(listing, 'utf8').slice(0, 5000))
  writeFileSync(join(folder, 'listings', '005_new.txt'), '')
  const failure = await build().then(
    () => null,
    (error: { code: number; stderr: string }) => error,
  )
  expect(failure?.code).toBe(1)
  expect(failure?.stderr).toContain(`${listing}:`)
  expect(failure?.stderr).toContain(
    `${join(folder, 'listings', '005_new.txt')}:1: the file is empty`,
  )
  expect(failure?.stderr).toMatch(/nothing was written/)
  expect(contents()).toEqual(before)
  expect(existsSync(join(folder, 'generated.next'))).toBe(false)
})
