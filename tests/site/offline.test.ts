import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listPrecache } from '../../scripts/list-precache.ts'
import { bundleFarewell, bundleWorker } from '../../scripts/write-worker.ts'

describe.each(['dist', 'dist-base'])('the worker in %s', (folder) => {
  const { precache, size, left } = listPrecache(folder)
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8')

  test('is the one of this site', async () => {
    expect(worker).toBe(await bundleWorker(precache))
  })

  test('keeps only files that are there, search and map among them, in 1.5 MB', () => {
    const { shell, hashed } = precache
    console.log(`${folder}: ${shell.length + hashed.length} files kept, ${size} bytes with gzip`)
    const missing = [...shell, ...hashed].filter(
      (path) =>
        !existsSync(join(folder, path === '' || path.endsWith('/') ? `${path}index.html` : path)),
    )
    expect(missing).toEqual([])
    // A larger corpus leaves out what finds no room.
    expect([[], ['the texts of search'], ['the search index']]).toContainEqual(left)
    expect(size).toBeLessThanOrEqual(1_500_000)
    expect(shell).toEqual(expect.arrayContaining(['', 'search/', 'graph/', 'offline/']))
    expect(hashed.join(' ')).toMatch(/graph\/\w+\.json/)
    expect(hashed.some((path) => path.endsWith('/full.json'))).toBe(
      !left.includes('the search index'),
    )
  })

  test('leaves out what finds no room, the texts of search before its index', () => {
    const whole = listPrecache(folder, Number.POSITIVE_INFINITY)
    expect(whole.left).toEqual([])
    const tight = listPrecache(folder, whole.size - 1)
    expect(tight.left).toEqual(['the texts of search'])
    const index = tight.precache.hashed.filter((path) => path.startsWith('search-index/'))
    expect(index.map((path) => path.split('/').at(-1))).toEqual(['full.json', 'papers.json'])
    const without = listPrecache(folder, tight.size - 1)
    expect(without.left).toEqual(['the search index'])
    const titles = without.precache.hashed.filter((path) => path.startsWith('search-index/'))
    expect(titles.map((path) => path.split('/').at(-1))).toEqual(['papers.json'])
  })

  test('stands alone and is small but for its list', () => {
    expect(worker).not.toMatch(/\bimport\b|\bexport\b/)
    expect(worker.length - JSON.stringify(precache).length).toBeLessThan(8_000)
  })
})

test('the worker that ends it stands alone, too', async () => {
  const farewell = await bundleFarewell()
  expect(farewell).not.toMatch(/\bimport\b|\bexport\b|PRECACHE/)
  expect(farewell).toContain('unregister')
})
