import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainListing } from '../pipeline/listing-fixtures.ts'
import { makeRepository, makeSmallProject, type SmallProject } from './small-project.ts'

let project: SmallProject
let git: (...args: string[]) => string

beforeAll(() => {
  project = makeSmallProject()
  git = makeRepository(project)
  git('tag', 'v1')
})

afterAll(() => rmSync(project.folder, { recursive: true }))

test('says so when nothing changes, and takes the last tag where no revision is named', () => {
  const { status, stdout } = project.run('diff.ts')
  expect(status).toBe(0)
  expect(stdout).toBe(
    `since v1 (${git('rev-parse', 'v1').slice(0, 12)})\nNothing changes for readers.\n`,
  )
})

test('tells papers, merges, texts, topics and vocabulary that differ, and writes nothing', () => {
  project.write(
    'data/listings/002_second.txt',
    plainListing(['Speculative Decoding Anew', 'Retrieval-Augmented Generation']),
  )
  project.write(
    'data/curated/corrections.yaml',
    project
      .read('data/curated/corrections.yaml')
      .replace('"Language Models"', '"Large Language Models"'),
  )
  project.write(
    'data/curated/merges.yaml',
    'merge:\n  - titles: [Retrieval-Augmented Generation, "A Study of {\\\\bf Bold} Quantization"]\n    why: this is only a test\n',
  )
  const topics = project.read('data/curated/topics.yaml')
  project.write(
    'data/curated/topics.yaml',
    topics.replace('label: Quantization\n', 'label: Quantisation\n'),
  )
  const before = project.sources()

  const { status, stdout } = project.run('diff.ts', 'HEAD')
  expect(status).toBe(0)
  expect(stdout).toContain('papers: 3 before, 3 after')
  expect(stdout).toContain('new: 1\n  speculative-decoding-anew: Speculative Decoding Anew\n')
  expect(stdout).toContain(
    'merged: 1\n  retrieval-augmented-generation leads to a-study-of-bold-quantization',
  )
  expect(stdout).toContain('seen again: 1\n  a-study-of-bold-quantization in 001_first, 002_second')
  expect(stdout).toMatch(
    /text changed: .*\n.*\n.*− Speculative Decoding for Language.*\n.*\+ .*for Large Language/,
  )
  expect(stdout).toMatch(/topic renamed: 1\n {2}quantization: Quantization → Quantisation/)
  expect(stdout).toContain('npm run diff -- --record YYYY-MM-DD')
  expect(project.sources()).toEqual(before)
})

test('tells machines the same', () => {
  const { changes, base } = JSON.parse(project.run('diff.ts', 'HEAD', '--json').stdout)
  expect(base).toBe('HEAD')
  expect(changes.moved).toEqual([
    { id: 'retrieval-augmented-generation', into: 'a-study-of-bold-quantization' },
  ])
})

test('a revision that is none, and data that can’t be built, end with 1 and say so', () => {
  const unknown = project.run('diff.ts', '--', '--output=x')
  expect([unknown.status, unknown.stderr]).toEqual([1, expect.stringContaining('is no revision')])
  project.write('data/listings/003_empty.txt', '')
  const broken = project.run('diff.ts')
  expect(broken.stderr).toContain('003_empty.txt:1: the file is empty')
  expect(broken.stderr).toContain('The data of the working tree can’t be built')
  expect(broken.status).toBe(1)
})
