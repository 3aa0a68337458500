import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PapersFile, PermalinksFile, TopicsFile } from '../src/shared/model.ts'
import { compareCorpora, type PublishedState } from './pipeline/compare-corpora.ts'
import { formatCorpusChanges } from './pipeline/format-corpus-changes.ts'
import { parseMap } from './pipeline/map-file.ts'
import { readArguments } from './read-arguments.ts'

const USAGE = `What a rebuild changes for readers.

  npm run diff               since the last tag, or the last commit where there is no tag
  npm run diff -- BASE       since a git revision
  npm run diff -- BASE --json

Builds the data of BASE with the code of BASE, and that of the working tree with its own, both in a
temporary folder, and compares the papers, topics, addresses and map. Nothing is written.
`

/** What the data step needs of a project. */
const NEEDED = ['data', 'scripts', 'src', 'package.json', 'tsconfig.json']

const { values, positionals } = readArguments(
  USAGE,
  { json: { type: 'boolean', default: false } },
  [0, 1],
)
const here = process.cwd()
const base = positionals[0] ?? lastTag() ?? 'HEAD'
const revision = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`)
if (!revision) stop(`"${base}" is no revision of this repository; name a commit, tag or branch.`)

const folder = mkdtempSync(join(tmpdir(), 'lectern-diff-'))
process.on('exit', () => rmSync(folder, { recursive: true }))
const changes = compareCorpora(buildBase(), buildWorkingTree())
if (values.json) console.log(JSON.stringify({ schema: 1, base, revision, changes }, null, 2))
else {
  console.log(`since ${base} (${revision.slice(0, 12)})`)
  for (const line of formatCorpusChanges(changes)) console.log(line)
}

function lastTag(): string | null {
  return git('describe', '--tags', '--abbrev=0')
}

/** The output of git, or null where it fails. */
function git(...args: string[]): string | null {
  const { status, stdout } = spawnSync('git', args, { cwd: here, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

function buildBase(): PublishedState {
  const project = join(folder, 'base')
  mkdirSync(project)
  const there = git('ls-tree', '--name-only', revision as string)?.split('\n') ?? []
  const archive = execFileSync(
    'git',
    [
      'archive',
      '--format=tar',
      revision as string,
      ...NEEDED.filter((name) => there.includes(name)),
    ],
    { cwd: here, maxBuffer: 2 ** 30 },
  )
  execFileSync('tar', ['-x', '-C', project], { input: archive })
  symlinkSync(join(here, 'node_modules'), join(project, 'node_modules'))
  return build(project, join(project, 'data'), 'base')
}

/** The working tree keeps its registry and map: the data step writes to copies. */
function buildWorkingTree(): PublishedState {
  const data = join(folder, 'copy')
  mkdirSync(data)
  for (const name of ['permalinks.json', 'map.json'])
    if (existsSync(join(here, 'data', name)))
      copyFileSync(join(here, 'data', name), join(data, name))
  return build(here, data, 'working tree')
}

function build(project: string, data: string, what: string): PublishedState {
  const out = join(data, 'generated')
  const [registry, map] = [join(data, 'permalinks.json'), join(data, 'map.json')]
  const args = ['scripts/build-data.ts', '--registry', registry, '--map', map, '--out', out]
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' })
  if (status !== 0) stop(`${stderr}The data of the ${what} can’t be built; see above.`)
  const read = <T>(name: string) => JSON.parse(readFileSync(join(out, name), 'utf8')) as T
  return {
    papers: read<PapersFile>('papers.json').papers,
    topics: read<TopicsFile>('topics.json').topics,
    permalinks: read<PermalinksFile>('permalinks.json').permalinks,
    map: parseMap(map, readFileSync(map, 'utf8')).map,
  }
}

function stop(message: string): never {
  console.error(message)
  process.exit(1)
}
