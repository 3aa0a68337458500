import { cohenKappa } from './agreement.ts'

/** Grades of candidates by paper id: 2 clearly related, 1 acceptable, 0 not. */
export type Grades = Record<string, number>

/** What is recommended for one paper, best first, and what one judge thinks of it. */
interface JudgedRecommendations {
  recommended: string[]
  grades: Grades
}

/** Recommendations shown for a paper. */
const SHOWN = 6
/** The least grade that is right. */
const RIGHT = 1

export type RelatedFigure = keyof ReturnType<typeof relatedFigures>

/**
 * P@k is the share of right ones among the first k, a recommendation that was not judged or not made
 * being wrong. The ceiling is the P@3 of a system that knows all candidates this judge found right.
 */
export function relatedFigures(seeds: JudgedRecommendations[]) {
  const shown = seeds.flatMap(({ recommended, grades }) =>
    recommended.slice(0, SHOWN).map((id) => grades[id]),
  )
  return {
    precisionAt1: precisionAt(1, seeds),
    precisionAt3: precisionAt(3, seeds),
    precisionAt6: precisionAt(6, seeds),
    unjudged: shown.filter((grade) => grade === undefined).length / shown.length,
    ceilingAt3:
      seeds.reduce((sum, { grades }) => sum + Math.min(rightOnes(grades).length, 3), 0) /
      (3 * seeds.length),
  }
}

function precisionAt(k: number, seeds: JudgedRecommendations[]): number {
  const right = seeds.reduce(
    (sum, { recommended, grades }) =>
      sum + recommended.slice(0, k).filter((id) => (grades[id] ?? 0) >= RIGHT).length,
    0,
  )
  return right / (k * seeds.length)
}

function rightOnes(grades: Grades): string[] {
  return Object.keys(grades).filter((id) => (grades[id] ?? 0) >= RIGHT)
}

export type JudgeFigure = keyof ReturnType<typeof judgeAgreement>

/** How far two judges agree on the candidates that both graded. */
export function judgeAgreement(seeds: { one: Grades; other: Grades }[]) {
  const pairs = seeds.flatMap(({ one, other }) =>
    Object.entries(one).flatMap(([id, grade]) => {
      const second = other[id]
      return second === undefined ? [] : [{ one: grade, other: second }]
    }),
  )
  const share = (holds: (pair: (typeof pairs)[number]) => boolean) =>
    pairs.filter(holds).length / pairs.length
  return {
    candidates: pairs.length,
    sameGrade: share(({ one, other }) => one === other),
    sameSide: share(({ one, other }) => one >= RIGHT === other >= RIGHT),
    rightToOne: share(({ one }) => one >= RIGHT),
    rightToOther: share(({ other }) => other >= RIGHT),
    kappa: cohenKappa({
      both: pairs.filter(({ one, other }) => one >= RIGHT && other >= RIGHT).length,
      one: pairs.filter(({ one }) => one >= RIGHT).length,
      other: pairs.filter(({ other }) => other >= RIGHT).length,
      all: pairs.length,
    }),
  }
}

/** How evenly recommendations fall on the papers of a corpus, from the lists of all of them by paper id. */
export function recommendationSpread(recommendations: Map<string, string[]>): {
  neverRecommended: number
  mostRecommended: number
} {
  const counts = new Map([...recommendations.keys()].map((id) => [id, 0]))
  for (const id of [...recommendations.values()].flat()) counts.set(id, (counts.get(id) ?? 0) + 1)
  const never = [...counts.values()].filter((count) => count === 0).length
  return {
    neverRecommended: never / counts.size,
    mostRecommended: Math.max(0, ...counts.values()),
  }
}
