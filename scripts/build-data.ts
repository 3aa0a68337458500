import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { PermalinksFile } from '../src/shared/model.ts'
import { formerIds, listMoved, presentPair } from '../src/shared/moved.ts'
import { listYearPages } from '../src/shared/years.ts'
import { readTextFile, replaceFile, replaceFolder } from './files.ts'
import type { LayOutRequest } from './lay-out-worker.ts'
import { type FiledCorpus, fileCorpus } from './pipeline/build-corpus.ts'
import { parseChanges } from './pipeline/changes-file.ts'
import { compareTopics, formatTopicChanges, readFiling } from './pipeline/compare-topics.ts'
import { pairTopics } from './pipeline/describe-topics.ts'
import { renameKnown } from './pipeline/known-places.ts'
import type { LaidOut } from './pipeline/lay-out-topics.ts'
import { formatMap, type KnownMap, parseMap } from './pipeline/map-file.ts'
import { mapTopics } from './pipeline/map-task.ts'
import { formatPublished, keepPublished, parsePublished } from './pipeline/published-pages.ts'
import { formatRegistry } from './pipeline/registry-file.ts'
import { summariseWarnings } from './pipeline/summarise-warnings.ts'
import { exitWithProblems } from './print-problems.ts'
import { readArguments } from './read-arguments.ts'
import { readProject, sourceOptions } from './read-project.ts'
import { stepLog } from './step-log.ts'

const USAGE = `Builds data/generated from the listings and the curated files.

  npm run data

Tells which papers gain or lose a topic. New ids go into data/permalinks.json, new pages into
data/published.json, places of topics into data/map.json. A problem ends it with 1, and nothing is written.
`

const { values: options } = readArguments(
  USAGE,
  {
    ...sourceOptions,
    map: { type: 'string', default: 'data/map.json' },
    changes: { type: 'string', default: 'data/changes.json' },
    out: { type: 'string', default: 'data/generated' },
  },
  [0, 0],
)

const log = stepLog()
const sources = await readProject(options)
log('read', `${sources.listings.length} listings`)

const known = parseMap(options.map, await readTextFile(options.map))
const changesText = await readTextFile(options.changes)
const publishedFile = join(dirname(options.registry), 'published.json')
// Without a registry of papers nothing has been published.
const publishedText = sources.registry.text === null ? null : await readTextFile(publishedFile)
const before = parsePublished(publishedFile, publishedText)
const filed = fileCorpus(sources, log)
if ('problems' in filed)
  exitWithProblems([
    ...filed.problems,
    ...known.problems,
    ...before.problems,
    ...parseChanges(options.changes, changesText).problems,
  ])
const laidOut = layOutBeside(filed, known.map)
const built = filed.relate()
const changes = parseChanges(
  options.changes,
  changesText,
  new Set(built.registry.permalinks.map(({ id }) => id)),
)
const formerAreas = formerIds(built.areas)
const formerTopics = formerIds(built.topics)
const { published, problems: lost } = keepPublished(
  publishedFile,
  publishedText,
  before.published,
  {
    listings: built.listings.map(({ id }) => id),
    areas: built.areas.map(({ id }) => id),
    topics: built.topics.map(({ id }) => id),
    years: listYearPages(built.papers, before.published.years).map(({ key }) => key),
    pairs: built.pairs.filter(({ hasPage }) => hasPage).map(({ topics }) => topics.join('+')),
    formerAreas,
    formerTopics,
  },
)
const problems = [...known.problems, ...changes.problems, ...before.problems, ...lost]
if (problems.length > 0) exitWithProblems(problems)

const { corpus, papers, quality, registry } = built
const { layouts, map, moved } = await laidOut
log(
  'map',
  `${map.topics.length} topics${moved ? `, ${moved.topics} of them moved by ${moved.mean.toFixed(1)} units in the mean, ${moved.most.toFixed(1)} at most` : ''}`,
)
const header = { schema: 1 as const, corpus }
const permalinks: PermalinksFile['permalinks'] = registry.permalinks.map(
  ({ id, state, into, why }) => ({
    id,
    state,
    into: into ?? null,
    why: why ?? null,
  }),
)
const keptPairs = published.pairs.filter(
  (pair) => presentPair(pair, formerTopics).join('+') === pair,
)
const pairs = pairTopics(papers, keptPairs)
const movedPages = listMoved(formerAreas, formerTopics, published.pairs)
const filingBefore = readFiling(await readTextFile(`${options.out}/papers.json`))
await replaceFolder(
  options.out,
  new Map([
    ['papers.json', toJson({ ...header, papers })],
    [
      'listings.json',
      toJson({ ...header, listings: built.listings, intersections: built.intersections }),
    ],
    [
      'topics.json',
      toJson({ ...header, areas: built.areas, topics: built.topics, pairs, moved: movedPages }),
    ],
    ['graph.json', toJson({ ...header, ...built.graph, layouts })],
    ['glossary.json', toJson({ ...header, entries: built.glossary })],
    ['quality.json', toJson({ ...header, quality })],
    ['changes.json', toJson({ ...header, ...changes.record })],
    ['permalinks.json', toJson({ ...header, permalinks, years: published.years })],
    [
      'synonyms.json',
      toJson({ ...header, synonyms: built.synonyms, topicNames: built.topicNames }),
    ],
    [
      'paraphrases.json',
      toJson({
        ...header,
        paraphrases: built.paraphrases,
        freeParaphrases: built.freeParaphrases,
        topicParaphrases: built.topicParaphrases,
      }),
    ],
  ]),
)
await replaceFile(options.registry, formatRegistry(registry))
await replaceFile(options.map, formatMap(map))
await replaceFile(publishedFile, formatPublished(published))
log('write', `${options.out}, ${options.registry}, ${options.map}, ${publishedFile}`)
if (filingBefore)
  for (const line of formatTopicChanges(compareTopics(filingBefore, papers))) console.log(line)
for (const line of summariseWarnings(quality.warnings, `${options.out}/quality.json`))
  console.log(line)

/** Lays the map out on a core of its own, while papers are related. */
async function layOutBeside(
  { graph, topics, areas }: FiledCorpus,
  known: KnownMap | null,
): Promise<LaidOut> {
  const workerData: LayOutRequest = {
    topics: mapTopics({ graph, topics }),
    links: graph.links,
    areas,
    known: known && renameKnown(known, formerIds(topics)),
  }
  const worker = new Worker(new URL('lay-out-worker.ts', import.meta.url), { workerData })
  const [laidOut] = await once(worker, 'message')
  return laidOut
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}
