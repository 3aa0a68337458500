import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cacheNames } from '../../src/offline/cache-names.ts'
import { dropStale } from '../../src/offline/drop-stale.ts'
import { fillCaches } from '../../src/offline/fill-caches.ts'
import { FakeCaches } from './fake-caches.ts'

const scope = 'https://papers.example/'
const names = cacheNames(scope)
/** Builds in which every file has another name, but for the font. */
const builds = ['a', 'b', 'c'].map((version) => ({
  version,
  shell: [''],
  hashed: [`_astro/page.${version}.js`, '_astro/font.woff2', `search-index/${version}/full.json`],
  searchFolder: `search-index/${version}/`,
}))

let caches: FakeCaches

beforeEach(() => {
  caches = new FakeCaches()
  vi.stubGlobal('caches', caches)
  vi.stubGlobal('fetch', async (url: string) => new Response(`content of ${url}`))
})
afterEach(() => void vi.unstubAllGlobals())

async function deploy(build: (typeof builds)[number]): Promise<void> {
  await fillCaches(build, names, scope)
  await dropStale(build, names, scope)
}

async function pathsIn(name: string): Promise<string[]> {
  return (await (await caches.open(name)).keys()).map(({ url }) => url.slice(scope.length)).sort()
}

test('files of this build and the one before stay, older ones go', async () => {
  for (const build of builds) await deploy(build)
  expect(await pathsIn(names.hashed)).toEqual([
    '_astro/font.woff2',
    '_astro/page.b.js',
    '_astro/page.c.js',
    'search-index/b/full.json',
    'search-index/c/full.json',
  ])
  expect((await caches.keys()).filter((name) => name.startsWith(names.shells))).toEqual([
    `${names.shells}c`,
  ])
})

test('what a visited page is made of stays as long as the page, but for the index', async () => {
  await deploy(builds[0]!)
  const visited = await caches.open(names.visited)
  await visited.put(
    `${scope}papers/x/`,
    new Response('<html data-search-folder="/search-index/a/"><script src="/_astro/page.a.js">'),
  )
  const hashed = await caches.open(names.hashed)
  await hashed.put(`${scope}_astro/page.a.js`, new Response('import("./later.a.js")'))
  await hashed.put(`${scope}_astro/later.a.js`, new Response(''))
  await hashed.put(`${scope}_astro/other.a.js`, new Response(''))
  await deploy(builds[1]!)
  await deploy(builds[2]!)
  const kept = await pathsIn(names.hashed)
  expect(kept).toEqual(expect.arrayContaining(['_astro/page.a.js', '_astro/later.a.js']))
  expect(kept).not.toContain('_astro/other.a.js')
  expect(kept).not.toContain('search-index/a/full.json')
})

test('a page of the shell is not kept as it was visited before', async () => {
  const visited = await caches.open(names.visited)
  await visited.put(scope, new Response('old'))
  await deploy(builds[0]!)
  expect(await pathsIn(names.visited)).toEqual([])
})

test('a file that does not come ends the filling, so that the browser begins again later', async () => {
  vi.stubGlobal('fetch', async () => new Response('', { status: 500 }))
  await expect(fillCaches(builds[0]!, names, scope)).rejects.toThrow('500')
})

test('sites of one host leave each other alone', () => {
  const below = cacheNames('https://papers.example/lectern/')
  expect(below.visited.startsWith(names.prefix)).toBe(false)
})
