import type { APIRoute, GetStaticPaths } from 'astro'
import { readGenerated } from '../../corpus.ts'
import { dataFiles } from '../../shared/data-files.ts'

/** Open data: the generated files, byte for byte. */
export const getStaticPaths: GetStaticPaths = () =>
  dataFiles.map(({ name }) => ({ params: { file: name } }))

export const GET: APIRoute = ({ params }) => new Response(readGenerated(params.file ?? ''))
