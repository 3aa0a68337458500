import type { Catalogue } from '../reading-list/catalogue.ts'
import type { Entry, ReadingList, ReadState } from '../reading-list/model.ts'
import { SCHEMA } from '../reading-list/stored-form.ts'
import { counted } from '../shared/facts.ts'
import { statedDate } from '../shared/paper-facts.ts'
import { formatCsv } from './csv.ts'
import { escapeMarkdown } from './markdown.ts'

/** States as readers know them. */
export const STATE_LABELS: Record<ReadState, string> = {
  'to-read': 'To read',
  reading: 'Reading',
  read: 'Read',
}

/** How a list refers to its papers outside the site. */
interface ListContext {
  catalogue: Catalogue
  /** Absolute address of a paper's page. */
  urlOf: (id: string) => string
}

/** The list as it is stored, but for line breaks and the address of each paper, so that it can be read in again. */
export function formatListJson(list: ReadingList, { urlOf }: Pick<ListContext, 'urlOf'>): string {
  const entries = list.map((entry) => ({ ...entry, url: urlOf(entry.id) }))
  return JSON.stringify({ schema: SCHEMA, entries }, null, 2)
}

/** One row a paper; the date is empty where the source does not say it. */
export function formatListCsv(list: ReadingList, { catalogue, urlOf }: ListContext): string {
  return formatCsv([
    ['id', 'title', 'url', 'date', 'year_inferred', 'state', 'note'],
    ...list.map(({ id, title, state, note }) => {
      const paper = catalogue.papers.get(id)
      const inferred = paper?.date ? String(paper.yearInferred) : null
      return [id, title, urlOf(id), paper?.date ?? null, inferred, state, note]
    }),
  ])
}

/** A heading and a list of links with date and state; notes are quoted below their paper. */
export function formatListMarkdown(list: ReadingList, context: ListContext): string {
  const items = list.map((entry) => formatItem(entry, context))
  return `# Reading list\n\n${counted(list.length, 'paper')}.\n\n${items.join('\n')}\n`
}

function formatItem({ id, title, state, note }: Entry, { catalogue, urlOf }: ListContext): string {
  const paper = catalogue.papers.get(id)
  const date = paper?.date ? `, ${statedDate(paper.date, paper.yearInferred)}` : ''
  const lines = note.split(/\r\n?|\n/).map((line) => `  > ${escapeMarkdown(line)}`)
  return [
    `- [${escapeMarkdown(title || id)}](${urlOf(id)})${date}. ${STATE_LABELS[state]}.`,
    ...(note === '' ? [] : ['', ...lines, '']),
  ].join('\n')
}
