import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyProject } from '../../scripts/copy-project.ts'
import { projectFolder } from '../../scripts/run-step.ts'
import { filesOf } from './built-site.ts'

const laterClock = pathToFileURL(join(projectFolder, 'tests/site/later-clock.mjs'))

let folder: string

function digests(site: string): Record<string, string> {
  return Object.fromEntries(
    filesOf(site).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(site, name)))
        .digest('hex'),
    ]),
  )
}

/** The second build draws only the others anew: one in sixteen, as all would take long. */
function copyMostCards(): void {
  const cards = 'data/cache/cards'
  mkdirSync(join(folder, cards), { recursive: true })
  for (const name of readdirSync(cards))
    if (!name.startsWith('0')) cpSync(join(cards, name), join(folder, cards, name))
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-second-build-'))
  copyProject(folder)
  copyMostCards()
  execFileSync('sh', ['-c', 'umask 077 && exec "$0" scripts/build-site.ts', process.execPath], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TZ: 'Pacific/Auckland',
      LC_ALL: 'C',
      NODE_OPTIONS: `--import=${laterClock}`,
    },
  })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a second build in another folder, time zone, locale, umask and year gives the same bytes', () => {
  const first = digests('dist')
  const second = digests(join(folder, 'dist'))
  const differing = [...new Set([...Object.keys(first), ...Object.keys(second)])]
    .filter((name) => first[name] !== second[name])
    .sort()
  expect(differing).toEqual([])
  expect(Object.keys(first).length).toBeGreaterThan(10)
})

test('a second build leaves the permalink registry as it is', () => {
  const registry = 'data/permalinks.json'
  expect(readFileSync(join(folder, registry), 'utf8')).toBe(readFileSync(registry, 'utf8'))
})
