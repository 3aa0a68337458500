import { american, formKey } from './analyse.ts'
import { isReplaced, type Lexicon, type NearTerm, slipsMost } from './lexicon.ts'
import { type Slot, type SoughtTerm, WEIGHTS } from './match.ts'

/** Letters of a word that may be misspelt, and of one that may where no other is known or mended. */
export const SHORT_WORD = 4
export const SLIP_LENGTH = 6
/** The last letter of a stem, perhaps doubled, and an ending. */
const INFLECTION = /^(.)\1?(e?s?|e?d|e?rs?|ing|ly)$/
/** Misspelt words are taken for at most this many others. */
const NEAR_MOST = 4

/** The word that was meant, if no paper has the one typed and there is a near one. */
export function wordMeant({ word, sought, near }: Slot): string {
  return sought.length === 0 ? (near[0]?.term ?? word) : word
}

/** Adds what a misspelt word may mean. Short words and numbers are taken as they are. */
export function addNear(
  slot: Slot,
  lexicon: Lexicon,
  least: number,
  isNear = (_: NearTerm) => true,
): void {
  const { word } = slot
  if (slot.near.length > 0 || /\d/.test(word) || word.length < least) return
  const near = lexicon.near(word, slipsMost(word)).filter(isNear).slice(0, NEAR_MOST)
  const best = near[0]
  if (!best) return
  const sought = new Map<string, SoughtTerm>()
  for (const { term, distance } of near)
    for (const form of lexicon.forms(formKey(term))) {
      const weight = WEIGHTS.near ** distance * (term === best.term ? 1 : 0.4)
      if ((sought.get(form)?.weight ?? 0) < weight)
        sought.set(form, {
          term: form,
          weight: form === term ? weight : weight * WEIGHTS.form,
          how: 'fuzzy',
        })
    }
  slot.near = [...sought.values()]
    .filter(({ term }) => !slot.sought.some((own) => own.term === term))
    .sort((a, b) => b.weight - a.weight)
}

/**
 * Takes a word that no paper has for a near one as well, if it is no regular form of those it shares a stem with:
 * "explaning" has the stem of "explanation", and "explaining" another.
 */
export function doubtForms(slot: Slot, lexicon: Lexicon): void {
  const { word, sought } = slot
  if (
    word.length < SLIP_LENGTH ||
    sought.length === 0 ||
    sought.some(({ how, term }) => how !== 'form' || isInflected(term, word))
  )
    return
  const isOther = ({ term }: NearTerm) => formKey(term) !== formKey(word) && !isReplaced(term, word)
  if (!lexicon.near(word, 1).some(isOther)) return
  slot.isDoubted = true
  slot.sought = []
  addNear(slot, lexicon, SLIP_LENGTH)
  slot.near.push(...sought)
}

/** Whether two words are one with the endings of verbs, of plurals or of doers, wherever they are spelled. */
function isInflected(one: string, other: string): boolean {
  const [a, b] = [american(one), american(other)]
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  return [a, b].every((word) => INFLECTION.test(word.slice(same - 1)))
}
