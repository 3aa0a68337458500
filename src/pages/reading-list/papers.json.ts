import type { APIRoute } from 'astro'
import { catalogueFile } from '../../corpus.ts'

/** What the reading list shows of each paper, or where that is; and where ids that are no papers any more lead. */
export const GET: APIRoute = () => new Response(JSON.stringify(catalogueFile))
