import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cacheNames } from '../../src/offline/cache-names.ts'
import { dropStale } from '../../src/offline/drop-stale.ts'
import { fillCaches, TO_COME } from '../../src/offline/fill-caches.ts'
import { FakeCaches } from './fake-caches.ts'

const scope = 'https://papers.example/'
const names = cacheNames(scope)
/** Builds in which every file has another name, but for the font. */
const builds = ['a', 'b', 'c', 'd'].map((version) => ({
  version,
  shell: [''],
  hashed: [`_astro/page.${version}.js`, '_astro/font.woff2', `search-index/${version}/full.json`],
  searchFolder: `search-index/${version}/`,
}))

type Build = (typeof builds)[number]

let caches: FakeCaches

beforeEach(() => {
  caches = new FakeCaches()
  vi.stubGlobal('caches', caches)
  vi.stubGlobal('fetch', async (url: string) => new Response(`content of ${url}`))
})
afterEach(() => void vi.unstubAllGlobals())

async function deploy(build: Build): Promise<void> {
  await fillCaches(build, names, scope)
  await dropStale(build, names, scope)
}

async function pathsIn(name: string): Promise<string[]> {
  return (await (await caches.open(name)).keys()).map(({ url }) => url.slice(scope.length)).sort()
}

test('files of this build and the one before stay, older ones go', async () => {
  for (const build of builds.slice(0, 3)) await deploy(build)
  expect(await pathsIn(names.hashed)).toEqual([
    '_astro/font.woff2',
    '_astro/page.b.js',
    '_astro/page.c.js',
    'search-index/b/full.json',
    'search-index/c/full.json',
  ])
  expect(await shells()).toEqual(['c'])
})

test('of an index, what was loaded later stays as long as the rest', async () => {
  const part = (build: Build) => `${build.searchFolder}part.json`
  for (const build of builds.slice(0, 3)) {
    await deploy(build)
    const hashed = await caches.open(names.hashed)
    await hashed.put(scope + part(build), new Response(''))
  }
  const [a, b, c, d] = builds as [Build, Build, Build, Build]
  const kept = async () => {
    const all = await pathsIn(names.hashed)
    return [a, b, c].map(part).filter((path) => all.includes(path))
  }
  expect(await kept()).toEqual([b, c].map(part))
  await deploy(d)
  expect(await kept()).toEqual([part(c)])
})

test('what a visited page is made of stays as long as the page, but for the index', async () => {
  await deploy(builds[0]!)
  const visited = await caches.open(names.visited)
  await visited.put(
    `${scope}papers/x/`,
    new Response(
      '<html data-search-folder="/search-index/a/"><link href="/_astro/_a_.D-x_1.css"><script src="/_astro/page.a.js">',
    ),
  )
  const hashed = await caches.open(names.hashed)
  const style = 'src:url(/_astro/page.a.woff2),url(never-loaded.css)'
  await hashed.put(`${scope}_astro/_a_.D-x_1.css`, new Response(style))
  await hashed.put(`${scope}_astro/page.a.woff2`, new Response(''))
  await hashed.put(`${scope}_astro/page.a.js`, new Response('import("./later.a.js")'))
  await hashed.put(`${scope}_astro/later.a.js`, new Response(''))
  await hashed.put(`${scope}_astro/other.a.js`, new Response(''))
  await deploy(builds[1]!)
  await deploy(builds[2]!)
  const kept = await pathsIn(names.hashed)
  expect(kept).toEqual(
    expect.arrayContaining([
      '_astro/_a_.D-x_1.css',
      '_astro/later.a.js',
      '_astro/page.a.js',
      '_astro/page.a.woff2',
    ]),
  )
  expect(kept).not.toContain('_astro/other.a.js')
  expect(kept).not.toContain('search-index/a/full.json')
})

/** Lets files through but for those whose path it is given, which come when it is called. */
function holdBack(path: string): () => void {
  let release = () => {}
  const held = new Promise<void>((done) => {
    release = done
  })
  vi.stubGlobal('fetch', async (url: string) => {
    if (url === scope + path) await held
    return new Response(`content of ${url}`)
  })
  return release
}

async function shells(): Promise<string[]> {
  const all = (await caches.keys()).filter((name) => name.startsWith(names.shells))
  return all.map((name) => name.slice(names.shells.length))
}

test.each(['search-index/c/full.json', ''])(
  'a version that is still loading "%s" stays whole when the one before it takes over',
  async (path) => {
    const [a, b, c] = builds as [Build, Build, Build]
    await deploy(a)
    await fillCaches(b, names, scope)
    const release = holdBack(path)
    const filling = fillCaches(c, names, scope)
    await new Promise((done) => setTimeout(done))
    await dropStale(b, names, scope)
    release()
    await filling
    expect(await pathsIn(names.hashed)).toEqual(expect.arrayContaining(c.hashed))
    expect(await pathsIn(`${names.shells}c`)).toContain('')
    await dropStale(c, names, scope)
    expect(await shells()).toEqual(['c'])
  },
)

test('a version that waits stays whole when the one before it takes over', async () => {
  const [a, b, c] = builds as [Build, Build, Build]
  await deploy(a)
  await fillCaches(b, names, scope)
  await fillCaches(c, names, scope)
  await dropStale(b, names, scope)
  expect(await shells()).toEqual(['b', 'c'])
})

test('a version that was never loaded to its end goes in time', async () => {
  const [a, b, c, d] = builds as [Build, Build, Build, Build]
  vi.stubGlobal(
    'fetch',
    async (url: string) => new Response('', { status: url === scope ? 500 : 200 }),
  )
  await expect(fillCaches(a, names, scope)).rejects.toThrow()
  vi.stubGlobal('fetch', async () => new Response(''))
  await deploy(b)
  expect(await shells()).toEqual(['a', 'b'])
  await deploy(c)
  expect(await shells()).toEqual(['c'])
  await deploy(d)
  expect(await pathsIn(names.hashed)).not.toContain('_astro/page.a.js')
})

test('a version that was hardly begun goes in time', async () => {
  const begun = await caches.open(`${names.shells}a`)
  await begun.put(scope + TO_COME, new Response())
  await deploy(builds[1]!)
  expect(await shells()).toEqual(['a', 'b'])
  await deploy(builds[2]!)
  expect(await shells()).toEqual(['c'])
})

test('a page of the shell is not kept as it was visited before', async () => {
  const visited = await caches.open(names.visited)
  await visited.put(scope, new Response('old'))
  await deploy(builds[0]!)
  expect(await pathsIn(names.visited)).toEqual([])
})

test('sites of one host leave each other alone', () => {
  const below = cacheNames('https://papers.example/lectern/')
  expect(below.visited.startsWith(names.prefix)).toBe(false)
})
