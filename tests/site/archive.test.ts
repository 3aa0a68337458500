import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesOf, type ParsedPage, parsedPagesOf } from './built-site.ts'
import { checkLinks } from './check-links.ts'

const { corpus } = JSON.parse(readFileSync('dist/data/papers.json', 'utf8'))
const name = `lectern-${corpus.hash}`
const entries = new Map(Object.entries(unzipSync(readFileSync(`${name}.zip`))))
const textOf = (file: string) => new TextDecoder().decode(entries.get(`${name}/${file}`))

let folder: string
let pages: ParsedPage[]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-archive-'))
  for (const [entry, content] of entries) {
    mkdirSync(dirname(join(folder, entry)), { recursive: true })
    writeFileSync(join(folder, entry), content)
  }
  pages = parsedPagesOf(join(folder, name))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the archive holds every file of the site in one folder, in the order of their names', () => {
  const expected = [
    ...filesOf('dist').filter((file) => file !== '_headers'),
    'README.txt',
    'SHA256SUMS',
  ]
  expect([...entries.keys()]).toEqual(expected.sort().map((file) => `${name}/${file}`))
})

test('its checksums are those of its files, and of all but themselves', () => {
  const listed = textOf('SHA256SUMS').trimEnd().split('\n')
  const sums = [...entries]
    .filter(([entry]) => entry !== `${name}/SHA256SUMS`)
    .map(([entry, content]) => {
      const digest = createHash('sha256').update(content).digest('hex')
      return `${digest}  ${entry.slice(name.length + 1)}`
    })
  expect(listed).toEqual(sums)
})

test.skipIf(!has('sha256sum'))('sha256sum finds nothing wrong with it', () => {
  const options = { cwd: join(folder, name), encoding: 'utf8' } as const
  expect(execFileSync('sha256sum', ['--quiet', '--check', 'SHA256SUMS'], options)).toBe('')
})

test.skipIf(!has('unzip'))('another program reads it, and finds no error', () => {
  expect(execFileSync('unzip', ['-tq', `${name}.zip`], { encoding: 'utf8' })).toContain('No errors')
})

test('every link leads somewhere, whatever the path it is served at', () => {
  const site = { origin: 'https://elsewhere.example', base: '/some/where/deep/' }
  const { broken, internal } = checkLinks(join(folder, name), site, pages)
  expect(broken.slice(0, 20)).toEqual([])
  expect(internal).toBeGreaterThan(pages.length * 8)
})

test('nothing in a page tells where the site was built for, but for its one address', () => {
  const wrong = pages.flatMap(({ path, elements }) =>
    elements.flatMap(({ attributes }) =>
      [...attributes]
        .filter(([attribute, value]) => /^\/\w|^\/$/.test(value) && !isKey(attribute))
        .map(([attribute, value]) => `${path}: ${attribute}="${value}"`),
    ),
  )
  expect(wrong.slice(0, 20)).toEqual([])
})

test('its text says what it is and how to serve it', () => {
  expect(textOf('README.txt')).toContain(`Version of the data: ${corpus.hash}`)
  expect(textOf('README.txt')).toContain('python3 -m http.server')
})

/** Shortcuts are keys, and one of them is a slash. */
function isKey(attribute: string): boolean {
  return attribute === 'aria-keyshortcuts'
}

function has(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
