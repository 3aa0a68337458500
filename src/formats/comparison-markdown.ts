import { groupTopics } from '../compare/topics-told-apart.ts'
import type { Paper } from '../shared/model.ts'
import { inListings, listingsOf, statedDate } from '../shared/paper-facts.ts'
import { escapeMarkdown } from './markdown.ts'

/** How a comparison refers to what is not in its papers. */
export interface ComparisonContext {
  /** Absolute address of a paper's page. */
  urlOf: (id: string) => string
  labelOf: (topic: string) => string
}

/** Papers as columns of one table, as GitHub, Pandoc and others read it. Rows that no paper fills are left out. */
export function formatComparisonMarkdown(
  papers: Paper[],
  { urlOf, labelOf }: ComparisonContext,
): string {
  const topics = groupTopics(papers).flatMap((group) => group.topics)
  const rows: [string, (string | null)[]][] = [
    ['Date', papers.map(dateOf)],
    ['Authors', papers.map(({ authorCount }) => authorCount?.toString() ?? null)],
    ['Organisation', papers.map(({ organization }) => organization?.name ?? null)],
    ['Comments', papers.map(({ comments }) => comments?.toString() ?? null)],
    ['Listed', papers.map((paper) => inListings(listingsOf(paper).length))],
    ['Resources', papers.map(({ resources }) => resources.map(({ url }) => url).join(' ') || null)],
    [
      'Distinctive words',
      papers.map(({ words }) => words.map(({ word }) => word).join(', ') || null),
    ],
    ...topics.map(({ id, grades }): [string, (string | null)[]] => [
      `Topic: ${labelOf(id)}`,
      grades.map((grade) => grade && (grade === 'main' ? 'about' : 'also')),
    ]),
  ]
  return [
    line(['', ...papers.map(({ id, title }) => `[${escapeMarkdown(title)}](${urlOf(id)})`)]),
    line(['---', ...papers.map(() => '---')]),
    ...rows
      .filter(([, values]) => values.some((value) => value !== null))
      .map(([name, values]) =>
        line([name, ...values.map((value) => value ?? '')].map(escapeMarkdown)),
      ),
    '',
  ].join('\n')
}

function line(cells: string[]): string {
  return `| ${cells.join(' | ')} |`
}

function dateOf({ date }: Paper): string | null {
  return date && statedDate(date.value, date.yearInferred)
}
