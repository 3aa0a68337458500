import { CODE, formKey, OFFERED_CODE, STOP_WORDS } from './analyse.ts'
import type { Lexicon } from './lexicon.ts'
import type { SoughtTerm } from './match.ts'

/** Letters that forms of one word may differ by in length. */
const ENDING_MOST = 7

/** The words that share a stem, but for those that have nothing else in common: `person` with `personalization`, `using` with `users`. */
export function formsOf(word: string, lexicon: Lexicon): string[] {
  return lexicon
    .forms(formKey(word))
    .filter(
      (form) =>
        form === word ||
        (!STOP_WORDS.has(form) && Math.abs(form.length - word.length) <= ENDING_MOST),
    )
}

/** A word just as it is, wherever it stands. */
export function theWord(word: string): SoughtTerm[] {
  const sought: SoughtTerm = { term: word, weight: 1, how: 'exact' }
  return CODE.has(word) ? [sought, offeredCode(word)] : [sought]
}

export function offeredCode(word: string): SoughtTerm {
  return { term: OFFERED_CODE, weight: 1, how: 'exact', label: word }
}

/** Whether a form is the word itself, its plural or its singular. */
export function isPlural(form: string, word: string): boolean {
  return form === word || form === `${word}s` || `${form}s` === word
}
