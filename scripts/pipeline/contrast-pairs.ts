import type { PairContrast } from '../../src/shared/model.ts'
import { poissonInterval } from './poisson-interval.ts'
import type { Significance, TestedPair } from './test-pairs.ts'

/** The pairs that meet far more and far less often than chance. */
interface PairContrasts {
  surprises: PairContrast[]
  gaps: PairContrast[]
}

const ROWS_MOST = 8
/** Surprises must stand out among all pairs, and not by one accident. */
const SURPRISE_Q_MOST = 0.05
const SURPRISE_SHARED_LEAST = 3
/** A small corpus can't show a gap among all pairs, so gaps need only look like one, alone. */
const GAP_P_MOST = 0.1

/**
 * At most eight of each. Surprises go by the low end of their interval, highest first, so that a
 * large ratio from few papers does not lead; gaps by the high end, lowest first. Both then by ids.
 * A topic and a broader one of it are no surprise and are left out.
 */
export function contrastPairs(
  topics: { id: string; broader: string[] }[],
  tested: TestedPair[],
): PairContrasts {
  const kin = new Set(topics.flatMap(({ id, broader }) => broader.map((other) => key(id, other))))
  const strangers = tested.filter(({ topics: [a, b] }) => !kin.has(key(a, b)))
  return {
    surprises: strangers
      .filter(
        ({ observed, more }) => observed >= SURPRISE_SHARED_LEAST && more.q <= SURPRISE_Q_MOST,
      )
      .map((pair) => contrast(pair, pair.more))
      .sort((a, b) => b.low - a.low)
      .slice(0, ROWS_MOST),
    gaps: strangers
      .filter(({ less }) => less.p <= GAP_P_MOST)
      .map((pair) => contrast(pair, pair.less))
      .sort((a, b) => a.high - b.high)
      .slice(0, ROWS_MOST),
  }
}

function contrast(
  { topics, observed, expected }: TestedPair,
  { p, q }: Significance,
): PairContrast {
  const { low, high } = poissonInterval(observed)
  return {
    topics,
    observed,
    expected: toThreeDigits(expected),
    ratio: toThreeDigits(observed / expected),
    low: toThreeDigits(low / expected),
    high: toThreeDigits(high / expected),
    p: toThreeDigits(p),
    q: toThreeDigits(q),
  }
}

/** Three significant digits: more would only tell of rounding, which may differ between machines. */
export function toThreeDigits(value: number): number {
  return Number(value.toPrecision(3))
}

function key(a: string, b: string): string {
  return a < b ? `${a}+${b}` : `${b}+${a}`
}
