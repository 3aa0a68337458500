import type { APIRoute } from 'astro'
import { formatJsonFeed } from '../../../formats/json-feed.ts'
import { changeFeed } from '../../../site-feeds.ts'

export const GET: APIRoute = () => new Response(formatJsonFeed(changeFeed()))
