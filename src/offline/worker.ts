import { answersFrom } from './answers.ts'
import { cacheNames } from './cache-names.ts'
import { dropStale } from './drop-stale.ts'
import { fillCaches } from './fill-caches.ts'
import type { WorkerMessage } from './messages.ts'
import type { Precache } from './precache.ts'
import { requestKind } from './request-kind.ts'
import type { WorkerScope } from './worker-scope.ts'

/** The service worker: what was kept answers where the network does not. The build writes the list. */
declare const PRECACHE: Precache
declare const self: WorkerScope

// Only once, as the build puts the whole list in the place of the name.
const precache = PRECACHE
const { scope } = self.registration
const names = cacheNames(scope)
const shell = new Set(precache.shell)
const answers = answersFrom(precache, names, scope)

self.addEventListener('install', (event) => event.waitUntil(fillCaches(precache, names, scope)))

self.addEventListener('activate', (event) => event.waitUntil(takeOver()))

self.addEventListener('message', (event) => {
  const message = event.data as WorkerMessage
  if (message === 'take over') event.waitUntil(self.skipWaiting())
  if (message === 'keep this page' && event.source)
    event.waitUntil(answers.keepPage(event.source.url))
})

self.addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request
  const kind = requestKind({ method, url, isNavigation: mode === 'navigate' }, scope, shell)
  if (kind) event.respondWith(answers[kind](event))
})

async function takeOver(): Promise<void> {
  // A preload that fails takes the page with it in Firefox, whatever the worker answers. Former workers asked for it.
  await self.registration.navigationPreload?.disable()
  await self.clients.claim()
  await dropStale(precache, names, scope)
}
