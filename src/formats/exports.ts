import { type ExportExtension, exportFormats } from '../shared/export-formats.ts'
import { listingName } from '../shared/facts.ts'
import type {
  ListingsFile,
  Paper,
  PapersFile,
  PermalinksFile,
  Topic,
  TopicsFile,
} from '../shared/model.ts'
import {
  groupByListing,
  groupByTopic,
  papersOnBoth,
  resolvePermalinks,
} from '../shared/paper-sets.ts'
import { exportPath, listingPath, pairPath, paperPath, topicPath } from '../shared/paths.ts'
import { nameFinder } from '../shared/proper-names.ts'
import { byCentrality } from '../shared/topic-order.ts'
import { formatBibtex } from './bibtex.ts'
import type { Citable } from './citable.ts'
import { formatCsl } from './csl.ts'
import { formatListMarkdown, formatPaperMarkdown } from './markdown.ts'
import { formatRis } from './ris.ts'

/** What the files of a site are made of. */
type Published = Pick<PapersFile, 'corpus' | 'papers'> &
  Pick<TopicsFile, 'topics' | 'pairs' | 'moved'> &
  Pick<ListingsFile, 'listings'> &
  Pick<PermalinksFile, 'permalinks'>

interface Site {
  name: string
  /** Origin and base, with the trailing slash. */
  root: string
}

/** Papers that stand on one page, in its order. */
interface PaperSet {
  /** Path of the page. */
  page: string
  title: string
  /** A sentence on what they have in common; may be empty. */
  about: string
  papers: Paper[]
}

/** Below the base, with a leading slash. */
interface ExportFile {
  path: string
  text: string
}

const extensions = exportFormats.map(({ extension }) => extension)

/**
 * The files beside the pages of papers, topics, pairs of topics and listings, and of all papers. An id that
 * was merged, or a page that moved, has the files of what it leads to, a paper that was withdrawn has none. All papers as JSON
 * are `/data/papers.json` already.
 */
export function* listExports(published: Published, site: Site): Generator<ExportFile> {
  const printer = printerFor(published, site)
  const paperById = new Map(published.papers.map((paper) => [paper.id, paper]))
  for (const [id, into] of resolvePermalinks(published.permalinks)) {
    const paper = paperById.get(into)
    if (!paper) continue
    for (const extension of extensions)
      yield { path: exportPath(paperPath(id), extension), text: printer.paper(paper, extension) }
  }
  const formerPages = new Map<string, string[]>()
  for (const { from, to } of published.moved)
    formerPages.set(to, [...(formerPages.get(to) ?? []), from])
  for (const set of paperSets(published, site))
    for (const extension of extensions) {
      if (extension === 'json' && set.page === '/papers/') continue
      const text = printer.set(set, extension)
      for (const page of [set.page, ...(formerPages.get(set.page) ?? [])])
        yield { path: exportPath(page, extension), text }
    }
}

function* paperSets(published: Published, { name }: Site): Generator<PaperSet> {
  const { papers, topics, pairs, listings } = published
  yield { page: '/papers/', title: `All papers in ${name}`, about: '', papers }
  const filed = groupByTopic(papers, topics)
  const onTopic = ({ id }: Pick<Topic, 'id'>) => {
    const { main, also } = filed.get(id) ?? { main: [], also: [] }
    return [main, also].flatMap((grade) => [...grade].sort(byCentrality(id)))
  }
  for (const topic of topics)
    yield {
      page: topicPath(topic.id),
      title: topic.label,
      about: topic.scope,
      papers: onTopic(topic),
    }
  const labels = new Map(topics.map(({ id, label }) => [id, label]))
  for (const {
    topics: [a, b],
  } of pairs.filter(({ hasPage }) => hasPage))
    yield {
      page: pairPath(a, b),
      title: `${labels.get(a) ?? a} and ${labels.get(b) ?? b}`,
      about: '',
      papers: papersOnBoth(onTopic({ id: a }), a, b),
    }
  for (const [id, entries] of groupByListing(papers, listings))
    yield {
      page: listingPath(id),
      title: `Listing ${listingName(id)}`,
      about: 'In the order in which the listing prints them.',
      // A listing may print one paper twice.
      papers: [...new Set(entries.map(({ paper }) => paper))],
    }
}

function printerFor({ corpus, topics, papers: all }: Published, site: Site) {
  const isName = nameFinder(all)
  const labels = new Map(topics.map(({ id, label }) => [id, label]))
  const citableOf = (paper: Paper): Citable => ({
    paper,
    url: site.root + paper.url.slice(1),
    topics: paper.topics
      .filter(({ grade }) => grade === 'main')
      .map(({ id }) => labels.get(id) ?? id),
    isName,
    site: site.name,
  })
  // A paper stands in several files, and mapping it takes most of the time.
  const record = {
    bib: remember((paper: Paper) => formatBibtex(citableOf(paper))),
    ris: remember((paper: Paper) => formatRis(citableOf(paper))),
  }
  return {
    paper(paper: Paper, extension: ExportExtension): string {
      if (extension === 'md') return formatPaperMarkdown(citableOf(paper))
      if (extension === 'csl.json') return formatCsl([citableOf(paper)])
      if (extension === 'json') return `${JSON.stringify({ schema: 1, corpus, paper }, null, 2)}\n`
      return record[extension](paper)
    },
    set({ title, about, papers }: PaperSet, extension: ExportExtension): string {
      if (extension === 'md') return formatListMarkdown(title, about, papers.map(citableOf))
      if (extension === 'csl.json') return formatCsl(papers.map(citableOf))
      if (extension === 'json') return `${JSON.stringify({ schema: 1, corpus, papers })}\n`
      return papers.map(record[extension]).join(extension === 'bib' ? '\n' : '')
    },
  }
}

function remember(format: (paper: Paper) => string): (paper: Paper) => string {
  const made = new Map<Paper, string>()
  return (paper) => {
    const text = made.get(paper) ?? format(paper)
    made.set(paper, text)
    return text
  }
}
