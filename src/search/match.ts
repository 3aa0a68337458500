import type MiniSearch from 'minisearch'
import type { Span } from '../shared/model.ts'
import {
  analyse,
  areSpelledAlike,
  CODE,
  compounds,
  FIELD,
  formKey,
  OFFERED_CODE,
  QUESTION_WORDS,
  STOP_WORDS,
  type Word,
  wordsOf,
} from './analyse.ts'
import type { IndexedPaper, IndexField, Name } from './index-files.ts'
import { isReplaced, type Lexicon, type NearTerm, slipsMost } from './lexicon.ts'
import type { Reason, TextClause } from './model.ts'
import { type NamedSpan, type NameFinder, phraseTerm, topicTerm } from './names.ts'
import type { ParaphraseTable } from './paraphrases.ts'

/** A term that is sought for a part of the query, and how much it counts against the very words. */
export interface SoughtTerm {
  term: string
  weight: number
  how: Reason['how']
  /** As a reader would write it, where the term is no word. */
  label?: string
}

/** A word of the query. */
export interface Slot {
  /** As typed. */
  asked: string
  /** In its index form. */
  word: string
  /** Where it stands in the query. */
  place: Span
  /** Terms that mean what was asked. */
  sought: SoughtTerm[]
  /** Terms that may have been meant, if the word is misspelt. */
  near: SoughtTerm[]
  scope: TextClause['scope']
  /** Whether a paper must have it; stop words need not stand there. */
  required: boolean
  /** Inverse document frequency of the word and its forms. */
  rarity: number
  /** Whether so many papers have it that it can't be misspelt. */
  isCommon: boolean
  /** Whether it shares a stem with words of the papers by chance only, perhaps. */
  isDoubted: boolean
}

/** A name in the query: a paper that has its term meets all slots from `first` to `last`. */
export interface SlotSpan {
  first: number
  last: number
  sought: SoughtTerm[]
  label: string
  /** Whether it is a further name of a topic, which papers of it need not have, or an everyday word. */
  isFurther?: boolean
  isEveryday?: boolean
  /** Whether it was typed as one word, with hyphens. */
  isCompound?: boolean
}

/** The terms that a paper has, and the fields they stand in. A record, as MiniSearch makes one for each paper. */
export type FoundTerms = Readonly<Record<string, IndexField[]>>

/** What one paper has of what was sought. */
export interface Hit {
  score: number
  terms: FoundTerms
}

export interface MatchIndex {
  search: MiniSearch<IndexedPaper>
  lexicon: Lexicon
  names: NameFinder
  plainWords: ReadonlySet<string>
  /** Keys of words that no paper has and that are no slips. */
  otherWords: ReadonlySet<string>
  paraphrases: ParaphraseTable
  topicParaphrases: ParaphraseTable
  /** The papers of each topic that are about it. */
  papersAbout: number[][]
}

/** How much a term counts that is not the very word. */
export const WEIGHTS = {
  form: 0.75,
  doer: 0.5,
  compound: 0.9,
  prefix: 0.5,
  offer: 0.2,
  synonym: 0.65,
  besides: 0.05,
  everyday: 0.95,
  everydayForm: 0.4,
  phrase: 0.8,
  main: 1,
  also: 0.3,
  alias: 0.8,
  part: 0.5,
  near: 0.9,
  unfinished: 0.8,
  paraphrase: 1.2,
  boost: { title: 3, topics: 2, abstract: 1 } as Record<IndexField, number>,
}

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
/** Letters of a word that may be misspelt, and of one that may where no other is known or mended. */
export const SHORT_WORD = 4
export const SLIP_LENGTH = 6
/** The last letter of a stem, perhaps doubled, and an ending. */
const INFLECTION = /^(.)\1?(e?s?|e?d|e?rs?|ing|ly)$/
/** Letters that forms of one word may differ by in length. */
const ENDING_MOST = 7
/** "AIME" is no form of "aim". */
const ACRONYM = /^[A-Z]{3,5}s?$/
const PREFIX_MIN = 2
const ONE_LETTER = /^\p{L}$/u
/** A begun word is completed to at most this many: two letters say little, and their completions fill a corpus. */
const COMPLETIONS_MOST = { short: 12, long: 40 }
const SHORT_PREFIX = 3
/** So many lookups are remembered, which hold a paper each at least and all papers at most. */
const FOUND_KEPT = 100
/** Misspelt words are taken for at most this many others. */
const NEAR_MOST = 4

/** What a reader types in one go: a row of words without signs between them. */
export interface WordRun {
  clauses: TextClause[]
  /** Whether the reader may still be typing the last word. */
  growing: boolean
  /** Only the words as they are, in the singular or plural. */
  plain: boolean
  /** Whether the query has so many words that it is taken for a question. */
  isQuestion: boolean
}

/** The slots and spans of a run of words. */
export function planRun(run: WordRun, index: MatchIndex): { slots: Slot[]; spans: SlotSpan[] } {
  const { lexicon } = index
  const slots: Slot[] = []
  const spans: SlotSpan[] = []
  for (const { text, scope, end: clauseEnd } of run.clauses) {
    const textStart = clauseEnd - text.length
    const words = parted(analyse(text), run.growing, index)
    const first = slots.length
    for (const { start, end, term } of words)
      slots.push({
        ...planWord(text.slice(start, end), term, run.plain, lexicon),
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

function planWord(
  asked: string,
  word: string,
  plain: boolean,
  lexicon: Lexicon,
): Omit<Slot, 'scope' | 'place'> {
  const key = formKey(word)
  const isAsTyped = plain || ACRONYM.test(asked)
  const forms = formsOf(word, lexicon).filter((form) => !isAsTyped || isPlural(form, word))
  const doers = isAsTyped ? [] : lexicon.doers(key).filter((form) => !STOP_WORDS.has(form))
  const counts = [...forms, ...doers].map((form) => lexicon.papersWith(form))
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

/** The words that share a stem, but for those that have nothing else in common: `person` with `personalization`, `using` with `users`. */
function formsOf(word: string, lexicon: Lexicon): string[] {
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

function offeredCode(word: string): SoughtTerm {
  return { term: OFFERED_CODE, weight: 1, how: 'exact', label: word }
}

/** Whether a form is the word itself, its plural or its singular. */
export function isPlural(form: string, word: string): boolean {
  return form === word || form === `${word}s` || `${form}s` === word
}

/** Words that the papers write as one: `data set` for `dataset`, `few shot` for `few-shot`, all of which is asked for then. */
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
      if (joined.length < JOINED_LEAST || !lexicon.has(joined)) continue
      if (within.some(({ scope }) => scope !== within[0]?.scope)) continue
      for (const slot of within) slot.required = true
      spans.push({
        first,
        last: first + length - 1,
        sought: lexicon
          .forms(formKey(joined))
          .map((term): SoughtTerm => ({ term, weight: WEIGHTS.compound, how: 'form' })),
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
  if (slot.word.length < PREFIX_MIN) return
  const known = new Set(slot.sought.map(({ term }) => term))
  const longer = lexicon
    .startingWith(slot.word)
    .filter((term) => !known.has(term) && !STOP_WORDS.has(term))
    .sort((a, b) => lexicon.papersWith(b) - lexicon.papersWith(a) || (a < b ? -1 : 1))
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

function addNames(slots: Slot[], spans: SlotSpan[], index: MatchIndex, run: WordRun): void {
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
      (words.length > 1 || !isTooWide(words[first] as string, name, lexicon))
    )
  })
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

/** Words that no paper has, taken apart where two that papers have were written as one. */
function parted(words: Word[], growing: boolean, { lexicon, paraphrases }: MatchIndex): Word[] {
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
    if (best === undefined || (!cuts[0]?.isName && lexicon.near(term, 1).length > 0)) return [word]
    return [
      { term: term.slice(0, best), start, end: start + best },
      { term: term.slice(best), start: start + best, end },
    ]
  })
}

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

/** Whether two words are one with the endings of verbs, of plurals or of doers. */
function isInflected(a: string, b: string): boolean {
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  return [a, b].every((word) => INFLECTION.test(word.slice(same - 1)))
}

/** What was found before: while a reader types, all words but the last stay. */
const found = new WeakMap<MiniSearch<IndexedPaper>, Map<string, ReadonlyMap<number, Hit>>>()

/** The papers that have any of the terms, by number. */
export function lookUp(
  search: MiniSearch<IndexedPaper>,
  sought: SoughtTerm[],
  scope: TextClause['scope'],
): ReadonlyMap<number, Hit> {
  if (sought.length === 0) return new Map()
  const known = found.get(search) ?? new Map<string, ReadonlyMap<number, Hit>>()
  found.set(search, known)
  const asked = `${scope} ${sought.map(({ term, weight }) => `${term} ${weight}`).join(' ')}`
  const before = known.get(asked)
  if (before) return before
  const hits = findHits(search, sought, scope)
  if (known.size >= FOUND_KEPT) known.clear()
  known.set(asked, hits)
  return hits
}

function findHits(
  search: MiniSearch<IndexedPaper>,
  sought: SoughtTerm[],
  scope: TextClause['scope'],
): Map<number, Hit> {
  const hits = new Map<number, Hit>()
  const weights = new Map(sought.map(({ term, weight }) => [term, weight]))
  const found = search.search(sought.map(({ term }) => term).join(' '), {
    boost: WEIGHTS.boost,
    boostTerm: (term) => weights.get(term) ?? 1,
    combineWith: 'OR',
    prefix: false,
    fuzzy: false,
    ...(scope ? { fields: [scope] } : {}),
  })
  for (const { id, score, queryTerms, match } of found)
    hits.set(id as number, {
      // MiniSearch multiplies by the number of terms met, which is right for words, not for forms.
      score: score / queryTerms.length,
      terms: match as FoundTerms,
    })
  return hits
}
