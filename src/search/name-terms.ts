import { formKey, STOP_WORDS, wordsOf } from './analyse.ts'
import type { Lexicon } from './lexicon.ts'
import {
  type MatchIndex,
  type Slot,
  type SlotSpan,
  type SoughtTerm,
  WEIGHTS,
  type WordRun,
} from './match.ts'
import { type Name, type NamedSpan, phraseTerm, topicTerm } from './names.ts'
import { formsOf, isPlural } from './word-forms.ts'

/** Adds the names that stand in a run of words. */
export function addNames(slots: Slot[], spans: SlotSpan[], index: MatchIndex, run: WordRun): void {
  const words = slots.map(({ word }) => word)
  const found = namesIn(words, run, index)
  for (const span of found) {
    const { first, last, name, unfinished } = span
    const within = slots.slice(first, last + 1)
    if (within.some(({ scope }) => scope !== null)) continue
    if (first === last && within.every((slot) => isOtherwiseMeant(slot, name, index))) continue
    const sought = soughtFor(span, found, index.lexicon)
    if (unfinished) for (const one of sought) one.weight *= WEIGHTS.unfinished
    spans.push({
      first,
      last,
      sought,
      label: name.label,
      isFurther: name.further !== undefined,
      isEveryday: name.isEveryday === true,
    })
    // Small words mean something together, as in "make things up".
    if (first < last && within.every(({ required }) => !required))
      for (const slot of within) slot.required = true
  }
}

/**
 * Whether a word is not meant by a name: "is" is no interactive segmentation (IS), "fits" no FIT, but `FITs` and `CoDe` are,
 * and have no everyday meanings then.
 */
function isOtherwiseMeant(
  { asked, word }: Slot,
  { term }: Name,
  { plainWords }: MatchIndex,
): boolean {
  const isShort = (asked.match(/\p{Lu}/gu)?.length ?? 0) >= 2
  const isAmbiguous = plainWords.has(formKey(word))
  if (isShort) return isAmbiguous && term.startsWith('~')
  return STOP_WORDS.has(word) || (isAmbiguous && term.startsWith('='))
}

/** The names in a row of words, without the meanings of everyday words that these don't have here. */
export function namesIn(
  words: string[],
  { growing, isQuestion }: WordRun,
  { names, lexicon }: MatchIndex,
): NamedSpan[] {
  return names.find(words, growing).filter(({ first, last, name }) => {
    if (!name.isEveryday) return true
    // A meaning that is a name of a topic may stand for a part of it, which few words don't tell.
    if (name.term.startsWith('#') && !isQuestion) return false
    if (first !== last) return true
    return (
      !isInPhrase(first, words, lexicon) &&
      (isAmongOthers(words[first] as string, words) ||
        !isTooWide(words[first] as string, name, lexicon))
    )
  })
}

/** Whether anything else is asked for with a word; small words ask for nothing. */
function isAmongOthers(word: string, words: string[]): boolean {
  return words.some((other) => other !== word && !STOP_WORDS.has(other))
}

/** Whether a word that papers have leads to so many others that it would tell nothing of them: Claude to all language models. */
function isTooWide(word: string, { term }: Name, lexicon: Lexicon): boolean {
  if (!lexicon.has(word)) return false
  const bare = term.slice(1)
  const sought = term.startsWith('~') ? (bare.includes(' ') ? phraseTerm(bare) : bare) : term
  return lexicon.isCommon(lexicon.papersWith(sought))
}

/** Whether a word makes a known phrase with its neighbour: the driving that is autonomous is no agent's. */
function isInPhrase(at: number, words: string[], lexicon: Lexicon): boolean {
  return [at - 1, at].some((first) => {
    const pair = words.slice(Math.max(first, 0), first + 2)
    return pair.length === 2 && lexicon.has(phraseTerm(pair.join(' ')))
  })
}

/** Whether a name is a topic's own. */
export function isLabel({ words, term, label }: Name): boolean {
  return term.startsWith('#') && wordsOf(label) === words
}

/** What to seek for a name in the query; the papers of a topic need not say again by its abbreviation that they mean it. */
export function soughtFor(
  { first, last, name }: NamedSpan,
  found: NamedSpan[],
  lexicon: Lexicon,
): SoughtTerm[] {
  const isTopicToo = found.some(
    (other) => other.first === first && other.last === last && isLabel(other.name),
  )
  return name.term.startsWith('=') && isTopicToo
    ? [{ term: name.term, weight: WEIGHTS.besides, how: 'synonym', label: name.label }]
    : termsOf(name, lexicon)
}

/** What to seek for a name: papers that mean it, and those where it stands in full. */
function termsOf({ words, term, label, further }: Name, lexicon: Lexicon): SoughtTerm[] {
  const phrase: SoughtTerm[] = words.includes(' ')
    ? [{ term: phraseTerm(words), weight: WEIGHTS.phrase, how: 'exact', label: words }]
    : []
  const bare = term.slice(1)
  // An alias may stand for a part of the topic too: HMC for MCMC.
  const part =
    further === 'part' ? WEIGHTS.part : isLabel({ words, term, label }) ? 1 : WEIGHTS.alias
  if (term.startsWith('#'))
    return [
      ...phrase,
      { term: topicTerm(bare, 'main'), weight: WEIGHTS.main * part, how: 'topic', label },
      { term: topicTerm(bare, 'also'), weight: WEIGHTS.also * part, how: 'topic', label },
    ]
  if (term.startsWith('='))
    return [...phrase, { term, weight: WEIGHTS.synonym, how: 'synonym', label }]
  const { everyday, everydayForm } = WEIGHTS
  const how = 'synonym' as const
  if (bare.includes(' ')) return [{ term: phraseTerm(bare), weight: everyday, how, label: bare }]
  // "Agentic" was meant, and "agents" may be anybody's.
  return formsOf(bare, lexicon).map((form) => ({
    term: form,
    weight: isPlural(form, bare) ? everyday : everydayForm,
    how,
  }))
}
