import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { JudgedQuery } from '../gold.ts'
import { withPagefind } from './rank-with-pagefind.ts'
import { type Answer, type Answers, answersOf, type SearchedPaper } from './ranker.ts'

/**
 * Pagefind is asked by `npm run eval` only and its answers are kept, because its binary, its server and
 * hundreds of queries would make the tests slow and need a system it is built for.
 */
export const PAGEFIND_ANSWERS = 'scripts/evaluate/pagefind-answers.json'

interface AnswerFile {
  /** SHA-256 of the texts and queries that the answers are for. */
  asked: string
  answers: Record<string, Answer>
}

/** Asks Pagefind; the content of `PAGEFIND_ANSWERS`, one query a line. */
export async function askPagefind(
  papers: SearchedPaper[],
  queries: JudgedQuery[],
): Promise<string> {
  const answers = await withPagefind(papers, (ranker) => answersOf(ranker, queries))
  const lines = [...answers].map(([id, answer]) => `    "${id}": ${JSON.stringify(answer)}`)
  return `{\n  "asked": "${hashOf(papers, queries)}",\n  "answers": {\n${lines.join(',\n')}\n  }\n}\n`
}

/** What Pagefind answered; throws when that was about other papers or queries. */
export function readPagefindAnswers(papers: SearchedPaper[], queries: JudgedQuery[]): Answers {
  const file: AnswerFile = JSON.parse(readFileSync(PAGEFIND_ANSWERS, 'utf8'))
  if (file.asked !== hashOf(papers, queries))
    throw new Error(`${PAGEFIND_ANSWERS} is for other papers or queries; run npm run eval.`)
  return new Map(Object.entries(file.answers))
}

function hashOf(papers: SearchedPaper[], queries: JudgedQuery[]): string {
  const texts = papers.map(({ id, title, abstract }) => [id, title, abstract])
  const asked = queries.map(({ id, query }) => [id, query])
  return createHash('sha256')
    .update(JSON.stringify([texts, asked]))
    .digest('hex')
}
