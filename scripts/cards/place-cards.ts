import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import type { CardContent } from './card-content.ts'
import type { Renderer } from './renderer.ts'

interface Places {
  /** Built sites; each gets all cards. */
  sites: readonly string[]
  /** Folder of the cards drawn before, named for all that is drawn; it keeps those still in use. */
  cache: string
}

/**
 * Writes cards into built sites, several at a time. Draws only those that the cache lacks, and returns how
 * many those were. `report` is told after each card how many are ready.
 */
export async function placeCards(
  cards: readonly { path: string; content: CardContent }[],
  { version, render }: Renderer,
  { sites, cache }: Places,
  report: (ready: number) => void = () => {},
): Promise<number> {
  await mkdir(cache, { recursive: true })
  const cached = new Set(await readdir(cache))
  const names = cards.map(({ content }) => cacheName(content, version))
  let [next, ready, drawn] = [0, 0, 0]

  async function placeNext(): Promise<void> {
    while (next < cards.length) {
      const index = next++
      const { path, content } = cards[index]!
      const name = names[index]!
      if (!cached.has(name)) {
        await writeWhole(join(cache, name), await render(content))
        drawn++
      }
      for (const site of sites) await copyTo(join(cache, name), join(site, path))
      report(++ready)
    }
  }

  await Promise.all(Array.from({ length: 2 * availableParallelism() }, placeNext))
  const used = new Set(names)
  for (const name of cached) if (!used.has(name)) await rm(join(cache, name), { force: true })
  return drawn
}

function cacheName(content: CardContent, version: string): string {
  const hash = createHash('sha256').update(version).update(JSON.stringify(content))
  return `${hash.digest('hex').slice(0, 32)}.png`
}

/** So that a build that is stopped leaves no half of a card behind, and two builds do not meet in one file. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.${process.pid}`
  await writeFile(part, bytes)
  await rename(part, file)
}

async function copyTo(source: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true })
  await copyFile(source, target)
}
