import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const REGISTRY = 'data/permalinks.json'
const ID = /"id":"([^"]+)"/

const git = (...args: string[]) =>
  execFileSync('git', args, { encoding: 'utf8', maxBuffer: 1e9 }).trim()

/** The commit that took away the registry and all listings, as a site of other papers begins; a registry lost alone is no beginning. */
function beginning(): string | undefined {
  return git('log', '--diff-filter=D', '--format=%H', '--', REGISTRY)
    .split('\n')
    .find((commit) => commit !== '' && git('ls-tree', '-r', commit, 'data/listings') === '')
}

// An archive of the sources has no history.
test.skipIf(!existsSync('.git'))('every id that any commit registered is registered still', () => {
  const registered = new Set(readFileSync(REGISTRY, 'utf8').match(/(?<="id":")[^"]+/g))
  const begun = beginning()
  const commits = begun ? [`${begun}..HEAD`] : []
  const history = git('log', ...commits, '--patch', '--unified=0', '--format=', '--', REGISTRY)
  const ever = history.split('\n').flatMap((line) => ID.exec(line)?.[1] ?? [])
  expect(ever.filter((id) => !registered.has(id))).toEqual([])
})
