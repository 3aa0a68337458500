import { SearchEngine } from '../search/engine.ts'
import type { IndexFile, PaperTexts, RowsFile, TextsFile } from '../search/index-files.ts'
import { TEXTS_PER_FILE } from '../search/index-files.ts'
import { indexTitles, loadIndex } from '../search/index-papers.ts'
import type { Answer, SearchReply, SearchRequest, Snippet } from '../search/model.ts'
import type { PagefindBundle } from '../search/pagefind-bundle.ts'
import { PagefindEngine, type Searcher } from '../search/pagefind-engine.ts'
import type { IdsFile, NamesFile } from '../search/pagefind-files.ts'
import { searchEngineOf } from '../shared/search-engine.ts'

/**
 * Search away from the page's thread. Titles and topics load first and answer at once; the full index
 * follows, and requests that are still the newest are answered again. Abstracts come with the results
 * that show them. Where the papers are too many for this, Pagefind answers from parts that it loads itself.
 */

/** Snippets wait so long for another letter, which would want other abstracts. */
const SNIPPETS_AFTER_MS = 80
/** Snippets cut between two looks at what has come. */
const SNIPPETS_AT_ONCE = 4

type Question = Extract<SearchRequest, { id: number }>

let folder = ''
let titles: SearchEngine | null = null
let full: Searcher | null = null
let loading = false
const texts = new Map<number, Promise<TextsFile>>()
/** The newest request of each kind, to be answered again when more is loaded. */
const newest = new Map<Question['kind'], Question>()
/** The papers that titles alone gave. */
const fromTitles = new WeakMap<Question, string[]>()

addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  if (data.kind === 'open') {
    folder = data.folder
    void load()
  } else if (data.kind === 'retry') {
    // Pagefind keeps what failed to load, so it has to begin anew.
    if (searchEngineOf(folder) === 'pagefind') full = null
    void load()
  } else {
    newest.set(data.kind, data)
    void respond(data)
  }
})

function reply(message: SearchReply): void {
  postMessage(message)
}

async function load(): Promise<void> {
  if (loading) return
  // A retry for the sake of abstracts, which are asked for again with the results.
  if (full) return respondAgain()
  loading = true
  try {
    if (searchEngineOf(folder) === 'pagefind') full = await openPagefind()
    else full = await openMiniSearch()
    respondAgain()
  } catch {
    // Who was told that the papers don't come is not to get them in the middle of something else.
    newest.delete('list')
    reply({ kind: 'failed', left: titles ? 'titles' : 'nothing' })
  } finally {
    loading = false
  }
}

async function openMiniSearch(): Promise<SearchEngine> {
  const rows = await fetchJson<RowsFile>('papers.json')
  titles ??= new SearchEngine(indexTitles(rows), rows, null)
  respondAgain()
  // Only now, so that it takes nothing from the connection before the first answer.
  return new SearchEngine(loadIndex(await fetchJson<IndexFile>('full.json')), rows, textsOf)
}

/** Pagefind's bundle does without a document, so it runs here like the other engine. */
async function openPagefind(): Promise<PagefindEngine> {
  const bundle: Promise<PagefindBundle> = import(/* @vite-ignore */ `${folder}pagefind.js`)
  const [{ createInstance }, names] = await Promise.all([
    bundle,
    fetchJson<NamesFile>('names.json'),
  ])
  const pagefind = createInstance({ basePath: folder })
  return new PagefindEngine(pagefind, names, () => fetchJson<IdsFile>('ids.json'))
}

function respondAgain(): void {
  for (const request of newest.values()) void respond(request)
}

async function respond(request: Question): Promise<void> {
  const engine = full ?? titles
  if (!engine) {
    // After a failure nothing is on its way.
    if (folder) void load()
    return
  }
  try {
    await answer(engine, request)
  } catch {
    if (!isNewest(request)) return
    // Abstracts that a phrase needs, or parts of Pagefind, did not come.
    if (request.kind === 'list') {
      newest.delete('list')
      return reply({ kind: 'failed', left: 'results' })
    }
    reply({ kind: 'failed', left: titles ? 'titles' : 'nothing' })
    if (titles && engine !== titles) await answer(titles, request)
  }
}

async function answer(engine: Searcher, request: Question): Promise<void> {
  if (request.kind === 'search') await search(engine, request)
  else if (request.kind === 'suggest') {
    const { suggestions, total } = await engine.suggest(request.text)
    const complete = engine === full
    if (isNewest(request))
      reply({ kind: 'suggestions', id: request.id, suggestions, total, complete })
  } else if (engine === full) {
    const { answer } = await engine.answer(request.state)
    reply({ kind: 'list', id: request.id, ids: await engine.list(request.state), answer })
    // A second answer would be a second file.
    newest.delete('list')
  } else if (!loading) {
    // All papers can't be told, and what failed to load does not come by itself.
    newest.delete('list')
    reply({ kind: 'failed', left: 'results' })
  }
}

async function search(
  engine: Searcher,
  request: Extract<SearchRequest, { kind: 'search' }>,
): Promise<void> {
  const { id, state } = request
  const { answer, found } = await engine.answer(state)
  const shutOut = engine === full ? await findShutOut(engine, request, answer) : []
  if (!isNewest(request)) return
  reply({ kind: 'answer', id, answer, shutOut })
  if (engine !== full) {
    fromTitles.set(
      request,
      answer.results.map((result) => result.id),
    )
    return
  }
  await pause(SNIPPETS_AFTER_MS)
  try {
    const snippets: Snippet[] = []
    for (const result of answer.results) {
      if (!isNewest(request)) return
      const by = found.get(result.id)
      if (by) snippets.push(await engine.snippet(result.id, by))
      // A letter typed meanwhile goes first.
      if (snippets.length % SNIPPETS_AT_ONCE === 0) await pause(0)
    }
    if (isNewest(request)) reply({ kind: 'snippets', id, snippets })
  } catch {
    if (isNewest(request)) reply({ kind: 'failed', left: 'index' })
  }
}

/** Papers that titles alone gave and that are no results, on no page. */
async function findShutOut(
  engine: Searcher,
  request: Extract<SearchRequest, { kind: 'search' }>,
  { results }: Answer,
): Promise<string[]> {
  const onPage = new Set(results.map(({ id }) => id))
  const missing = (fromTitles.get(request) ?? []).filter((id) => !onPage.has(id))
  if (missing.length === 0) return []
  const all = new Set(await engine.list(request.state))
  return missing.filter((id) => !all.has(id))
}

/** Messages that come meanwhile are handled. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function isNewest(request: Question): boolean {
  return newest.get(request.kind) === request
}

async function textsOf(paper: number): Promise<PaperTexts> {
  const file = Math.floor(paper / TEXTS_PER_FILE)
  let text = texts.get(file)
  if (!text) {
    text = fetchJson<TextsFile>(`texts-${file}.json`)
    texts.set(file, text)
    // A file that failed is asked for again the next time.
    text.catch(() => texts.delete(file))
  }
  return (await text)[paper % TEXTS_PER_FILE] ?? ['']
}

async function fetchJson<T>(name: string): Promise<T> {
  const response = await fetch(folder + name)
  if (!response.ok) throw new Error(`${name}: ${response.status}`)
  return (await response.json()) as T
}
