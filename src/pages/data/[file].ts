import type { APIRoute, GetStaticPaths } from 'astro'
import { readGenerated } from '../../corpus.ts'

/** Open data: the generated files, byte for byte. */
const FILES = [
  'papers.json',
  'topics.json',
  'graph.json',
  'glossary.json',
  'listings.json',
  'quality.json',
  'permalinks.json',
  'papers.csv',
]

export const getStaticPaths: GetStaticPaths = () => FILES.map((file) => ({ params: { file } }))

export const GET: APIRoute = ({ params }) => new Response(readGenerated(params.file ?? ''))
