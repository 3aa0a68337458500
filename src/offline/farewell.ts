import { cacheNames } from './cache-names.ts'
import type { WorkerScope } from './worker-scope.ts'

/** The service worker of a site that no longer has one: it takes away what was kept, then itself. */
declare const self: WorkerScope

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))

self.addEventListener('activate', (event) => event.waitUntil(leave()))

async function leave(): Promise<void> {
  const { prefix } = cacheNames(self.registration.scope)
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix))
  await Promise.all(names.map((name) => caches.delete(name)))
  await self.registration.unregister()
}
