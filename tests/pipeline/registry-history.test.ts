import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const REGISTRY = 'data/permalinks.json'
const ID = /"id":"([^"]+)"/

// An archive of the sources has no history.
test.skipIf(!existsSync('.git'))('every id that any commit registered is registered still', () => {
  const registered = new Set(readFileSync(REGISTRY, 'utf8').match(/(?<="id":")[^"]+/g))
  const history = execFileSync(
    'git',
    ['log', '--patch', '--unified=0', '--format=', '--', REGISTRY],
    { encoding: 'utf8', maxBuffer: 1e9 },
  )
  const ever = history.split('\n').flatMap((line) => ID.exec(line)?.[1] ?? [])
  expect(ever.filter((id) => !registered.has(id))).toEqual([])
})
