import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { close, createIndex } from 'pagefind'
import { serve } from '../serve.ts'
import type { Ranker, SearchedPaper } from './ranker.ts'

export const PAGEFIND = 'Pagefind'

/** The part of the browser bundle that is used here; it comes without types. */
interface PagefindBundle {
  options(options: { basePath: string }): Promise<void>
  search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>
}

/**
 * Gives `use` a Pagefind with its own settings: one page for each paper, indexed by its binary and
 * searched by the bundle that a browser loads, over localhost.
 */
export async function withPagefind<Result>(
  papers: SearchedPaper[],
  use: (ranker: Ranker) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'pagefind-'))
  try {
    await writeIndex(papers, folder)
    const server = await serve({ root: folder, base: '/', port: 0 })
    try {
      const bundle: PagefindBundle = await import(pathToFileURL(join(folder, 'pagefind.js')).href)
      await bundle.options({ basePath: server.url })
      return await use({
        name: PAGEFIND,
        rank: async (query) => {
          const { results } = await bundle.search(query)
          const found = await Promise.all(results.map((result) => result.data()))
          return found.map(({ url }) => url.replaceAll('/', ''))
        },
      })
    } finally {
      await server.close()
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function writeIndex(papers: SearchedPaper[], outputPath: string): Promise<void> {
  const { index, errors } = await createIndex()
  if (!index) throw new Error(`Pagefind does not start: ${errors.join(' ')}`)
  for (const { id, title, abstract } of papers) {
    const content = `<html lang="en"><body><h1>${escapeHtml(title)}</h1><p>${escapeHtml(abstract)}</p></body></html>`
    await index.addHTMLFile({ url: `/${id}/`, content })
  }
  await index.writeFiles({ outputPath })
  await close()
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
