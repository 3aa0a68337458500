import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freshSmallProject } from './small-project.ts'

const project = freshSmallProject()

test.each(['data/listings/page.txt', 'data/curated/merges.yaml'])(
  'a folder where a file is expected, %s, is told',
  (name) => {
    mkdirSync(join(project.folder, name))
    const { status, stderr } = project.run('build-data.ts')
    expect(stderr).toMatch(
      new RegExp(`^${name}:1: can't be read: EISDIR.*; .+\n1 problem; nothing was written.\n$`),
    )
    expect(status).toBe(1)
  },
)

test('what can not be written is told', () => {
  const before = project.sources()
  // As long as names may be, so that there is no room for what is added to it on the way.
  const out = `data/${'x'.repeat(252)}`
  const { status, stderr } = project.run('build-data.ts', '--out', out)
  expect(stderr).toMatch(
    new RegExp(`^${out}: can't be written: ENAMETOOLONG.*; what was there is as it was\\. .+\n$`),
  )
  expect(status).toBe(1)
  expect(project.sources()).toEqual(before)
})
