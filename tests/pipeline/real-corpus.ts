import { existsSync, readFileSync } from 'node:fs'
import { type BuiltCorpus, buildCorpus } from '../../scripts/pipeline/build-corpus.ts'
import { CURATED_FILES, type CuratedName } from '../../scripts/pipeline/read-sources.ts'
import { realListings } from './listing-fixtures.ts'

const text = (file: string) => readFileSync(file, 'utf8')
/** A site of other papers may lack a file. */
const textIfAny = (file: string) => (existsSync(file) ? text(file) : null)

/** What the real listings become, in the order given, with the committed curated files and registry. */
export function buildRealCorpus(listings = realListings()): BuiltCorpus {
  const built = buildCorpus({
    listings,
    registry: { file: 'data/permalinks.json', text: text('data/permalinks.json') },
    curated: {
      folder: 'data/curated',
      files: Object.fromEntries(
        CURATED_FILES.map((name) => [name, textIfAny(`data/curated/${name}`)]),
      ) as Record<CuratedName, string | null>,
    },
  })
  if ('problems' in built) throw new Error(JSON.stringify(built.problems))
  return built
}

/** Made once for all test files that a worker of Vitest runs; nobody changes it. */
export const realCorpus = buildRealCorpus()
