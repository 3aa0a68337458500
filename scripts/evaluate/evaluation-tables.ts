import type { Measured } from './bootstrap.ts'
import {
  RECOMMENDERS,
  type Recommender,
  type RelatedResult,
  SEED_PARTS,
  type SeedPart,
} from './evaluate-related.ts'
import { FILERS, type Filer, type Split, type TopicRow } from './evaluate-topics.ts'
import {
  type Evaluation,
  formatBounds,
  GATES,
  type Gate,
  holds,
  OF_JUDGED_PAPERS,
} from './gates.ts'
import type { TopicFigure } from './topic-scores.ts'

const FILER_NAMES: Record<Filer, string> = {
  system: 'Lectern',
  trimmed: 'Lectern, without phrases that only one paper uses',
  aliases: 'baseline: plain alias matching',
  author: 'author of the vocabulary',
  second: 'second reader',
  'system against second': 'Lectern, against the second reader',
}
const RECOMMENDER_NAMES: Record<Recommender, string> = {
  system: 'Lectern',
  words: 'baseline: TF-IDF alone',
}
const SPLITS: Split[] = ['held-out', 'tune']

/** A Markdown table; all columns after the first `texts` are numbers. */
export function table(head: string[], rows: string[][], texts = 1): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [
    line(head),
    line(head.map((_, index) => (index < texts ? '---' : '--:'))),
    ...rows.map(line),
  ].join('\n')
}

/** `.873`; without a leading zero as all shares are below 1, and a dash for what has no meaning. */
export function share(value: number, digits = 3): string {
  return Number.isNaN(value) ? '–' : value.toFixed(digits).replace(/^0\./, '.')
}

export function withInterval({ value, low, high }: Measured, digits = 3): string {
  return Number.isNaN(value) ? '–' : `${share(value, digits)} (${share(low, 2)}–${share(high, 2)})`
}

export function gateTable(evaluation: Evaluation): string {
  const verdict = (gate: Gate) => {
    if (!holds(gate, evaluation)) return '**fails**'
    const isShort = gate.goal !== undefined && gate.figure(evaluation) < gate.goal
    return isShort ? `holds; the goal of ${gate.goal} is **not reached**` : 'holds'
  }
  const { whole } = evaluation
  const ofAll = (gate: Gate) => {
    if (!whole) return []
    return [
      !OF_JUDGED_PAPERS.includes(gate.of) ? '' : share(gate.figure({ ...evaluation, ...whole })),
    ]
  }
  return table(
    ['gate', 'asked', 'figure', '', ...(whole ? ['all papers'] : [])],
    GATES.map((gate) => [
      gate.name,
      formatBounds(gate, evaluation),
      share(gate.figure(evaluation)),
      verdict(gate),
      ...ofAll(gate),
    ]),
  )
}

/** Main topics: who filed, by half. */
export function mainTable({ topics }: Evaluation): string {
  const columns: [string, TopicFigure][] = [
    ['precision', 'microPrecision'],
    ['recall', 'microRecall'],
    ['F1', 'microF1'],
    ['macro P', 'macroPrecision'],
    ['macro R', 'macroRecall'],
    ['macro F1', 'macroF1'],
    ['strict precision', 'strictMicroPrecision'],
    ['strict F1', 'strictMicroF1'],
    ['strict macro F1', 'strictMacroF1'],
  ]
  const withBounds: TopicFigure[] = ['microPrecision', 'microRecall', 'microF1', 'macroF1']
  return table(
    ['main topics', 'half', 'papers', ...columns.map(([name]) => name)],
    FILERS.flatMap((filer) =>
      SPLITS.map((split) => {
        const { papers, figures } = topics.splits[split][filer]
        const cells = columns.map(([, figure]) =>
          withBounds.includes(figure)
            ? withInterval(figures[figure])
            : share(figures[figure].value),
        )
        return [FILER_NAMES[filer], split, String(papers), ...cells]
      }),
    ),
  )
}

/** Further topics, and how many topics a paper gets. */
export function furtherTable({ topics }: Evaluation): string {
  const filers: Filer[] = ['system', 'trimmed', 'aliases']
  return table(
    ['further topics', 'half', 'precision', 'strict precision', 'mean main', 'mean all', 'unfiled'],
    filers.flatMap((filer) =>
      SPLITS.map((split) => {
        const { figures } = topics.splits[split][filer]
        return [
          FILER_NAMES[filer],
          split,
          withInterval(figures.alsoPrecision),
          withInterval(figures.strictAlsoPrecision),
          share(figures.meanMain.value, 2),
          share(figures.meanAll.value, 2),
          String(figures.unfiled.value),
        ]
      }),
    ),
  )
}

export function agreementTable({ topics }: Evaluation): string {
  return table(
    ['first reader and …', 'topics', 'papers', 'F1', 'Jaccard', 'kappa'],
    topics.agreement.map(({ name, grade, papers, figures }) => [
      name === 'author' ? 'author of the vocabulary' : name,
      grade === 'main' ? 'main' : 'main or further',
      String(papers),
      withInterval(figures.f1),
      withInterval(figures.jaccard),
      withInterval(figures.kappa),
    ]),
  )
}

export function relatedTable({ related }: Evaluation): string {
  const rowOf = (name: string, part: SeedPart, judge: string, result: RelatedResult) => [
    name,
    part,
    judge,
    String(result.seeds),
    withInterval(result.figures.precisionAt1),
    withInterval(result.figures.precisionAt3),
    withInterval(result.figures.precisionAt6),
    share(result.figures.ceilingAt3.value),
    share(result.figures.unjudged.value),
  ]
  return table(
    ['related papers', 'part', 'judge', 'seeds', 'P@1', 'P@3', 'P@6', 'ceiling of P@3', 'unjudged'],
    RECOMMENDERS.flatMap((recommender) =>
      SEED_PARTS.flatMap((part) => {
        const { first, second } = related.splits[part][recommender]
        const name = RECOMMENDER_NAMES[recommender]
        return [
          rowOf(name, part, part === 'later' ? 'others' : 'first', first),
          ...(second ? [rowOf(name, part, 'second', second)] : []),
        ]
      }),
    ),
  )
}

export function spreadTable({ related }: Evaluation): string {
  return table(
    ['whole corpus', 'never recommended', 'most often recommended'],
    RECOMMENDERS.map((recommender) => {
      const { neverRecommended, mostRecommended } = related.spread[recommender]
      return [
        RECOMMENDER_NAMES[recommender],
        `${(neverRecommended * 100).toFixed(1)} %`,
        `${mostRecommended} times`,
      ]
    }),
  )
}

export function judgesTable({ related: { judges } }: Evaluation): string {
  if (!judges) return 'The second judge’s grades are not there yet.'
  return table(
    [
      'graded by both',
      'same grade',
      'both right or both not',
      'kappa',
      'right to 1st',
      'right to 2nd',
    ],
    [
      [
        `${judges.candidates.value} candidates`,
        withInterval(judges.sameGrade),
        withInterval(judges.sameSide),
        withInterval(judges.kappa),
        share(judges.rightToOne.value),
        share(judges.rightToOther.value),
      ],
    ],
  )
}

export function topicTable(rows: TopicRow[]): string {
  return table(
    ['topic', 'papers in gold', 'filed', 'P', 'R', 'F1'],
    rows.map(({ label, papers, filed, score, f1 }) => [
      label.replaceAll('|', '\\|'),
      String(papers),
      String(filed),
      filed === 0 ? '–' : share(score.precision, 2),
      papers === 0 ? '–' : share(score.recall, 2),
      withInterval(f1, 2),
    ]),
  )
}
