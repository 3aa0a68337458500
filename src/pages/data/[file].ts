import type { APIRoute, GetStaticPaths } from 'astro'
import { readGenerated } from '../../corpus.ts'
import { mapExports } from '../../map-exports.ts'
import { dataFiles } from '../../shared/data-files.ts'
import type { MapFileName } from '../../shared/map-files.ts'

/** Open data: the generated files, byte for byte, and the map for other programs. */
export const getStaticPaths: GetStaticPaths = () =>
  dataFiles.map(({ name }) => ({ params: { file: name } }))

export const GET: APIRoute = ({ params: { file = '' } }) =>
  new Response(isMapFile(file) ? mapExports[file]() : readGenerated(file))

function isMapFile(file: string): file is MapFileName {
  return file in mapExports
}
