import { readArguments } from './read-arguments.ts'
import { runNode } from './run-step.ts'

const USAGE = `Builds the whole site: listings to data, data to pages in dist, and cards and headers beside them.

  npm run build

SITE_URL and BASE_PATH in the environment say where it will live. It stops at the first failure.
`

const steps = [
  ['scripts/build-data.ts'],
  ['scripts/astro.ts', 'build'],
  ['scripts/write-pagefind-index.ts', 'dist'],
  ['scripts/write-cards.ts', 'dist'],
  ['scripts/write-headers.ts', 'dist'],
]

readArguments(USAGE, {}, [0, 0])
process.exitCode = 0
for (const step of steps) {
  if (process.exitCode === 0) process.exitCode = runNode(step)
}
