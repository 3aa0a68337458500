import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rankWithFlexSearch } from './evaluate/rank-with-flexsearch.ts'
import { rankWithLectern } from './evaluate/rank-with-lectern.ts'
import { rankWithLunr } from './evaluate/rank-with-lunr.ts'
import { rankAsVitePress, rankWithMiniSearch } from './evaluate/rank-with-minisearch.ts'
import type { Ranker } from './evaluate/ranker.ts'
import { readGold } from './gold.ts'

/** Milliseconds. */
interface EngineTimes {
  name: string
  /** To index all papers. */
  build: number
  /** To each of the judged queries, all results. */
  answer: Promise<number[]>
}

/** Times engines that rank in Node, one after another, on a folder of generated data. */
export function* benchEngines(folder: string): Generator<EngineTimes> {
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const { papers } = read('papers.json')
  const sources = {
    papers,
    ...read('topics.json'),
    ...read('listings.json'),
    glossary: read('glossary.json').entries,
    ...read('synonyms.json'),
    ...read('paraphrases.json'),
  }
  const makers: (() => Ranker)[] = [
    () => rankWithLectern(sources),
    () => rankWithMiniSearch(papers),
    () => rankAsVitePress(papers),
    () => rankWithLunr(papers),
    () => rankWithFlexSearch(papers),
  ]
  for (const make of makers) {
    const start = performance.now()
    const ranker = make()
    yield { name: ranker.name, build: performance.now() - start, answer: timeQueries(ranker) }
  }
}

async function timeQueries({ rank }: Ranker): Promise<number[]> {
  const times: number[] = []
  for (const { query } of readGold().queries) {
    const start = performance.now()
    await rank(query)
    times.push(performance.now() - start)
  }
  return times
}
