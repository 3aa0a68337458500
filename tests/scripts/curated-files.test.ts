import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freshSmallProject } from './small-project.ts'

const project = freshSmallProject()

/** What the data step says, which must not build. */
function told(): string {
  const before = project.read('data/generated/papers.json')
  const { status, stderr } = project.run('build-data.ts')
  expect(status).toBe(1)
  expect(project.read('data/generated/papers.json')).toBe(before)
  return stderr
}

test('a curated file that is not UTF-8 is told at its line', () => {
  const name = 'data/curated/corrections.yaml'
  const latin = project.read(name).replace('a letter was lost', 'a letter, é, was lost')
  writeFileSync(join(project.folder, name), Buffer.from(latin, 'latin1'))
  expect(told()).toBe(
    `${name}:8: bytes that are not UTF-8, perhaps Latin-1; convert the file to UTF-8\n1 problem; nothing was written.\n`,
  )
})

test('a vocabulary that is missing is told, and not what follows from it', () => {
  rmSync(join(project.folder, 'data/curated/topics.yaml'))
  expect(told()).toMatch(/^data\/curated\/topics.yaml:1: is missing, .*restore it.*\n1 problem;/)
})

test('a curated file that was emptied is told', () => {
  project.write('data/curated/corrections.yaml', '\n')
  expect(told()).toMatch(/^data\/curated\/corrections.yaml:1: is empty; restore it, or delete/)
})
