import type { APIRoute, GetStaticPaths } from 'astro'
import { papers, readGenerated } from '../../corpus.ts'
import { formatPapersCsv } from '../../formats/papers-csv.ts'
import { address } from '../../href.ts'
import { mapExports } from '../../map-exports.ts'
import { dataFiles } from '../../shared/data-files.ts'

/** Open data: the generated files, byte for byte, and tables and maps for other programs, with whole addresses. */
export const getStaticPaths: GetStaticPaths = () =>
  dataFiles.map(({ name }) => ({ params: { file: name } }))

const formatted: Readonly<Record<string, () => string>> = {
  ...mapExports,
  'papers.csv': () => formatPapersCsv(papers, address),
}

export const GET: APIRoute = ({ params: { file = '' } }) =>
  new Response(formatted[file]?.() ?? readGenerated(file))
