import type { APIRoute, GetStaticPaths } from 'astro'
import { mapDataPath, mapDataText } from '../../corpus.ts'

/** What the script of the map knows, at a path named for its content. */
export const getStaticPaths: GetStaticPaths = () => [
  { params: { version: mapDataPath.split('/').at(-1)?.replace('.json', '') } },
]

export const GET: APIRoute = () => new Response(mapDataText)
