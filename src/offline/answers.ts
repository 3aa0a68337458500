import type { CacheNames } from './cache-names.ts'
import type { Precache } from './precache.ts'
import type { RequestEvent } from './worker-scope.ts'

/** How long the network may take where there is a copy. */
const PATIENCE_MS = 3_000

/** Visited pages that are kept; of more, those that were opened longest ago are dropped. */
const PAGES_KEPT = 300

/** What a server says of the way it was asked does not matter: a file has one content. */
const anyVariant = { ignoreVary: true, ignoreSearch: true }

/** The ways to answer a request, each for a kind of them. */
export interface Answers {
  /** From the network, else the copy of the last visit, else that of the shell, else the page for that. */
  page(event: RequestEvent): Promise<Response>
  /** From the network, else the copy of the shell. Rejects if there is neither. */
  shell(event: RequestEvent): Promise<Response>
  /** The copy, else from the network, which is then kept. Rejects if there is neither. */
  hashed(event: RequestEvent): Promise<Response>
  /** Loads a page anew to keep it. */
  keepPage(url: string): Promise<void>
}

export function answersFrom(precache: Precache, names: CacheNames, scope: string): Answers {
  const shellName = names.shells + precache.version

  async function keep(name: string, url: string, response: Response): Promise<void> {
    const cache = await caches.open(name)
    await cache.put(url, response)
    if (name !== names.visited) return
    const kept = await cache.keys()
    for (const oldest of kept.slice(0, Math.max(0, kept.length - PAGES_KEPT)))
      await cache.delete(oldest)
  }

  async function loadPage(event: RequestEvent): Promise<Response> {
    const response = await fetch(event.request)
    if (isPage(response))
      event.waitUntil(keep(names.visited, withoutQuery(event.request.url), response.clone()))
    return response
  }

  async function copyOfPage(url: string): Promise<Response | undefined> {
    for (const name of [names.visited, shellName])
      for (const address of [url, `${withoutQuery(url)}/`]) {
        const copy = await caches.match(address, { ...anyVariant, cacheName: name })
        if (copy) return copy
      }
    return undefined
  }

  const copyOfShell = (url: string) => caches.match(url, { ...anyVariant, cacheName: shellName })

  return {
    async page(event) {
      const { url } = event.request
      const loaded = loadPage(event)
      // It is kept for the next time even when it comes too late for this one.
      event.waitUntil(loaded.catch(() => undefined))
      const answer = await inTime(loaded, () => copyOfPage(url))
      return answer ?? (await copyOfShell(`${scope}offline/`)) ?? Response.error()
    },

    async shell(event) {
      const { url } = event.request
      const answer = await inTime(fetch(event.request), () => copyOfShell(url))
      return answer ?? Response.error()
    },

    async hashed(event) {
      const { url } = event.request
      const copy = await caches.match(url, { ...anyVariant, cacheName: names.hashed })
      if (copy) return copy
      const response = await fetch(event.request)
      if (response.ok) event.waitUntil(keep(names.hashed, url, response.clone()))
      return response
    },

    async keepPage(url) {
      const response = await fetch(withoutQuery(url))
      if (isPage(response)) await keep(names.visited, withoutQuery(url), response)
    },
  }
}

/** What is loaded; a copy if that takes long or fails. Where there is no copy it waits; undefined if all fails. */
async function inTime(
  loaded: Promise<Response>,
  copy: () => Promise<Response | undefined>,
): Promise<Response | undefined> {
  const late = new Promise<undefined>((done) => setTimeout(done, PATIENCE_MS))
  try {
    return (await Promise.race([loaded, late])) ?? (await copy()) ?? (await loaded)
  } catch {
    return copy()
  }
}

function isPage(response: Response): boolean {
  const type = response.headers.get('Content-Type') ?? ''
  return response.ok && !response.redirected && type.startsWith('text/html')
}

function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}
