import type { APIRoute, GetStaticPaths } from 'astro'
import { readGenerated, searchFiles, searchVersion } from '../../../corpus.ts'

/** The search index, below a folder named for its content, so that browsers keep it for good. */
export const getStaticPaths: GetStaticPaths = () =>
  searchFiles.map((file) => ({ params: { version: searchVersion, file } }))

export const GET: APIRoute = ({ params }) =>
  new Response(readGenerated(`search-${params.file ?? ''}`))
