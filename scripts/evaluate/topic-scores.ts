import type { Filing, GoldPaper } from '../gold.ts'

/** The topics that someone or something filed a paper under, beside its gold. */
export interface JudgedFiling {
  main: string[]
  also: string[]
  gold: Pick<GoldPaper, 'first' | 'vocabulary' | 'judgedAlso'>
}

/** Decisions about main topics. */
interface Tally {
  right: number
  wrong: number
  missed: number
}

export interface Score {
  precision: number
  recall: number
  f1: number
}

/** `lenient` leaves out topics that the reader calls acceptable; for `strict` they are wrong. */
type Reading = 'lenient' | 'strict'

/** Decisions about main topics by topic id. */
export function tallyMain(filings: JudgedFiling[], reading: Reading): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  const count = (topic: string, kind: keyof Tally) => {
    const tally = tallies.get(topic) ?? { right: 0, wrong: 0, missed: 0 }
    tally[kind]++
    tallies.set(topic, tally)
  }
  for (const { main, gold } of filings) {
    const { main: wanted, acceptable } = gold.first
    for (const topic of main)
      if (wanted.includes(topic)) count(topic, 'right')
      else if (reading === 'strict' || !acceptable.includes(topic)) count(topic, 'wrong')
    for (const topic of wanted) if (!main.includes(topic)) count(topic, 'missed')
  }
  return tallies
}

/** Each figure from 0 to 1; 0 also when nothing was filed, or nothing was to be found. */
export function scoreOf({ right, wrong, missed }: Tally): Score {
  const share = (whole: number) => (whole === 0 ? 0 : right / whole)
  return {
    precision: share(right + wrong),
    recall: share(right + missed),
    f1: share(right + (wrong + missed) / 2),
  }
}

/** The score of all decisions together. */
export function microScore(tallies: Map<string, Tally>): Score {
  const sum = { right: 0, wrong: 0, missed: 0 }
  for (const { right, wrong, missed } of tallies.values()) {
    sum.right += right
    sum.wrong += wrong
    sum.missed += missed
  }
  return scoreOf(sum)
}

/** The mean of the scores of the topics that occur in the gold. */
export function macroScore(tallies: Map<string, Tally>): Score {
  const scores = [...tallies.values()].filter(isInGold).map(scoreOf)
  const mean = (name: keyof Score) =>
    scores.reduce((sum, score) => sum + score[name], 0) / scores.length
  return { precision: mean('precision'), recall: mean('recall'), f1: mean('f1') }
}

/** F1 of each of these topics; NaN for one that no gold filing has as main. */
export function topicF1(filings: JudgedFiling[], topics: string[]): Record<string, number> {
  const tallies = tallyMain(filings, 'lenient')
  return Object.fromEntries(
    topics.map((topic) => {
      const tally = tallies.get(topic)
      return [topic, tally && isInGold(tally) ? scoreOf(tally).f1 : Number.NaN]
    }),
  )
}

function isInGold({ right, missed }: Tally): boolean {
  return right + missed > 0
}

export type TopicFigure = keyof ReturnType<typeof topicFigures>

/**
 * All figures of a set of papers. A further topic (`also`) is right if the first reader, the author
 * of the vocabulary or the judge of proposals lists it in any grade; strictly, if the first reader does.
 */
export function topicFigures(filings: JudgedFiling[]) {
  const lenient = tallyMain(filings, 'lenient')
  const strict = tallyMain(filings, 'strict')
  const micro = microScore(lenient)
  const macro = macroScore(lenient)
  const strictMicro = microScore(strict)
  return {
    microPrecision: micro.precision,
    microRecall: micro.recall,
    microF1: micro.f1,
    macroPrecision: macro.precision,
    macroRecall: macro.recall,
    macroF1: macro.f1,
    strictMicroPrecision: strictMicro.precision,
    strictMicroF1: strictMicro.f1,
    strictMacroF1: macroScore(strict).f1,
    alsoPrecision: shareOfAlso(filings, ({ first, vocabulary, judgedAlso = [] }) => [
      ...anyGrade(first),
      ...vocabulary.main,
      ...vocabulary.also,
      ...judgedAlso,
    ]),
    strictAlsoPrecision: shareOfAlso(filings, ({ first }) => anyGrade(first)),
    meanMain: meanOf(filings, ({ main }) => main.length),
    meanAll: meanOf(filings, ({ main, also }) => main.length + also.length),
    unfiled: filings.filter(({ main }) => main.length === 0).length,
  }
}

function anyGrade({ main, also, acceptable }: Filing): string[] {
  return [...main, ...also, ...acceptable]
}

function shareOfAlso(
  filings: JudgedFiling[],
  listed: (gold: JudgedFiling['gold']) => string[],
): number {
  let right = 0
  let all = 0
  for (const { also, gold } of filings) {
    const known = listed(gold)
    right += also.filter((topic) => known.includes(topic)).length
    all += also.length
  }
  return right / all
}

function meanOf(filings: JudgedFiling[], count: (filing: JudgedFiling) => number): number {
  return filings.reduce((sum, filing) => sum + count(filing), 0) / filings.length
}
