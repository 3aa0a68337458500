import type { Span } from '../shared/model.ts'

/** Scripts that set no blanks between words; Korean sets some, but joins particles to its words. */
const UNSPACED =
  '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmr}\\p{scx=Mymr}'
const ANY_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u')
const RUN = new RegExp(`(?:[${UNSPACED}]\\p{M}*)+|[^${UNSPACED}]+`, 'gu')
const CHARACTER = /\P{M}\p{M}*/gu

/**
 * What stands for the words of a run of letters whose script does not part them: each pair of neighbours, as in Lucene's
 * CJKAnalyzer, for which no dictionary has to be the same at build and in the browser. Pairs overlap. Null for other scripts.
 */
export function characterPairs(run: string): Span[] | null {
  if (!ANY_UNSPACED.test(run)) return null
  return [...run.matchAll(RUN)].flatMap(({ 0: part, index }) => {
    const end = index + part.length
    if (!ANY_UNSPACED.test(part)) return [{ start: index, end }]
    const starts = [...part.matchAll(CHARACTER)].map((character) => index + character.index)
    if (starts.length < 2) return [{ start: index, end }]
    return starts.slice(1).map((_, at) => ({ start: starts[at]!, end: starts[at + 2] ?? end }))
  })
}
