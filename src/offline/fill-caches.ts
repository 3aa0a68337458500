import type { CacheNames } from './cache-names.ts'
import type { Precache } from './precache.ts'

/** So few at once that a page that is opened meanwhile need not wait for them. */
const AT_ONCE = 3

/** Where the shell's cache has the list of what is kept with it, from before the first file on. */
export const LIST = 'precache-list'

/** Where it has a mark, from before the list on, that its worker has not taken over. */
export const TO_COME = 'precache-to-come'

/** Loads what is to be kept from the beginning. Rejects if a file does not come: then the browser tries again later. */
export async function fillCaches(
  precache: Precache,
  names: CacheNames,
  scope: string,
): Promise<void> {
  const shell = await caches.open(names.shells + precache.version)
  const hashed = await caches.open(names.hashed)
  // Another worker that takes over meanwhile leaves alone what is marked and listed so.
  await shell.put(scope + TO_COME, new Response())
  await shell.put(scope + LIST, new Response(JSON.stringify(precache)))
  await eachOf(precache.hashed, async (path) => {
    const url = scope + path
    if (!(await hashed.match(url))) await hashed.put(url, await load(url, 'default'))
  })
  await eachOf(precache.shell, async (path) => {
    const url = scope + path
    await shell.put(url, await load(url, 'no-cache'))
  })
}

async function load(url: string, cache: RequestCache): Promise<Response> {
  const response = await fetch(url, { cache, priority: 'low' })
  // A browser does not take an answer that was led elsewhere for a page.
  if (!response.ok || response.redirected) throw new Error(`${url}: ${response.status}`)
  return response
}

async function eachOf(paths: readonly string[], work: (path: string) => Promise<void>) {
  const waiting = [...paths]
  const lane = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await work(path)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
}
