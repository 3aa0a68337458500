import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { freshSmallProject } from './small-project.ts'

const REGISTRY = 'data/permalinks.json'
const ID = 'retrieval-augmented-generation'
const INTO = 'a-study-of-bold-quantization'

const project = freshSmallProject()

const permalinks = (...args: string[]) => project.run('permalinks.ts', ...args)

test('a paper that a listing still has is not merged, and what to do is told', () => {
  const before = project.sources()
  const { status, stderr } = permalinks('merge', ID, INTO)
  expect(stderr).toMatch(
    /^data\/permalinks\.json:1: "[^"]+" is registered as "a-study-of-bold-quantization", which another paper holds; merge both in data\/curated\/merges\.yaml\n1 problem; nothing was written/,
  )
  expect(status).toBe(1)
  expect(project.sources()).toEqual(before)
})

test('a paper that no listing has any more is merged or withdrawn, and the data builds', () => {
  const before = project.read(REGISTRY)
  rmSync(`${project.folder}/data/listings/001_first.txt`)
  rmSync(`${project.folder}/data/published.json`)
  expect(project.run('build-data.ts').status).toBe(1)
  expect(permalinks('merge', ID, INTO)).toMatchObject({ status: 0, stderr: '' })
  expect(project.run('build-data.ts')).toMatchObject({ status: 0, stderr: '' })
  project.write(REGISTRY, before)
  expect(permalinks('withdraw', ID, '--why', 'by mistake').status).toBe(0)
  expect(project.run('build-data.ts').status).toBe(0)
})

test('a withdrawal is undone to the letter', () => {
  const before = project.read(REGISTRY)
  expect(permalinks('withdraw', ID, '--why', 'by mistake').status).toBe(0)
  expect(project.read(REGISTRY)).toContain('"why":"by mistake"')
  expect(permalinks('restore', ID).status).toBe(0)
  expect(project.read(REGISTRY)).toBe(before)
})

test('several papers are withdrawn and restored at once, or none', () => {
  const before = project.read(REGISTRY)
  expect(permalinks('withdraw', ID, INTO, '--why', 'by mistake').status).toBe(0)
  expect(project.read(REGISTRY).match(/"state":"withdrawn"/g)).toHaveLength(2)
  expect(permalinks('restore', ID, 'nobody').status).toBe(1)
  expect(permalinks('restore', ID, INTO).status).toBe(0)
  expect(project.read(REGISTRY)).toBe(before)
})

test('a paper that no listing has can not be restored', () => {
  expect(permalinks('withdraw', ID, '--why', 'by mistake').status).toBe(0)
  rmSync(`${project.folder}/data/listings/001_first.txt`)
  const before = project.read(REGISTRY)
  const { status, stderr } = permalinks('restore', ID)
  expect(stderr).toContain(`"${ID}" was published, but no listing has it; restore its listing`)
  expect(status).toBe(1)
  expect(project.read(REGISTRY)).toBe(before)
})

test('a mistake is told without a stack', () => {
  expect(permalinks('restore', ID).stderr).toBe(
    `permalinks: "${ID}" is live, not withdrawn; there is nothing to restore\n`,
  )
  expect(permalinks('merge', ID).stderr).toContain('npm run permalinks -- merge ID INTO')
})

test('an unknown command, or one id of two, is told with the usage', () => {
  const usage = '\n\nChanges what a published id leads to.'
  expect(permalinks('witdraw', ID)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(`There is no command "witdraw".${usage}`),
  })
  expect(permalinks('merge', ID)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(`"merge" takes two ids.${usage}`),
  })
})
