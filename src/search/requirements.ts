import { groupBy } from '../shared/group-by.ts'
import { analyse, formKey, placesOf, QUESTION_WORDS } from './analyse.ts'
import type { IndexField } from './index-files.ts'
import { isReplaced } from './lexicon.ts'
import { type FoundTerms, type Hit, lookUp } from './look-up.ts'
import {
  type MatchIndex,
  type Slot,
  type SlotSpan,
  type SoughtTerm,
  WEIGHTS,
  type WordRun,
} from './match.ts'
import type { TextClause } from './model.ts'
import { namesIn, soughtFor } from './name-terms.ts'
import { beliefInParaphrases } from './paraphrases.ts'
import { planRun } from './plan-run.ts'
import { addNear, doubtForms, SHORT_WORD, SLIP_LENGTH, wordMeant } from './slips.ts'
import { isPlural, theWord } from './word-forms.ts'

/** How a paper meets a part of the query. */
export interface Met {
  score: number
  /** Only by a corrected spelling. */
  fuzzy: boolean
  terms: FoundTerms
  /** How many of its paraphrases have the word. */
  paraphrases?: number
  /** Of alternatives, the one that it meets best. */
  asked?: string
}

/** A part of the query and the papers that meet it. */
export interface Requirement {
  asked: string
  /** What a reader is told of it, with its field if one alone may have it. */
  told: string
  required: boolean
  /** Inverse document frequency of what was asked. */
  rarity: number
  papers: Map<number, Met>
  /** What was sought, by term; for reasons. */
  sought: Map<string, SoughtTerm>
  slot: Slot | null
}

/** The requirements of a run of words, and the names that stand in it. */
export interface MetRun {
  requirements: Requirement[]
  spans: SlotSpan[]
}

/** Letters of a known word in a question that may be meant otherwise. */
const SURE_WORD = 8
/** Share of a query, by rarity, that one paraphrase must have if it is no question. */
const PARAPHRASED_MIN = 0.4
/** How much of the weaker way counts when the words and the name of a span are both met. */
const BOTH_WAYS = 0.3
/** How much what an everyday word leads to counts at most, of what papers have that have the word. */
const OWN_FIRST = 0.9
/** How much the words of a name count in a paper that has them apart: "code" and "image generation". */
const APART = 0.6

/**
 * Looks up a run of words. Words that no paper has are taken for near ones; with `lenient`, which is tried
 * when nothing else is found, all but common words are, in a question only long ones: it rather has words too many.
 */
export function meetRun(run: WordRun, index: MatchIndex, lenient: boolean): MetRun {
  const { slots, spans } = planRun(run, index)
  if (!run.plain) {
    const named = (at: number) => spans.some(({ first, last }) => first <= at && at <= last)
    const mayBeOther = ({ word }: Slot) => !run.isQuestion || word.length >= SURE_WORD
    const unsure = slots.filter(
      (slot, at) =>
        slot.required &&
        !named(at) &&
        !isParaphrased(slot, index, run.isQuestion) &&
        !index.otherWords.has(formKey(slot.word)) &&
        (slot.sought.length === 0 || (lenient && !slot.isCommon && mayBeOther(slot))),
    )
    for (const slot of slots) if (slot.required && mayBeOther(slot)) doubtForms(slot, index.lexicon)
    for (const slot of unsure) addNear(slot, index.lexicon, SLIP_LENGTH)
    // Where no word is known or mended, a short one could be taken for anything.
    if (slots.some((slot) => slot.required && slot.sought.length + slot.near.length > 0))
      for (const slot of unsure) addNear(slot, index.lexicon, SHORT_WORD)
    // Alone, it may also be a name that no paper has: "Sora" is not "sota" with a slip.
    else if (slots.length === 1)
      for (const slot of unsure)
        addNear(slot, index.lexicon, SHORT_WORD, ({ term }) => !isReplaced(term, slot.word))
    spans.push(...correctedSpans(slots, spans, run, index))
  }
  const requirements = slots.map((slot) => requirementOf(slot, index))
  for (const alike of groupBy(spans, ({ first, last }) => `${first} ${last}`).values()) {
    partApart(alike, requirements, index)
    for (const span of alike) meetSpan(span, requirements, index)
    const [{ first, last }] = alike as [SlotSpan]
    if (first === last && alike.some(({ isEveryday }) => isEveryday))
      putOwnFirst(requirements[first] as Requirement)
  }
  if (!run.plain) meetParaphrases(requirements, index, run.isQuestion)
  return { requirements, spans }
}

/** Whether only paraphrases have the word, which is no slip then. */
function isParaphrased(
  { sought, word }: Slot,
  { paraphrases }: MatchIndex,
  free: boolean,
): boolean {
  return sought.length === 0 && paraphrases.has(formKey(word), free)
}

/** Whether a part of the query counts: it must be met, or it is a word that a question has for a reason. */
export function isCounted({ required, slot }: Requirement): boolean {
  return required || (slot !== null && QUESTION_WORDS.has(slot.word))
}

/**
 * Lets papers meet words by what they say in other words. Of few words one alone is met by chance, so a good part
 * of them must stand in the same paraphrase.
 */
function meetParaphrases(
  requirements: Requirement[],
  { paraphrases, lexicon }: MatchIndex,
  free: boolean,
): void {
  const counted = requirements.filter((one) => isCounted(one) && one.slot?.scope === null)
  const asked = new Set<string>()
  const keys = counted.map((one) => {
    const key = one.slot && !one.slot.isDoubted ? formKey(one.slot.word) : ''
    one.rarity = Math.min(one.rarity, lexicon.rarity(paraphrases.papersWith(key)))
    // A word that is repeated says nothing new.
    const isNew = key === '' || !asked.has(key)
    asked.add(key)
    return { key, weight: isNew ? one.rarity : 0 }
  })
  for (const [paper, counts] of paraphrases.find(keys, { share: free ? 0 : PARAPHRASED_MIN, free }))
    for (const [at, count] of counts.entries()) {
      const one = counted[at]
      if (count === 0 || !one) continue
      const met = one.papers.get(paper)
      const own = met?.fuzzy ? undefined : met
      one.papers.set(paper, {
        score: (own?.score ?? 0) + WEIGHTS.paraphrase * one.rarity * beliefInParaphrases(count),
        fuzzy: false,
        terms: own?.terms ?? {},
        paraphrases: count,
      })
    }
}

/** Words that need not stand there are not looked up: nearly every paper has them, which takes long and tells nothing. */
function requirementOf(slot: Slot, { search }: MatchIndex): Requirement {
  const papers = new Map<number, Met>()
  if (slot.required) {
    for (const [paper, hit] of lookUp(search, slot.near, slot.scope))
      papers.set(paper, { ...hit, fuzzy: true })
    for (const [paper, hit] of lookUp(search, slot.sought, slot.scope))
      papers.set(paper, { ...hit, fuzzy: false })
  }
  return {
    asked: slot.asked,
    told: slot.scope ? `${slot.scope}:${slot.asked}` : slot.asked,
    required: slot.required,
    rarity: slot.rarity,
    papers,
    sought: new Map([...slot.near, ...slot.sought].map((sought) => [sought.term, sought])),
    slot,
  }
}

/** Names that stand in the query once its misspelt words are corrected. */
function correctedSpans(
  slots: Slot[],
  spans: SlotSpan[],
  run: WordRun,
  index: MatchIndex,
): SlotSpan[] {
  const words = slots.map(wordMeant)
  if (words.every((word, at) => word === slots[at]?.word)) return []
  const known = new Set(spans.flatMap(({ sought }) => sought.map(({ term }) => term)))
  const found = namesIn(words, run, index)
    .filter(({ name }) => !known.has(name.term))
    .filter(({ first, last }) => slots.slice(first, last + 1).every(({ scope }) => scope === null))
  return found.map((span) => ({
    first: span.first,
    last: span.last,
    sought: soughtFor(span, found, index.lexicon).map((one) => ({ ...one, how: 'fuzzy' as const })),
    label: span.name.label,
  }))
}

/** Lowers papers that have the words of a topic's name, or of a compound, but none of what these words name together. */
function partApart(alike: SlotSpan[], requirements: Requirement[], { search }: MatchIndex): void {
  const [any] = alike
  const isOne = ({ sought, isCompound }: SlotSpan) =>
    isCompound || sought.some(({ how }) => how === 'topic')
  if (!any || !alike.some(isOne)) return
  const within = requirements.slice(any.first, any.last + 1).filter(({ required }) => required)
  if (within.length < 2) return
  const scope = within[0]?.slot?.scope ?? null
  const named = new Set(alike.flatMap(({ sought }) => [...lookUp(search, sought, scope).keys()]))
  for (const { papers } of within)
    for (const [paper, met] of papers)
      if (!named.has(paper)) papers.set(paper, { ...met, score: met.score * APART })
}

/** Lets papers that have the span's term meet all its words, at least as well as the term does. */
function meetSpan(span: SlotSpan, requirements: Requirement[], { search }: MatchIndex): void {
  const within = requirements.slice(span.first, span.last + 1).filter(({ required }) => required)
  const scope = within[0]?.slot?.scope ?? null
  const fuzzy = span.sought.every(({ how }) => how === 'fuzzy')
  const named = lookUp(search, span.sought, scope)
  for (const [paper, { score, terms }] of named) {
    // A name of three words stands for three words' worth.
    const hit = { score: score * within.length, terms }
    const own = within.map(({ papers }) => papers.get(paper))
    const byWords = own.every((met) => met && (fuzzy || !met.fuzzy))
      ? own.reduce((sum, met) => sum + (met?.score ?? 0), 0)
      : 0
    const total = Math.max(byWords, hit.score) + BOTH_WAYS * Math.min(byWords, hit.score)
    for (const requirement of within) {
      const met = requirement.papers.get(paper)
      requirement.papers.set(paper, {
        score: total / within.length,
        fuzzy: byWords === 0 ? fuzzy : own.some((one) => one?.fuzzy) && fuzzy,
        terms: { ...met?.terms, ...hit.terms },
      })
      for (const sought of span.sought) requirement.sought.set(sought.term, sought)
    }
  }
}

/** Puts papers that have an everyday word itself before those that have only what it leads to. */
function putOwnFirst({ papers, sought }: Requirement): void {
  const isOwn = ({ terms }: Met) =>
    Object.keys(terms).some((term) => sought.get(term)?.how !== 'synonym')
  let own = Number.POSITIVE_INFINITY
  let meant = 0
  for (const met of papers.values())
    if (isOwn(met)) own = Math.min(own, met.score)
    else meant = Math.max(meant, met.score)
  const level = Math.min(1, (OWN_FIRST * own) / meant)
  if (level === 1) return
  for (const [paper, met] of papers)
    if (!isOwn(met)) papers.set(paper, { ...met, score: met.score * level })
}

/** A phrase: papers where its words stand next to each other as spelled, which only the texts tell. */
export async function meetPhrase(
  clause: TextClause,
  index: MatchIndex,
  textOf: (paper: number, field: 'title' | 'abstract') => Promise<string>,
): Promise<Requirement> {
  const words = analyse(clause.text).map(({ term }) => term)
  const phrase = words.join(' ')
  const found = words.map((word) => lookUp(index.search, theWord(word), clause.scope))
  const papers = new Map<number, Met>()
  for (const paper of found[0]?.keys() ?? []) {
    const hits = found.map((hits) => hits.get(paper))
    if (hits.some((hit) => hit === undefined)) continue
    const fields: IndexField[] = []
    for (const field of ['title', 'abstract'] as const)
      if (
        (clause.scope === null || clause.scope === field) &&
        hits.every((hit) => Object.values((hit as Hit).terms).some((own) => own.includes(field))) &&
        placesOf(phrase, analyse(await textOf(paper, field))).length > 0
      )
        fields.push(field)
    if (fields.length === 0) continue
    papers.set(paper, {
      score: hits.reduce((sum, hit) => sum + (hit as Hit).score, 0),
      fuzzy: false,
      terms: { [phrase]: fields },
    })
  }
  return {
    asked: `“${clause.text}”`,
    told: clause.text,
    required: words.length > 0,
    rarity: index.lexicon.rarity(papers.size),
    papers,
    sought: new Map([[phrase, { term: phrase, weight: 1, how: 'exact' }]]),
    slot: null,
  }
}

/** The papers that a negated word keeps out: those with the word itself, in the singular or plural. */
export function papersWithWord(clause: TextClause, index: MatchIndex): Set<number> {
  const { lexicon, search } = index
  const words = analyse(clause.text).map(({ term }) => term)
  const sets = words.map((word) => {
    const near = lexicon.forms(formKey(word)).filter((form) => isPlural(form, word))
    return new Set(lookUp(search, near.flatMap(theWord), clause.scope).keys())
  })
  const [first = new Set<number>(), ...rest] = sets
  return new Set([...first].filter((paper) => rest.every((set) => set.has(paper))))
}
