import type { APIRoute, GetStaticPaths } from 'astro'
import { searchFiles, searchFolder } from '../../../corpus.ts'

/** The search index, below a folder named for its content, so that browsers keep it for good. */
export const getStaticPaths: GetStaticPaths = () =>
  [...searchFiles.keys()].map((file) => ({
    params: { version: searchFolder.split('/').at(-2), file },
  }))

export const GET: APIRoute = ({ params }) => new Response(searchFiles.get(params.file ?? '') ?? '')
