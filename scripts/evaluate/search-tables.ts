import type { QueryFamily } from '../gold.ts'
import { ANSWERED_FAMILIES, QUERY_PARTS, type QueryPart } from './evaluate-search.ts'
import { share, table, withInterval } from './evaluation-tables.ts'
import type { Evaluation } from './gates.ts'

const FAMILY_MEANINGS: Record<QueryFamily, string> = {
  known: 'some words of a paper the reader has in mind',
  title: 'a title, copied or retyped',
  typo: 'misspelt, or run together',
  paraphrase: 'in words that papers do not use',
  acronym: 'an acronym for the phrase, or the phrase for it',
  topical: 'a subject, also in another spelling than the papers’',
  inflection: 'other forms of the words',
  unfinished: 'the last word not yet typed out',
  foreign: 'nothing that is in the corpus',
}

/** What the families are, and how many queries they have. The example is one to tune on. */
export function familyTable({ search }: Evaluation): string {
  const families: QueryFamily[] = [...ANSWERED_FAMILIES, 'foreign']
  return table(
    ['family', 'what was typed', 'for example', ...QUERY_PARTS],
    families.map((family) => {
      const queries = search.queries.filter((query) => query.family === family)
      const of = (part: QueryPart) => queries.filter(({ half }) => half === part)
      return [
        family,
        FAMILY_MEANINGS[family],
        of('tune')[0]?.query ?? '–',
        ...QUERY_PARTS.map((part) => String(of(part).length)),
      ]
    }),
    3,
  )
}

/** nDCG@10 of the engines by family. */
export function gainTable({ search }: Evaluation): string {
  return table(
    ['nDCG@10', 'part', ...ANSWERED_FAMILIES, 'mean of families', 'mean of queries'],
    QUERY_PARTS.flatMap((part) =>
      [...search.engines].map(([name, parts]) => {
        const { families, figures } = parts[part]
        return [
          name,
          part,
          ...ANSWERED_FAMILIES.map((family) => share(families[family].figures.ndcg.value)),
          withInterval(figures.macroNdcg),
          withInterval(figures.ndcg),
        ]
      }),
    ),
  )
}

/** nDCG@10 by the grades of the second judge, and of the first judge's own order. */
export function secondJudgeTable({ search: { second } }: Evaluation): string {
  return table(
    ['nDCG@10 by the second judge', ...ANSWERED_FAMILIES, 'mean of queries'],
    [...second.engines, ['*the first judge’s order*', second.firstJudge] as const].map(
      ([name, { families, figures }]) => [
        name,
        ...ANSWERED_FAMILIES.map((family) => share(families[family].figures.ndcg.value)),
        withInterval(figures.ndcg),
      ],
    ),
  )
}

/** What the engines find first, how much of it, and what they find for queries that nothing answers. */
export function foundTable({ search }: Evaluation): string {
  return table(
    [
      'all queries',
      'part',
      'queries',
      'success@1',
      'MRR@10',
      'recall@10',
      'foreign',
      'nothing found',
      'mean results',
    ],
    QUERY_PARTS.flatMap((part) =>
      [...search.engines].map(([name, parts]) => {
        const { queries, figures, foreign } = parts[part]
        return [
          name,
          part,
          String(queries),
          withInterval(figures.success),
          withInterval(figures.reciprocalRank),
          withInterval(figures.recall),
          String(foreign.queries),
          share(foreign.nothingFound.value),
          share(foreign.results.value, 1),
        ]
      }),
    ),
  )
}
