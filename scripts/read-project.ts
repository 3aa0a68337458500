import { readListingFiles, readTextFile } from './files.ts'
import { CURATED_FILES, type CuratedName, type Sources } from './pipeline/read-sources.ts'

/** Options of every command that reads the sources, each with the place where a project has them. */
export const sourceOptions = {
  listings: { type: 'string', default: 'data/listings' },
  curated: { type: 'string', default: 'data/curated' },
  registry: { type: 'string', default: 'data/permalinks.json' },
} as const

/** The folders and files that `sourceOptions` name. */
export type SourcePlaces = Record<keyof typeof sourceOptions, string>

/** Reads everything that the data step builds from. */
export async function readProject({ listings, curated, registry }: SourcePlaces): Promise<Sources> {
  const files = {} as Record<CuratedName, string | null>
  for (const name of CURATED_FILES) files[name] = await readTextFile(`${curated}/${name}`)
  return {
    listings: await readListingFiles(listings),
    registry: { file: registry, text: await readTextFile(registry) },
    curated: { folder: curated, files },
  }
}
