import { readInlineMath } from './repair/find-math.ts'
import type { RepairedText } from './repair-text.ts'

/** Also in a formula, where all else is set as it should be. */
const MACRO = /\[macro:[^\]]*\]?/g

/** Commands, groups, dollar signs, marks and names of symbols, with a backslash or after they lost it. */
const REMNANT =
  /[\\${}`]|(?<!\w)~|''|--|(?<![A-Za-z])(?:math(?:cal|frak|bb|bf|rm)|boldsymbol|varepsilon|infty|[lgn]eq|rightarrow|scriptsize|frac|ell)(?![a-z])|\d(?:times|sim)\b|\b[A-Za-z](?:\^[A-Za-z\d{]|_(?:\{|[A-Za-z\d]\b))/

/** What looks like it and is none: an address, a set of numbers, a price, `~` for about. */
const ALIKE = /https?:\/\/\S+|\{[-+±\d.,…\s]+\}|(?<=^|[\s(~–—A-Z-])\$(?=\d)|~(?=\s?[$€£]?[\d.])/g

/**
 * What LaTeX has left in a repaired text: the words that hold it, in order, each once. What a
 * curated correction publishes is decided, and no remnant.
 */
export function findRemnants({
  text,
  math,
  applied,
}: Pick<RepairedText, 'text' | 'math' | 'applied'>): string[] {
  if (!isRemnant(text)) return []
  const undecided = applied.reduce((rest, { to }) => {
    const decided = readInlineMath(to).to
    // A plain word is no reason to overlook what holds it.
    return isRemnant(decided) ? rest.replaceAll(decided, blank) : rest
  }, text)
  const prose = undecided.replace(ALIKE, blank).split('')
  for (const { start, end } of math) prose.fill(' ', start, end)
  const macros = [...undecided.matchAll(MACRO)]
  for (const { 0: macro, index } of macros) prose.fill(' ', index, index + macro.length)
  const words = [...prose.join('').matchAll(/\S+/g)].filter(([word]) => REMNANT.test(word))
  return [
    ...new Set(
      [...macros, ...words]
        .sort((a, b) => a.index - b.index)
        .map(({ 0: found, index }) => text.slice(index, index + found.length)),
    ),
  ]
}

function isRemnant(text: string): boolean {
  return REMNANT.test(text) || text.search(MACRO) !== -1
}

/** As long, so that places stay. */
function blank(text: string): string {
  return ' '.repeat(text.length)
}
