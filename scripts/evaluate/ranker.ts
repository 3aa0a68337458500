import type { JudgedQuery } from '../gold.ts'

/** What a search engine gets of a paper. */
export interface SearchedPaper {
  id: string
  title: string
  abstract: string
}

/** A search engine over the papers of the corpus. */
export interface Ranker {
  name: string
  /** Ids of all papers found, best first. */
  rank(query: string): string[] | Promise<string[]>
}

/** What a ranker finds for one query. */
export interface Answer {
  /** Ids of the best ten. */
  first: string[]
  /** How many papers are found in all. */
  results: number
}

/** Answers by query id. */
export type Answers = Map<string, Answer>

/** Results that an answer keeps. */
export const SHOWN = 10

/** The same, without the papers that no judge could have known: their lists are condensed (Sakai, SIGIR 2007). */
export function condensed({ name, rank }: Ranker, known: ReadonlySet<string>): Ranker {
  return { name, rank: async (query) => (await rank(query)).filter((id) => known.has(id)) }
}

export async function answersOf({ name, rank }: Ranker, queries: JudgedQuery[]): Promise<Answers> {
  const answers: Answers = new Map()
  for (const { id, query } of queries) {
    const ranked = await rank(query)
    if (new Set(ranked).size < ranked.length) throw new Error(`${name} ranks a paper twice: ${id}.`)
    answers.set(id, { first: ranked.slice(0, SHOWN), results: ranked.length })
  }
  return answers
}
