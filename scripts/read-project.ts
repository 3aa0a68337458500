import { listOtherFiles, readListingFiles, readTextFile } from './files.ts'
import { findLostFiles } from './pipeline/find-lost-files.ts'
import { CURATED_FILES, type CuratedName, type Sources } from './pipeline/read-sources.ts'
import { exitWithProblems } from './print-problems.ts'

/** Options of every command that reads the sources, each with the place where a project has them. */
export const sourceOptions = {
  listings: { type: 'string', default: 'data/listings' },
  curated: { type: 'string', default: 'data/curated' },
  registry: { type: 'string', default: 'data/permalinks.json' },
} as const

/** The folders and files that `sourceOptions` name. */
type SourcePlaces = Record<keyof typeof sourceOptions, string>

/** Reads everything that the data step builds from. Ends the process if a curated file is lost; warns of files that nothing reads. */
export async function readProject({ listings, curated, registry }: SourcePlaces): Promise<Sources> {
  const files = {} as Record<CuratedName, string | null>
  for (const name of CURATED_FILES) files[name] = await readTextFile(`${curated}/${name}`)
  const lost = findLostFiles(curated, files)
  // What would follow from a lost file, such as topics that are gone, would only hide it.
  if (lost.length > 0) exitWithProblems(lost)
  for (const file of await listOtherFiles(listings))
    console.warn(
      `warning: ${file}:1: is no .txt file, so it is not read; add it with npm run add if it is a listing, or move it away`,
    )
  return {
    listings: await readListingFiles(listings),
    registry: { file: registry, text: await readTextFile(registry) },
    curated: { folder: curated, files },
  }
}
