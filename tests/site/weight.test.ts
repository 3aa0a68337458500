import { readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { elementsOf, filesOf, type Page, pagesOf } from './built-site.ts'

const folder = 'dist'

/** Bytes of a first visit to one page, as sent. */
interface Weight {
  path: string
  script: number
  total: number
}

const sizes = new Map<string, number>()

// Fonts are compressed already and are not sent with gzip.
function sentSize(name: string): number {
  const known = sizes.get(name)
  if (known !== undefined) return known
  const file = join(folder, name)
  const size = name.endsWith('.woff2') ? statSync(file).size : gzipSync(readFileSync(file)).length
  sizes.set(name, size)
  return size
}

/** A script and all that it imports at once; what it imports later is not first view. */
function withImports(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found
  found.add(name)
  const source = readFileSync(join(folder, name), 'utf8')
  for (const [, target] of source.matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g))
    withImports(posix.join(posix.dirname(name), target!), found)
  return found
}

/** The fonts of a style sheet: each one counts, although a page may use fewer. */
function fontsOf(styleSheet: string): string[] {
  const css = readFileSync(join(folder, styleSheet), 'utf8')
  return [...css.matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(([, target]) =>
    target!.startsWith('/') ? target!.slice(1) : posix.join(posix.dirname(styleSheet), target!),
  )
}

function weigh({ path, html }: Page): Weight {
  const scripts = new Set<string>()
  const others = new Set<string>()
  for (const { tag, attributes } of elementsOf(html)) {
    const name = (attributes.get('src') ?? attributes.get('href') ?? '').slice(1)
    const rel = attributes.get('rel')
    if (tag === 'script' && name) for (const script of withImports(name)) scripts.add(script)
    if (tag === 'img' && name) others.add(name)
    if (tag !== 'link' || name === '') continue
    if (rel === 'stylesheet') for (const file of [name, ...fontsOf(name)]) others.add(file)
    if (rel === 'modulepreload') for (const script of withImports(name)) scripts.add(script)
    if (rel === 'preload' || rel === 'icon' || rel === 'manifest') others.add(name)
  }
  const sum = (names: Set<string>) => [...names].reduce((bytes, name) => bytes + sentSize(name), 0)
  const script = sum(scripts)
  return { path, script, total: gzipSync(html).length + script + sum(others) }
}

function paperPages(): Page[] {
  const { papers } = JSON.parse(readFileSync(join(folder, 'data/papers.json'), 'utf8'))
  const paths = new Set(papers.map(({ id }: { id: string }) => `/papers/${id}/`))
  return pagesOf(folder).filter(({ path }) => paths.has(path))
}

test('the first view of every paper page stays within 110 kB, its scripts within 10 kB', () => {
  const weights = paperPages().map(weigh)
  expect(weights.length).toBeGreaterThan(400)
  const heaviest = weights.reduce((a, b) => (b.total > a.total ? b : a))
  console.log(
    `heaviest paper page: ${heaviest.total} bytes, script ${heaviest.script} (${heaviest.path})`,
  )
  expect(heaviest.total).toBeLessThanOrEqual(110_000)
  expect(Math.max(...weights.map(({ script }) => script))).toBeLessThanOrEqual(10_000)
})

test('the site stays below 6,000 files', () => {
  const count = filesOf(folder).length
  console.log(`${count} files`)
  expect(count).toBeLessThan(6000)
})

/** The scripts that a page names, with all they import, now and later. */
function scriptsOf(path: string): Set<string> {
  const { html } = pagesOf(folder).find((page) => page.path === path)!
  const found = new Set<string>()
  for (const { tag, attributes } of elementsOf(html)) {
    const name = attributes.get('src')?.slice(1)
    if (tag === 'script' && name) withAllImports(name, found)
  }
  return found
}

function withAllImports(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found
  withImports(name, found)
  for (const script of [...found])
    for (const [, target] of readFileSync(join(folder, script), 'utf8').matchAll(
      /import\(\s*["'`](\.[^"'`]+)["'`]/g,
    ))
      withAllImports(posix.join(posix.dirname(script), target!), found)
  return found
}

const sentSum = (names: Iterable<string>) =>
  [...names].reduce((bytes, name) => bytes + sentSize(name), 0)

test('the map keeps within 45 kB of script and 30 kB of data', () => {
  const data = filesOf(folder).filter((name) => /^graph\/[^/]+\.json$/.test(name))
  expect(data).toHaveLength(1)
  const script = sentSum(scriptsOf('/graph/'))
  console.log(`map: script ${script} bytes, data ${sentSum(data)}`)
  expect(script).toBeLessThanOrEqual(45_000)
  expect(sentSum(data)).toBeLessThanOrEqual(30_000)
})

test('a first search result on a cold visit needs no more than 200 kB', () => {
  const [worker, ...others] = filesOf(folder).filter((name) =>
    /^_astro\/search-worker[^/]*\.js$/.test(name),
  )
  expect(others).toEqual([])
  const rows = filesOf(folder).filter((name) => /^search-index\/[^/]+\/papers\.json$/.test(name))
  expect(rows).toHaveLength(1)
  const needed = new Set([...scriptsOf('/search/'), ...withAllImports(worker!), ...rows])
  console.log(`first search result: ${sentSum(needed)} bytes`)
  expect(sentSum(needed)).toBeLessThanOrEqual(200_000)
})
