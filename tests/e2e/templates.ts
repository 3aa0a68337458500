import { readFileSync } from 'node:fs'
import type { ListingsFile, PapersFile, TopicsFile } from '../../src/shared/model.ts'
import { comparePath, pairPath, yearPath } from '../../src/shared/paths.ts'

function readPublished<T>(name: string): T {
  return JSON.parse(readFileSync(`dist/data/${name}`, 'utf8')) as T
}

const { papers } = readPublished<PapersFile>('papers.json')
const { listings } = readPublished<ListingsFile>('listings.json')
const { areas, pairs, topics } = readPublished<TopicsFile>('topics.json')
const largeTopic = [...topics].sort((a, b) => b.main - a.main)[0]!
const byLength = [...papers].sort((a, b) => a.abstract.length - b.abstract.length)

/** Addresses of the paper pages with most and least on them. */
export const { url: longPaper, title: longTitle } = byLength.at(-1)!
export const shortPaper = byLength[0]!.url
export const otherPaper = byLength.at(-2)!.url

const someYear = yearPath(papers.find(({ date }) => date)!.date!.value.slice(0, 4))

/**
 * One page per template, base-relative. A new kind of page gets a line here
 * and is then visited, measured and checked by every test of templates.
 */
export const templates: readonly { name: string; path: string }[] = [
  { name: 'home', path: '/' },
  { name: 'papers', path: '/papers/' },
  { name: 'long paper', path: longPaper },
  { name: 'short paper', path: shortPaper },
  { name: 'topics', path: '/topics/' },
  { name: 'large topic', path: largeTopic.url },
  { name: 'topic pair', path: pairPath(...pairs[0]!.topics) },
  { name: 'area', path: areas[0]!.url },
  { name: 'glossary', path: '/glossary/' },
  { name: 'listings', path: '/listings/' },
  { name: 'listing', path: listings[0]!.url },
  { name: 'years', path: '/years/' },
  { name: 'year', path: someYear },
  { name: 'map', path: '/graph/' },
  { name: 'search', path: '/search/' },
  {
    name: 'comparison',
    path: comparePath([byLength[0]!, ...papers.slice(0, 3)].map(({ id }) => id)),
  },
  { name: 'reading list', path: '/reading-list/' },
  { name: 'about', path: '/about/' },
  { name: 'about the data', path: '/about/data/' },
  { name: 'changes', path: '/about/changes/' },
  { name: 'permalinks', path: '/about/permalinks/' },
  { name: 'page that needs a connection', path: '/offline/' },
  { name: 'page not found', path: '/404.html' },
]
