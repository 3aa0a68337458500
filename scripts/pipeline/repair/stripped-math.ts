import { mathEdit } from './find-math.ts'
import { restoreTex } from './restore-tex.ts'
import { texRelations, texSymbols } from './tex-symbols.ts'
import type { Edit } from './text-edits.ts'

const LONGEST = 100
const MOST_WORDS = 8

const greek =
  'alpha|beta|gamma|delta|(?:var)?epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi|Omega'

/** What only a formula has; each alternative alone makes a run of words a candidate. */
const signs = [
  // A braced script on something short: n^{-1/4}, epsilon_{opt}, {p}_{theta}.
  '[_^]\\{[^{}]{1,40}\\}',
  // A short script on one letter: x_t, ell_p, C_Phi, C^*.
  `(?<![\\w^}\\\\/.@-])\\\\?(?:[A-Za-z]|ell|${greek})[_^](?:[A-Za-z0-9*]|infty|${greek})(?![\\w^])`,
  '(?<![A-Za-z])\\\\?(?:mathcal|mathfrak|mathbb|mathbf|boldsymbol)(?![A-Za-z]{2})',
  '(?<![A-Za-z])\\\\?(?:varepsilon|infty)(?![A-Za-z])',
  `\\\\(?:${greek}|ell)(?![A-Za-z])`,
  '(?:\\d|(?<![A-Za-z])[A-Za-z])(?:leq|geq|neq)(?![A-Za-z])',
]
const sign = new RegExp(signs.join('|'))

const relations = [...texRelations].filter((name) => name !== 'in' && name !== 'to').join('|')
const alphabets = 'mathfrak|mathcal|mathbb|mathbf|boldsymbol'
const operatorAtEnd = new RegExp(`(?:[=<>+]|(?<![a-z]{2})(?:${relations}|${alphabets}))$`)
const operatorAtStart = new RegExp(`^(?:[=<>+](?![\\w-]{3})|(?:${relations})(?![A-Za-z]))`)

/** What each of the signs above has, which most words lack. */
const MARK = /[_^\\]|mathcal|mathfrak|mathbb|boldsymbol|varepsilon|infty|[lgn]eq/

/** A name raised to a number: CoRe^2, 10^6. */
const raisedName = /(?<![\w^}\\/.@-])([A-Za-z]{2,12}|\d{1,4})\^(-?\d{1,2}|\{-?\d{1,2}\})(?![\w^{])/

/** Formulas that have lost their `$` signs. Quoted code and what is no formula throughout is left. */
export function findStrippedMath(text: string): Edit[] {
  if (!MARK.test(text)) return []
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ word, index }))
  const edits: Edit[] = []
  for (let at = 0; at < words.length; at++) {
    const { word, index } = words[at] as { word: string; index: number }
    if (word.length > LONGEST || !MARK.test(word) || word.includes('`')) continue
    const edit = readRaisedName(word, index) ?? readRun(text, words, at)
    if (edit === null) continue
    edits.push(edit)
    while ((words[at + 1]?.index ?? Infinity) < edit.end) at++
  }
  return edits
}

function readRaisedName(word: string, index: number): Edit | null {
  const match = raisedName.exec(word)
  if (match === null || sign.test(word.replace(match[0], ''))) return null
  const [printed, name = '', power = ''] = match
  if (texSymbols.has(name)) return null
  const base = /^\d/.test(name) ? name : `\\text{${name}}`
  const start = index + match.index
  return (
    mathEdit(start, start + printed.length, `${base}^{${power.replace(/[{}]/g, '')}}`)[0] ?? null
  )
}

/** The formula that begins in the word at `at` and may go on in the words after it. */
function readRun(text: string, words: { word: string; index: number }[], at: number): Edit | null {
  const { word, index } = words[at] as { word: string; index: number }
  const start = index + leadingClutter(word)
  if (!sign.test(text.slice(start, start + LONGEST))) return null
  const runs: string[] = []
  for (const { word: next, index: place } of words.slice(at, at + MOST_WORDS)) {
    const before = runs.at(-1)
    if (before !== undefined && !goesOn(before, next)) break
    runs.push(text.slice(start, place + next.length))
  }
  for (const longer of runs.reverse()) {
    if (longer.length > LONGEST) continue
    const run = trimRun(longer)
    const edit = isWhole(run) ? readFormula(run, start) : null
    if (edit !== null) return edit
  }
  return null
}

/** Whether a formula may go on after a blank: inside brackets, or at an operator. */
function goesOn(run: string, next: string): boolean {
  if (!isBalanced(run)) return run.length <= LONGEST
  return operatorAtEnd.test(run) || operatorAtStart.test(next)
}

function readFormula(run: string, start: number): Edit | null {
  if (!sign.test(run)) return null
  const tex = restoreTex(run)
  return tex === null ? null : (mathEdit(start, start + run.length, tex.trim())[0] ?? null)
}

/** Quotation marks, and an opening bracket that the word does not close. */
function leadingClutter(word: string): number {
  const quotes = /^["'“‘]*/.exec(word)?.[0].length ?? 0
  const rest = word.slice(quotes)
  if (/^\([^(),]*\)[.,;:!?]*$/.test(rest)) return quotes + 1
  return (
    quotes +
    (/^[([]/.test(rest) && !isBalanced(rest.replace(/[.,;:!?]+$/, '').replace(/-[a-z]+$/, ''))
      ? 1
      : 0)
  )
}

/** Without punctuation at the end, or the rest of a compound (`L^q-norm`). */
function trimRun(run: string): string {
  let trimmed = run.replace(/(?<=[^-])-[A-Za-z]{2,}[^\s]*$/, '')
  for (;;) {
    const shorter = trimmed.replace(/[.,;:!?"'”’]$/, '')
    const next = /[)\]}]$/.test(shorter) && !isBalanced(shorter) ? shorter.slice(0, -1) : shorter
    if (next === trimmed) return trimmed
    trimmed = next
  }
}

/** Balanced, and not broken off after an operator or in the middle of a list. */
function isWhole(run: string): boolean {
  return isBalanced(run) && !/[/^_(,;:]$/.test(run) && !operatorAtEnd.test(run)
}

function isBalanced(run: string): boolean {
  const open: string[] = []
  for (const character of run) {
    if ('([{'.includes(character)) open.push(character)
    else if (
      ')]}'.includes(character) &&
      '([{'.indexOf(open.pop() ?? ' ') !== ')]}'.indexOf(character)
    )
      return false
  }
  return open.length === 0
}
