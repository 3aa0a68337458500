/** What one check of `npm test` runs; those that nothing keeps waiting begin in this order. */
export interface Check {
  name: string
  /** Arguments for Node; `REPORT` stands for the file that a test tool writes its counts to. */
  args: readonly string[]
  /** Whose report `REPORT` is; without one the check counts as a single test. */
  report?: 'vitest' | 'playwright'
  /** Names of checks without whose success this one cannot run. */
  needs?: readonly string[]
  env?: Readonly<Record<string, string>>
  /** It keeps all cores busy by itself; of the others, two run at once. */
  alone?: boolean
}

const biome = 'node_modules/@biomejs/biome/bin/biome'
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json']
const playwright = 'node_modules/@playwright/test/cli.js'

// Set for both builds, so that a value from outside does not reach the tests.
const rootBase = { BASE_PATH: '/' }
const otherBase = { BASE_PATH: '/lectern/' }

export const checks: readonly Check[] = [
  { name: 'data', args: ['scripts/build-data.ts'] },
  { name: 'format', args: [biome, 'ci', '--error-on-warnings', '.'] },
  {
    // The longest begins first. Like the unit tests with one worker, so that other checks go on beside it.
    name: 'scripts',
    args: [...vitest, '--project=scripts', '--maxWorkers=1', '--outputFile.json=REPORT'],
    report: 'vitest',
    needs: ['data'],
  },
  { name: 'types', args: ['scripts/astro.ts', 'check'], needs: ['data'] },
  {
    name: 'build',
    args: ['scripts/astro.ts', 'build', '--silent'],
    env: rootBase,
    needs: ['data'],
  },
  {
    name: 'build-base',
    args: ['scripts/astro.ts', 'build', '--silent', '--outDir', 'dist-base'],
    env: otherBase,
    needs: ['data'],
  },
  {
    name: 'unit',
    args: [...vitest, '--project=unit', '--maxWorkers=1', '--outputFile.json=REPORT'],
    report: 'vitest',
    needs: ['data'],
  },
  {
    name: 'cards',
    args: ['scripts/write-cards.ts', 'dist', 'dist-base'],
    needs: ['build', 'build-base'],
  },
  {
    // Headers are said for each folder there is, cards too.
    name: 'headers',
    args: ['scripts/write-headers.ts', 'dist'],
    env: rootBase,
    needs: ['cards'],
  },
  {
    name: 'archive',
    args: ['scripts/write-archive.ts', 'dist'],
    env: rootBase,
    needs: ['headers'],
  },
  {
    name: 'site',
    args: [...vitest, '--project=site', '--outputFile.json=REPORT'],
    report: 'vitest',
    alone: true,
    env: rootBase,
    needs: ['archive'],
  },
  {
    name: 'browser',
    args: [playwright, 'test', '--reporter=list,json'],
    report: 'playwright',
    alone: true,
    needs: ['build-base', 'archive'],
  },
]
