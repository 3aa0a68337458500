/** The topics that two readers filed one paper under. */
interface TwoReadings {
  one: string[]
  other: string[]
}

export type AgreementFigure = keyof ReturnType<typeof agreement>

/**
 * How far two readers agree. F1 is the same whichever reader is taken as right: 2·|both| / (|one| +
 * |other|) over all papers. Jaccard is the mean over papers of |both| / |either|, two empty filings
 * being the same. Kappa is Cohen's (1960), over one yes or no for each paper and each of `topics` topics.
 */
export function agreement(papers: TwoReadings[], topics: number) {
  let both = 0
  let one = 0
  let other = 0
  let jaccard = 0
  for (const paper of papers) {
    const common = paper.one.filter((topic) => paper.other.includes(topic)).length
    const either = paper.one.length + paper.other.length - common
    both += common
    one += paper.one.length
    other += paper.other.length
    jaccard += either === 0 ? 1 : common / either
  }
  return {
    f1: (2 * both) / (one + other),
    jaccard: jaccard / papers.length,
    kappa: cohenKappa({ both, one, other, all: papers.length * topics }),
  }
}

/** Of `all` decisions, to how many one, the other and both said yes. 1 is full agreement, 0 that of chance. */
export function cohenKappa(yes: { both: number; one: number; other: number; all: number }): number {
  const { both, one, other, all } = yes
  const observed = (both + (all - one - other + both)) / all
  const byChance = (one * other + (all - one) * (all - other)) / all ** 2
  return (observed - byChance) / (1 - byChance)
}
