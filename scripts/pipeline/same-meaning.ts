import { formKey } from '../../src/search/analyse.ts'
import { editDistance } from '../../src/search/lexicon.ts'
import { tokenize } from '../../src/shared/tokens.ts'

/** Letters of a long form in which one slip may be believed; shorter ones may be two names. */
const SLIP_LENGTH = 12

/** The terms of a long form; an abbreviation within it gives those of `longOf`, what it stands for itself. */
export function meaningOf(long: string, longOf: ReadonlyMap<string, string>): string[] {
  return tokenize(long).flatMap(({ term, start, end }) => {
    const own = longOf.get(long.slice(start, end).replace(/(?<=[A-Z0-9])s$/, ''))
    return own ? tokenize(own).map((token) => token.term) : [term]
  })
}

/**
 * Whether the terms of two long forms of one abbreviation mean the same: they have the same stems, however they are joined,
 * but for one slip of the keyboard; or one has a word more, after its first.
 */
export function isSameMeaning(a: string[], b: string[]): boolean {
  const [one, other] = [a.join(''), b.join('')]
  const slips = Math.min(one.length, other.length) < SLIP_LENGTH ? 0 : 1
  if (editDistance(one, other, slips) <= slips) return true
  const [long, short] = (a.length > b.length ? [a, b] : [b, a]).map((terms) =>
    terms.map(formKey),
  ) as [string[], string[]]
  const lacksOne = (_: string, left: number) =>
    left > 0 && long.toSpliced(left, 1).join() === short.join()
  return long.join() === short.join() || (short.length > 1 && long.some(lacksOne))
}
