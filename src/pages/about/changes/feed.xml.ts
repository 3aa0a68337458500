import type { APIRoute } from 'astro'
import { formatAtom } from '../../../formats/atom.ts'
import { changeFeed } from '../../../site-feeds.ts'

export const GET: APIRoute = () => new Response(formatAtom(changeFeed()))
