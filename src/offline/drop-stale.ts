import type { CacheNames } from './cache-names.ts'
import { LIST, TO_COME } from './fill-caches.ts'
import { namedFiles } from './named-files.ts'
import type { Precache } from './precache.ts'

/**
 * Drops what no page needs any more, when the worker of a build takes over. Hashed files stay that this build or the one
 * before has, since tabs of that may be open, those of a newer one that is on its way, and those that a visited page is
 * made of.
 */
export async function dropStale(precache: Precache, names: CacheNames, scope: string) {
  const current = names.shells + precache.version
  await unmark(current, scope)
  const hashed = await caches.open(names.hashed)
  // Before the lists, so that each file that came with a newer list is known by it.
  const loaded = (await hashed.keys()).map(({ url }) => url.slice(scope.length))
  const others = (await caches.keys()).filter(
    (name) => name.startsWith(names.shells) && name !== current,
  )
  const lists = [precache, ...(await Promise.all(others.map((name) => listOf(name, scope))))]
  const visited = await caches.open(names.visited)
  const unlisted = leftOut(loaded, lists)
  if (unlisted.length > 0) {
    const needed = await neededBy(visited, hashed, scope)
    await Promise.all(
      unlisted.filter((path) => !needed.has(path)).map((path) => hashed.delete(scope + path)),
    )
  }
  // The shell has newer copies of these.
  await Promise.all(precache.shell.map((path) => visited.delete(scope + path)))
  // A newer version that is on its way is spared; one that was given up goes at the next take-over.
  for (const name of others) if (!(await unmark(name, scope))) await caches.delete(name)
}

/** Whether the worker of the shell had not taken over. */
async function unmark(shell: string, scope: string): Promise<boolean> {
  return (await caches.open(shell)).delete(scope + TO_COME)
}

/** What the worker of another build keeps; nothing if it has hardly begun. */
async function listOf(shell: string, scope: string): Promise<Precache> {
  const list = await (await caches.open(shell)).match(scope + LIST)
  return list
    ? ((await list.json()) as Precache)
    : { version: '', shell: [], hashed: [], searchFolder: null }
}

function leftOut(paths: string[], lists: Precache[]): string[] {
  const listed = new Set(lists.flatMap((list) => list.hashed))
  const folders = lists.flatMap(({ searchFolder }) => searchFolder ?? [])
  return paths.filter(
    (path) => !listed.has(path) && !folders.some((folder) => path.startsWith(folder)),
  )
}

/** The scripts, style sheets and fonts that visited pages name, and those that these name in turn. */
async function neededBy(visited: Cache, hashed: Cache, scope: string): Promise<Set<string>> {
  const texts = await Promise.all((await visited.keys()).map((page) => textOf(visited, page.url)))
  const names = new Set(texts.flatMap((text) => [...namedFiles(text)]))
  const needed = new Set<string>()
  // A set is walked to its end, what is added meanwhile included.
  for (const name of names) {
    const path = `_astro/${name}`
    needed.add(path)
    if (!name.endsWith('.woff2'))
      for (const further of namedFiles(await textOf(hashed, scope + path))) names.add(further)
  }
  return needed
}

async function textOf(cache: Cache, url: string): Promise<string> {
  return (await (await cache.match(url))?.text()) ?? ''
}
