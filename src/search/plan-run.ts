import { byCodeUnit } from '../shared/code-unit-order.ts'
import {
  analyse,
  areSpelledAlike,
  CODE,
  compounds,
  FIELD,
  formKey,
  measureTerm,
  QUESTION_WORDS,
  STOP_WORDS,
  type Word,
} from './analyse.ts'
import { characterPairs } from './character-pairs.ts'
import type { Lexicon } from './lexicon.ts'
import {
  type MatchIndex,
  type Slot,
  type SlotSpan,
  type SoughtTerm,
  WEIGHTS,
  type WordRun,
} from './match.ts'
import { addNames } from './name-terms.ts'
import { phraseTerm } from './names.ts'
import { formsOf, isPlural, offeredCode } from './word-forms.ts'

/** Papers that must have both parts of a word that is taken apart. */
const PARTED_MIN = 2
/** Letters of a word that may be two. */
const PARTED_MOST = 40
/** Letters of words that may be one. */
const JOINED_LEAST = 5
/** Letters of a part that is no part of a name. */
const PART_LENGTH = 4
/** From so many words on, small ones among them, a query is taken for a question. */
export const QUESTION_LENGTH = 6
/** "AIME" is no form of "aim". */
const ACRONYM = /^[A-Z]{3,5}s?$/
const PREFIX_MIN = 2
const ONE_LETTER = /^\p{L}$/u
/** A begun word is completed to at most this many: two letters say little, and their completions fill a corpus. */
const COMPLETIONS_MOST = { short: 12, long: 40 }
const SHORT_PREFIX = 3

/** The slots and spans of a run of words. */
export function planRun(run: WordRun, index: MatchIndex): { slots: Slot[]; spans: SlotSpan[] } {
  const { lexicon } = index
  const slots: Slot[] = []
  const spans: SlotSpan[] = []
  for (const { text, scope, end: clauseEnd } of run.clauses) {
    const textStart = clauseEnd - text.length
    const typed = analyse(text)
    const apart = run.plain ? typed : splitCompounds(typed, run.growing, index)
    const words = joinMeasures(apart, text, lexicon)
    const first = slots.length
    for (const { start, end, term, measure } of words)
      slots.push({
        ...planWord(text.slice(start, end), { term, measure }, run.plain, lexicon),
        scope,
        place: { start: textStart + start, end: textStart + end },
      })
    // Both parts of a word that was taken apart are asked for: "few" of "fewshot" too.
    for (const [at, { start }] of words.entries())
      if (words[at - 1]?.end === start)
        for (const slot of slots.slice(first + at - 1, first + at + 1)) slot.required = true
    for (const { start, end, term } of compounds(text, words)) {
      if (!lexicon.has(term)) continue
      const place = (at: number) => words.findIndex((word) => word.start === at)
      const last = words.findIndex((word) => word.end === end)
      // All of "off-policy" is asked for, though "off" by itself would not be.
      for (const slot of slots.slice(first + place(start), first + last + 1)) slot.required = true
      spans.push({
        first: first + place(start),
        last: first + last,
        sought: [{ term, weight: WEIGHTS.compound, how: 'form' }],
        label: text.slice(start, end),
        isCompound: true,
      })
    }
  }
  if (run.isQuestion)
    for (const slot of slots) if (QUESTION_WORDS.has(slot.word)) slot.required = false
  if (!run.plain) {
    joinNeighbours(slots, spans, lexicon, run.isQuestion)
    const last = slots.at(-1)
    if (run.growing && last && !isKnownShort(last, index)) complete(last, lexicon)
    // One letter begins nearly anything, and soon is no word by itself.
    if (run.growing && last && slots.length > 1 && ONE_LETTER.test(last.word)) last.required = false
    addNames(slots, spans, index, run)
    excuseField(slots)
  }
  if (slots.every(({ required }) => !required)) for (const slot of slots) slot.required = true
  return { slots, spans }
}

/** A word of the query; of one such as `pass@1` the measure is `pass`. */
type AskedWord = Word & { measure?: string | undefined }

function planWord(
  asked: string,
  { term: word, measure }: Omit<AskedWord, 'start' | 'end'>,
  plain: boolean,
  lexicon: Lexicon,
): Omit<Slot, 'scope' | 'place'> {
  const key = formKey(word)
  const isAsTyped = plain || ACRONYM.test(asked)
  const forms = formsOf(word, lexicon).filter((form) => !isAsTyped || isPlural(form, word))
  const doers = isAsTyped ? [] : lexicon.doers(key).filter((form) => !STOP_WORDS.has(form))
  const atAnyNumber = measure === undefined || isAsTyped ? [] : [measureTerm(measure)]
  const counts = [...forms, ...doers, ...atAnyNumber].map((form) => lexicon.papersWith(form))
  // So many papers have the word in some form: as many at least, and as many at most.
  const least = Math.max(0, ...counts)
  const most = counts.reduce((sum, count) => sum + count, 0)
  // A rare form must not count more than the word it is a form of.
  const level = (term: string) =>
    Math.min(1, lexicon.rarity(least) / lexicon.rarity(lexicon.papersWith(term)))
  return {
    asked,
    word,
    sought: [
      ...forms.map(
        (term): SoughtTerm =>
          term === word
            ? { term, weight: level(term), how: 'exact' }
            : {
                term,
                weight: (areSpelledAlike(term, word) ? 1 : WEIGHTS.form) * level(term),
                how: 'form',
              },
      ),
      ...doers.map(
        (term): SoughtTerm => ({
          term,
          weight: WEIGHTS.doer * level(term),
          how: 'form',
        }),
      ),
      ...atAnyNumber.map(
        (term): SoughtTerm => ({
          term,
          weight: WEIGHTS.form * level(term),
          how: 'form',
          label: `${measure}@…`,
        }),
      ),
      ...(CODE.has(word) ? [{ ...offeredCode(word), weight: WEIGHTS.offer }] : []),
    ],
    near: [],
    required: !STOP_WORDS.has(word),
    rarity: lexicon.rarity(most),
    isCommon: lexicon.isCommon(least),
    isDoubted: false,
  }
}

/** Lets papers do without the name of their whole field, where it is only said what it is for. */
function excuseField(slots: Slot[]): void {
  for (const length of [2, 3])
    for (let first = 0; first + length <= slots.length; first++) {
      const words = slots.slice(first, first + length)
      if (
        FIELD.test(words.map(({ word }) => word).join(' ')) &&
        slots.some((slot) => slot.required && !words.includes(slot))
      )
        for (const slot of words) slot.required = false
    }
}

/** Words that the papers write as one: `data sets` for `dataset`, `few shot` for `few-shot`, all of which is asked for then. */
function joinNeighbours(
  slots: Slot[],
  spans: SlotSpan[],
  lexicon: Lexicon,
  isQuestion: boolean,
): void {
  for (const length of [2, 3])
    for (let first = 0; first + length <= slots.length; first++) {
      const within = slots.slice(first, first + length)
      const joined = within.map(({ word }) => word).join('')
      const hasSmall = within.some(({ required }) => !required)
      // Small words of a question stand together by chance.
      if (hasSmall ? isQuestion : length > 2) continue
      const forms = lexicon.forms(formKey(joined))
      if (joined.length < JOINED_LEAST || !forms.some((form) => isPlural(form, joined))) continue
      if (within.some(({ scope }) => scope !== within[0]?.scope)) continue
      for (const slot of within) slot.required = true
      spans.push({
        first,
        last: first + length - 1,
        sought: forms.map((term) => ({ term, weight: WEIGHTS.compound, how: 'form' })),
        label: within.map(({ asked }) => asked).join(''),
        ...(hasSmall && { isCompound: true }),
      })
    }
}

/** Whether a word is an abbreviation as it is: "FL" begins no "flow". */
function isKnownShort({ asked, word }: Slot, { names }: MatchIndex): boolean {
  return /^[A-Z]{2,5}$/.test(asked) && names.find([word]).length > 0
}

function complete(slot: Slot, lexicon: Lexicon): void {
  if (slot.word.length < PREFIX_MIN && characterPairs(slot.word) === null) return
  const known = new Set(slot.sought.map(({ term }) => term))
  const longer = lexicon
    .startingWith(slot.word)
    .filter((term) => !known.has(term) && !STOP_WORDS.has(term))
    .sort((a, b) => lexicon.papersWith(b) - lexicon.papersWith(a) || byCodeUnit(a, b))
    .slice(0, COMPLETIONS_MOST[slot.word.length < SHORT_PREFIX ? 'short' : 'long'])
  if (longer.length === 0) return
  // A stop word that begins other words may be one of them.
  if (slot.sought.length === 0) slot.required = true
  // Nor must a rare completion count more than the word itself, if it is one.
  const own = lexicon.papersWith(slot.word)
  const ceiling = own > 0 ? lexicon.rarity(own) : Number.POSITIVE_INFINITY
  for (const term of longer) {
    const level = Math.min(1, ceiling / lexicon.rarity(lexicon.papersWith(term)))
    slot.sought.push({
      term,
      weight: WEIGHTS.prefix * level * (0.5 + (0.5 * slot.word.length) / term.length),
      how: 'prefix',
    })
  }
}

/** Words with those of a measure at a number as one, if papers have it at any number. */
function joinMeasures(words: Word[], text: string, lexicon: Lexicon): AskedWord[] {
  const joined: AskedWord[] = []
  for (const word of words) {
    const before = joined.at(-1)
    const isNumber = before && text.slice(before.end, word.start) === '@'
    if (isNumber && lexicon.has(measureTerm(before.term)))
      joined.splice(-1, 1, {
        start: before.start,
        end: word.end,
        term: before.term + word.term,
        measure: before.term,
      })
    else joined.push(word)
  }
  return joined
}

/** Words that no paper has, taken apart where two that papers have were written as one. */
function splitCompounds(
  words: Word[],
  growing: boolean,
  { lexicon, paraphrases }: MatchIndex,
): Word[] {
  return words.flatMap((word, at) => {
    const { term, start, end } = word
    const mayGrow = growing && at === words.length - 1 && lexicon.startingWith(term).length > 0
    if (term.length > PARTED_MOST || /[^a-z]/.test(term)) return [word]
    const key = formKey(term)
    const isKnown = mayGrow || lexicon.forms(key).length > 0 || paraphrases.has(key, true)
    const cuts = Array.from({ length: Math.max(term.length - 3, 0) }, (_, index) => index + 2)
      .map((cut) => {
        const [left, right] = [term.slice(0, cut), term.slice(cut)]
        const isName = lexicon.has(phraseTerm(`${left} ${right}`))
        const papers = Math.min(lexicon.papersWith(left), lexicon.papersWith(right))
        const isLong = Math.min(left.length, right.length) >= PART_LENGTH
        return { cut, isName, papers: isLong ? papers : 0 }
      })
      .filter(({ papers, isName }) => isName || (!isKnown && papers >= PARTED_MIN))
      .sort((a, b) => Number(b.isName) - Number(a.isName) || b.papers - a.papers || a.cut - b.cut)
    const best = cuts[0]?.cut
    if (best === undefined || (!cuts[0]?.isName && lexicon.hasNear(term, 1))) return [word]
    return [
      { term: term.slice(0, best), start, end: start + best },
      { term: term.slice(best), start: start + best, end },
    ]
  })
}
