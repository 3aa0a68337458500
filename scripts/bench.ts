import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { PapersFile, TopicsFile } from '../src/shared/model.ts'
import { benchEngines } from './bench-engines.ts'
import { benchFrames, buildSyntheticSite, FRAMES_HEAD, formatFrames } from './bench-frames.ts'
import { benchLighthouse, formatLighthouse, LIGHTHOUSE_HEAD } from './bench-lighthouse.ts'
import { benchMap, formatMapCost, MAP_HEAD } from './bench-map.ts'
import { benchSearch } from './bench-search.ts'
import { copyProject } from './copy-project.ts'
import { readCorpus } from './evaluate/read-corpus.ts'
import { mapTopics } from './pipeline/map-task.ts'
import { readArguments } from './read-arguments.ts'
import { projectFolder } from './run-step.ts'
import { syntheticGraph } from './synthetic-graph.ts'

const USAGE = `Prints what the project costs, the figures of docs/design.md: time, memory, bytes and frames.

  npm run bench                 everything
  npm run bench -- PART...      some of:
    maps      laying out the map of this repository and two made-up ones
    frames    moving the made-up maps in Chromium
    pages     Lighthouse on the site in dist, as a slow phone
    corpus    the listings of this repository: data step, pages, sizes, search, map
    scale     the same for ../shared/scale, where it is
`

/** Scores of one run vary by several points. */
const LIGHTHOUSE_RUNS = 3

const scaleFolder = join(projectFolder, '../shared/scale')

interface Cost {
  seconds: number
  /** Most memory held at once, in MB; null where the system does not tell. */
  peakMegabytes: number | null
}

/** Runs a script of the project copy; throws with its output if it fails. */
function measure(folder: string, args: readonly string[]): Cost {
  // Linux keeps the peak of a process and of the children it waited for.
  const report = `process.on('exit',()=>console.error('PEAK '+process.resourceUsage().maxRSS))`
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`--import=data:text/javascript,${encodeURIComponent(report)}`, ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    },
  )
  const seconds = (performance.now() - start) / 1000
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stdout}\n${stderr}`)
  const peak = /^PEAK (\d+)$/m.exec(stderr)?.[1]
  return { seconds, peakMegabytes: peak ? Math.round(Number(peak) / 1024) : null }
}

function printCost(name: string, { seconds, peakMegabytes }: Cost): void {
  console.log(
    `${name.padEnd(24)}${seconds.toFixed(1).padStart(8)} s${`${peakMegabytes}`.padStart(8)} MB`,
  )
}

async function benchCorpus(name: string, prepare: (folder: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  try {
    copyProject(folder)
    prepare(folder)
    console.log(`\n${name}`)
    printCost('data step', measure(folder, ['scripts/build-data.ts']))
    printCost('pages', measure(folder, ['node_modules/astro/bin/astro.mjs', 'build', '--silent']))
    printSizes(join(folder, 'dist'))
    await printSearch(folder)
    console.log(FRAMES_HEAD)
    console.log(formatFrames('map', await benchFrames(join(folder, 'dist'))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Bytes by kind of page: the first folder of the address, its index apart. */
function printSizes(site: string): void {
  const names = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.\w+$/.test(name),
  )
  const kinds = new Map<string, number[]>()
  for (const name of names) {
    const [first = '', ...rest] = name.split('/')
    const kind =
      rest.length > 1 && name.endsWith('.html')
        ? `${first}/*`
        : name
            .replace(/^(papers|topics|listings)\/[^/]+?\.(.+)$/, '$1/*.$2')
            .replace(/^(\w+)\/[^/]+\/(feed\.\w+)$/, '$1/*/$2')
            .replace(/^_astro\/.*\./, '_astro/*.')
            .replace(/(texts|catalogue)-\d+/, '$1-*')
    kinds.set(kind, [...(kinds.get(kind) ?? []), gzipSync(readFileSync(join(site, name))).length])
  }
  console.log(`${names.length} files; bytes with gzip: most, sum`)
  for (const [kind, sizes] of [...kinds].sort()) {
    const sum = sizes.reduce((a, b) => a + b, 0)
    console.log(
      `${kind.padEnd(32)}${String(sizes.length).padStart(7)} ×${String(Math.max(...sizes)).padStart(10)}${String(sum).padStart(12)}`,
    )
  }
}

/** Search in Chromium, then the other engines beside ours in Node: building, and answering. */
async function printSearch(folder: string): Promise<void> {
  const { coldBytes, typing } = await benchSearch(join(folder, 'dist'))
  console.log(`search: ${coldBytes} bytes for the first result of a cold visit`)
  for (const [slowdown, { answer, paint }] of typing)
    console.log(
      `search at ${slowdown}× slowdown, ms, p50 and p95: answer ${quantiles(answer)}, paint ${quantiles(paint)}`,
    )
  for (const { name, build, answer } of benchEngines(join(folder, 'data/generated')))
    console.log(
      `${name.padEnd(32)} index ${build.toFixed(0).padStart(7)} ms, answer ${quantiles(await answer)} ms`,
    )
}

function quantiles(times: number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1)
  return `${at(0.5).padStart(7)} ${at(0.95).padStart(7)}`
}

async function benchMaps(): Promise<void> {
  console.log(MAP_HEAD)
  const graphs = [
    ['this repository', await readCorpus()],
    ['300 synthetic topics', syntheticGraph(300)],
    ['1,000 synthetic topics', syntheticGraph(1000)],
  ] as const
  for (const [name, corpus] of graphs) {
    const { graph, areas } = corpus
    const cost = benchMap({ topics: mapTopics(corpus), links: graph.links, areas })
    console.log(formatMapCost(name, cost))
  }
}

async function benchSyntheticMaps(): Promise<void> {
  console.log(`\n${FRAMES_HEAD}`)
  for (const count of [300, 1000]) {
    const folder = mkdtempSync(join(tmpdir(), 'lectern-map-'))
    try {
      buildSyntheticSite(folder, count)
      console.log(formatFrames(`${count} synthetic`, await benchFrames(join(folder, 'dist'))))
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
}

/** Pages of each kind that has a budget, in the site as it was last built. */
async function benchPages(): Promise<void> {
  console.log(`\n${LIGHTHOUSE_HEAD}`)
  const { papers } = readData<PapersFile>('papers.json')
  const { topics } = readData<TopicsFile>('topics.json')
  const longest = papers.reduce((a, b) => (b.abstract.length > a.abstract.length ? b : a))
  const largest = topics.reduce((a, b) => (b.main > a.main ? b : a))
  for (const path of ['/', longest.url, largest.url, '/search/', '/graph/'])
    console.log(
      formatLighthouse(
        path.length > 22 ? `${path.slice(0, 21)}…` : path,
        await benchLighthouse(join(projectFolder, 'dist'), path.slice(1), LIGHTHOUSE_RUNS),
      ),
    )
}

function readData<T>(name: string): T {
  return JSON.parse(readFileSync(join(projectFolder, 'data/generated', name), 'utf8')) as T
}

async function benchLargeCorpus(): Promise<void> {
  if (!existsSync(scaleFolder)) {
    console.log(`\nNo large corpus at ../shared/scale, so it is left out.`)
    return
  }
  await benchCorpus('The large corpus', (folder) => {
    const listings = join(folder, 'data/listings')
    rmSync(listings, { recursive: true })
    cpSync(scaleFolder, listings, { recursive: true, filter: (name) => !name.endsWith('.md') })
    // These decisions and records are about the papers of this repository; the vocabulary stays.
    const paraphrases = ['paraphrases.yaml', 'free-paraphrases.yaml']
    const curated = ['corrections.yaml', 'merges.yaml', ...paraphrases]
    const ofThese = [...curated.map((name) => `curated/${name}`), 'permalinks.json', 'changes.json']
    for (const name of ofThese) rmSync(join(folder, 'data', name), { force: true })
  })
}

const parts = {
  maps: benchMaps,
  frames: benchSyntheticMaps,
  pages: benchPages,
  corpus: () => benchCorpus('The listings of this repository', () => {}),
  scale: benchLargeCorpus,
}

const { positionals, refuse } = readArguments(USAGE, {}, [0, Object.keys(parts).length])
const unknown = positionals.find((name) => !(name in parts))
if (unknown !== undefined) refuse(`There is no part "${unknown}".`)
for (const [name, run] of Object.entries(parts))
  if (positionals.length === 0 || positionals.includes(name)) await run()
