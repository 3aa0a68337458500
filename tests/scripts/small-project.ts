import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeEach } from 'vitest'
import { plainListing } from '../pipeline/listing-fixtures.ts'

export interface SmallProject {
  folder: string
  /** Runs a script of this repository in the project. */
  run(script: string, ...args: string[]): { status: number | null; stdout: string; stderr: string }
  read(name: string): string
  write(name: string, text: string): void
  /** All files of data/ but the generated ones, with their texts. */
  sources(): Map<string, string>
}

const corrections = `# Decided by people.
corrections:
  # None of these is a joke.
  - field: title
    in: 'Speculative Decoding'
    from: 'Languag Models'
    to: "Language Models" # as the abstract has it
    why: a letter was lost
`

// That of the real papers takes longer to read than all else that a step does here.
const vocabulary = `areas:
  - { id: models, label: Models, scope: How models are built and run. }
topics:
  - id: speculative-decoding
    label: Speculative decoding
    scope: Drafts that a larger model verifies.
    area: models
    aliases: [speculative decoding]
  - id: quantization
    label: Quantization
    scope: Numbers of fewer bits in a model.
    area: models
    aliases: [quantization]
`

/** A project with two small listings of three papers and a vocabulary of two topics, whose data is built. */
export function makeSmallProject(): SmallProject {
  const project = openProject(mkdtempSync(join(tmpdir(), 'lectern-small-')))
  for (const name of ['listings', 'curated'])
    mkdirSync(join(project.folder, 'data', name), { recursive: true })
  project.write('data/curated/corrections.yaml', corrections)
  project.write('data/curated/topics.yaml', vocabulary)
  cpSync('data/curated/topic-weights.json', join(project.folder, 'data/curated/topic-weights.json'))
  project.write(
    'data/listings/000_0123456789abcdef.txt',
    plainListing([
      'Speculative Decoding for Languag Models',
      'A Study of {\\bf Bold} Quantization',
    ]),
  )
  project.write('data/listings/001_first.txt', plainListing(['Retrieval-Augmented Generation']))
  const { status, stderr } = project.run('build-data.ts')
  if (status !== 0) throw new Error(stderr)
  return project
}

/** A small project that each test has as if it were the first. */
export function freshSmallProject(): SmallProject {
  const untouched = makeSmallProject()
  const project = { ...untouched }
  beforeEach(() => void Object.assign(project, copyOf(untouched)))
  afterEach(() => rmSync(project.folder, { recursive: true }))
  afterAll(() => rmSync(untouched.folder, { recursive: true }))
  return project
}

/** Makes a project a git repository with its code and one commit; gives git to be run in it. */
export function makeRepository({ folder, write }: SmallProject): (...args: string[]) => string {
  for (const name of ['scripts', 'src', 'package.json', 'tsconfig.json'])
    cpSync(name, join(folder, name), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  write('.gitignore', 'node_modules\ndata/generated\n')
  const identity = ['user.name=A', 'user.email=a@example.org', 'commit.gpgsign=false']
  const git = (...args: string[]) =>
    execFileSync('git', [...identity.flatMap((setting) => ['-c', setting]), ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).trim()
  git('init', '--quiet', '--initial-branch=main')
  git('add', '.')
  git('commit', '--quiet', '-m', 'Begin')
  return git
}

/** A copy of a project, to be changed apart. */
function copyOf({ folder }: SmallProject): SmallProject {
  const copy = mkdtempSync(join(tmpdir(), 'lectern-small-'))
  cpSync(folder, copy, { recursive: true })
  return openProject(copy)
}

function openProject(folder: string): SmallProject {
  return {
    folder,
    run: (script, ...args) =>
      spawnSync(process.execPath, [resolve('scripts', script), ...args], {
        cwd: folder,
        encoding: 'utf8',
      }),
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    write: (name, text) => writeFileSync(join(folder, name), text),
    sources: () => {
      const names = readdirSync(join(folder, 'data'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((name) => !name.includes('generated'))
        .sort()
      return new Map(names.map((name) => [name, readFileSync(name, 'utf8')]))
    },
  }
}
