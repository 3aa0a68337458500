/** The whole build: listings to data, data to pages; index, cards and headers beside the pages. Stops at the first failure. */
import { runNode } from './run-step.ts'

const steps = [
  ['scripts/build-data.ts'],
  ['scripts/astro.ts', 'build'],
  ['scripts/write-pagefind-index.ts', 'dist'],
  ['scripts/write-cards.ts', 'dist'],
  ['scripts/write-headers.ts', 'dist'],
]

process.exitCode = 0
for (const step of steps) {
  if (process.exitCode === 0) process.exitCode = runNode(step)
}
