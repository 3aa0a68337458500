import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface LockedPackage {
  version?: string
  resolved?: string
  integrity?: string
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, LockedPackage>
}

test('the lock names no registry, and what each package must contain', () => {
  const wrong = Object.entries(packages).filter(
    ([path, { resolved, integrity }]) => path !== '' && (resolved || !integrity),
  )
  expect(wrong.map(([path]) => path)).toEqual([])
})

test('the lock holds the packages of every system, or npm ci stops on another one', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isFoundFrom(path, name)),
  )
  expect(missing).toEqual([])
})

test('every direct dependency is pinned to one version', () => {
  const root = packages['']!
  const wanted = { ...root.dependencies, ...root.devDependencies, ...root.optionalDependencies }
  for (const [name, version] of Object.entries(wanted))
    expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+(-[\w.]+)?$/)
})

/** Looks as Node does: in the package's own node_modules, then in those around it. */
function isFoundFrom(path: string, name: string): boolean {
  if (packages[`${path === '' ? '' : `${path}/`}node_modules/${name}`]) return true
  return path !== '' && isFoundFrom(path.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, ''), name)
}
