import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cacheNames } from '../../src/offline/cache-names.ts'
import { fillCaches } from '../../src/offline/fill-caches.ts'
import { FakeCaches } from './fake-caches.ts'

const scope = 'https://papers.example/'
const names = cacheNames(scope)
const build = { version: '1', shell: [''], hashed: ['_astro/a.js'], searchFolder: null }

let network: (url: string, init: RequestInit) => Response

beforeEach(() => {
  vi.stubGlobal('caches', new FakeCaches())
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => network(url, init))
})
afterEach(() => void vi.unstubAllGlobals())

test('asks the server for what keeps its name, and nobody twice for what has a name for each content', async () => {
  const asked: unknown[] = []
  network = (url, { cache }) => {
    asked.push([url, cache])
    return new Response('')
  }
  const again: unknown = [scope, 'no-cache']
  await fillCaches(build, names, scope)
  expect(asked).toEqual([[`${scope}_astro/a.js`, 'default'], again])
  await fillCaches(build, names, scope)
  expect(asked.slice(2)).toEqual([again])
})

test('a file that does not come ends the filling, so that the browser begins again later', async () => {
  network = () => new Response('', { status: 500 })
  await expect(fillCaches(build, names, scope)).rejects.toThrow('500')
})

test('so does an answer that was led elsewhere, which no browser takes for a page', async () => {
  network = () => Object.defineProperty(new Response(''), 'redirected', { value: true })
  await expect(fillCaches(build, names, scope)).rejects.toThrow(scope)
})
