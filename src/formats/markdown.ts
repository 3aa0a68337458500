import { counted } from '../shared/facts.ts'
import type { Paper, PaperDate } from '../shared/model.ts'
import { statedDate } from '../shared/paper-facts.ts'
import { RESOURCE_LABELS } from '../shared/resource-labels.ts'
import { sourceGaps } from '../shared/source-gaps.ts'
import type { Citable } from './citable.ts'
import { oneLine } from './one-line.ts'

/** Plain text as Markdown (CommonMark with the usual extensions) that shows exactly it, at the start of a line too. */
export function escapeMarkdown(text: string): string {
  return escapeStart(escapeSigns(oneLine(text)))
}

function escapeSigns(text: string): string {
  return text.replace(/[\\`*_[\]<>|~$^]/g, '\\$&').replace(/&(?=[#\w]+;)/g, '\\&')
}

/** At the start of a line some signs make a heading or a list. */
function escapeStart(text: string): string {
  return text.replace(/^([#+\-=:])/, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2')
}

/** A paper to read or to hand to a program: title, facts, abstract, and what is missing. */
export function formatPaperMarkdown({ paper, url, topics, site }: Citable): string {
  const facts = [
    ...(paper.date ? [`Date: ${dateOf(paper.date)}`] : []),
    ...(paper.authorCount === null
      ? []
      : [`Authors: ${paper.authorCount}, names not in the source`]),
    ...(paper.organization ? [`Organisation: ${escapeMarkdown(paper.organization.name)}`] : []),
    ...(topics.length > 0 ? [`Topics (by ${site}): ${topics.map(escapeMarkdown).join(', ')}`] : []),
    ...paper.resources.map(({ kind, url }) => `${RESOURCE_LABELS[kind]}: <${url}>`),
    `Permalink: <${url}>`,
  ]
  return [
    `# ${escapeMarkdown(paper.title)}`,
    facts.map((fact) => `- ${fact}`).join('\n'),
    abstractOf(paper),
    `${sourceGaps(paper).map(escapeMarkdown).join(' ')}\n`,
  ].join('\n\n')
}

function dateOf({ value, yearInferred }: PaperDate): string {
  return statedDate(value, yearInferred)
}

/** With its addresses as links, since those that Markdown finds by itself would show the signs that escape theirs. */
function abstractOf({ abstract, resources }: Paper): string {
  let at = 0
  let text = ''
  for (const { url, start, end } of resources.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    text += `${escapeSigns(abstract.slice(at, start))}<${url}>`
    at = end
  }
  return escapeStart(oneLine(text + escapeSigns(abstract.slice(at))))
}

/** A link with the date, for a list or a message. */
export function markdownLink({ paper, url }: Citable): string {
  const date = paper.date ? `, ${dateOf(paper.date)}` : ''
  return `[${escapeMarkdown(paper.title)}](${url})${date}`
}

/** A heading, how many they are, and a list of links. `about` is one sentence, or empty. */
export function formatListMarkdown(title: string, about: string, citables: Citable[]): string {
  return [
    `# ${escapeMarkdown(title)}`,
    [escapeMarkdown(about), `${counted(citables.length, 'paper')}.`].filter(Boolean).join(' '),
    `${citables.map((citable) => `- ${markdownLink(citable)}`).join('\n')}\n`,
  ].join('\n\n')
}
