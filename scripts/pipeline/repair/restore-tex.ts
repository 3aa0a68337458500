import { texAlphabets, texMarks, texSymbols } from './tex-symbols.ts'

/** Macros that are also plain words or parts of words: never restored from a run of letters. */
const ambiguous = new Set(['in', 'to', 'top', 'mid', 'star', 'ast', 'arg', 'dim', 'det', 'prime'])

const macros = [...texSymbols.keys(), ...texAlphabets, ...texMarks.keys(), 'sqrt']
  .filter((name) => !ambiguous.has(name) && !name.startsWith('text'))
  .sort((a, b) => b.length - a.length)

/**
 * Gives a formula its backslashes back: `mathfrak S^{2/p}` to `\mathfrak S^{2/p}`. Null when it
 * holds a word that is no macro, so that prose is never taken for a formula.
 */
export function restoreTex(stripped: string): string | null {
  let tex = ''
  let script = false
  for (const [token] of stripped.matchAll(/\\?[A-Za-z]+|[\s\S]/g)) {
    if (/^\\?[A-Za-z]/.test(token)) {
      const restored = restoreWord(token.replace('\\', ''), script)
      if (restored === null) return null
      tex += /\\[A-Za-z]+$/.test(tex) && /^[A-Za-z]/.test(restored) ? ` ${restored}` : restored
    } else if (token === '{' && /(?<!\\[A-Za-z]+)[A-Za-z0-9)]$/.test(tex)) {
      // A group that belongs to nothing is the second half of a lost fraction.
      return null
    } else if (/^[\s\d^_{}()[\]|+\-*/=<>.,:;!']$/.test(token)) tex += token
    else return null
    script = token === '{' && /[_^]\{$/.test(tex)
  }
  // An alphabet around more than letters shows that a brace is out of place.
  return /\\(?:math[a-z]+|boldsymbol)\{[A-Za-z]*[^A-Za-z}]/.test(tex) ? null : tex
}

function restoreWord(word: string, script: boolean): string | null {
  if (word.length === 1) return word
  const parts = splitWord(word)
  if (parts !== null) return parts.map((part) => (part.length === 1 ? part : `\\${part}`)).join(' ')
  // A word as a script names the quantity: the `opt` of `epsilon_{opt}`.
  return script && word.length <= 4 ? `\\mathrm{${word}}` : null
}

/** A run of letters as macros with at most one variable before and one after: `pneq`, `tildeOmega`. */
function splitWord(word: string): string[] | null {
  const parts: string[] = []
  let rest = word
  while (rest.length > 1) {
    const macro = macros.find((name) => rest.startsWith(name))
    if (macro !== undefined) {
      parts.push(macro)
      rest = rest.slice(macro.length)
    } else if (
      parts.length === 0 &&
      rest.length === word.length &&
      macros.some((m) => rest.startsWith(m, 1))
    ) {
      parts.push(rest.charAt(0))
      rest = rest.slice(1)
    } else return null
  }
  return parts.length === 0 ? null : rest === '' ? parts : [...parts, rest]
}
