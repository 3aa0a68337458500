import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { PapersFile, PermalinksFile, TopicsFile } from '../src/shared/model.ts'
import { git } from './git.ts'
import type { PublishedState } from './pipeline/compare-corpora.ts'
import { parseMap } from './pipeline/map-file.ts'

/** What the data step needs of a project. */
const NEEDED = ['data', 'scripts', 'src', 'package.json', 'tsconfig.json']

/** The data of a project as the data step writes it. */
interface BuiltState {
  /** Hash of the corpus. */
  hash: string
  state: PublishedState
}

/** Builds a git revision of the project in the current folder, with the code it had, in a temporary folder. */
export function buildRevision(revision: string, folder: string): BuiltState {
  const here = process.cwd()
  const project = join(folder, 'base')
  mkdirSync(project)
  const there = git('ls-tree', '--name-only', revision)?.split('\n') ?? []
  const archive = execFileSync(
    'git',
    ['archive', '--format=tar', revision, ...NEEDED.filter((name) => there.includes(name))],
    { cwd: here, maxBuffer: 2 ** 30 },
  )
  execFileSync('tar', ['-x', '-C', project], { input: archive })
  symlinkSync(join(here, 'node_modules'), join(project, 'node_modules'))
  return build(project, join(project, 'data'), 'base')
}

/** Builds the project in the current folder, which keeps its registry and map: the data step writes to copies. */
export function buildWorkingTree(folder: string): BuiltState {
  const here = process.cwd()
  const data = join(folder, 'copy')
  mkdirSync(data)
  for (const name of ['permalinks.json', 'map.json', 'published.json'])
    if (existsSync(join(here, 'data', name)))
      copyFileSync(join(here, 'data', name), join(data, name))
  return build(here, data, 'working tree')
}

function build(project: string, data: string, what: string): BuiltState {
  const out = join(data, 'generated')
  const [registry, map] = [join(data, 'permalinks.json'), join(data, 'map.json')]
  const args = ['scripts/build-data.ts', '--registry', registry, '--map', map, '--out', out]
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' })
  if (status !== 0) {
    console.error(`${stderr}The data of the ${what} can’t be built; see above.`)
    process.exit(1)
  }
  const read = <T>(name: string) => JSON.parse(readFileSync(join(out, name), 'utf8')) as T
  const { corpus, papers } = read<PapersFile>('papers.json')
  return {
    hash: corpus.hash,
    state: {
      papers,
      topics: read<TopicsFile>('topics.json').topics,
      permalinks: read<PermalinksFile>('permalinks.json').permalinks,
      map: parseMap(map, readFileSync(map, 'utf8')).map,
    },
  }
}
