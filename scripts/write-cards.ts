/**
 * After a build: `node scripts/write-cards.ts dist` puts the pictures for links beside the pages, one for each
 * paper and topic and one for the site. They are the same at every base; several folders may be named.
 */
import type { PapersFile, TopicsFile } from '../src/shared/model.ts'
import { siteName } from '../src/site.ts'
import { listCards } from './cards/card-content.ts'
import { placeCards } from './cards/place-cards.ts'
import { openRenderer } from './cards/renderer.ts'
import { readGenerated } from './read-generated.ts'

const CACHE = 'data/cache/cards'

const sites = process.argv.length > 2 ? process.argv.slice(2) : ['dist']
const start = performance.now()
const { papers } = await readGenerated<PapersFile>('papers.json')
const { topics, areas } = await readGenerated<TopicsFile>('topics.json')
const cards = listCards({ papers, topics, areas }, siteName)
const drawn = await placeCards(cards, await openRenderer(), { sites, cache: CACHE }, showProgress)
const seconds = ((performance.now() - start) / 1000).toFixed(1)
console.log(`cards: ${cards.length}, of which ${drawn} drawn anew, ${seconds} s`)

/** One line that counts up; where lines can't be written over, a line for each hundred. */
function showProgress(ready: number): void {
  const line = `cards: ${ready} of ${cards.length}`
  if (process.stdout.isTTY) process.stdout.write(ready < cards.length ? `\r${line}` : '\r')
  else if (ready % 100 === 0) console.log(line)
}
