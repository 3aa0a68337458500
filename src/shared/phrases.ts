import { isEmptyPhrase, isEmptyTerm } from './empty-words.ts'
import { type Token, tokenize } from './tokens.ts'

/** A word or a compound, told whole. */
export interface Phrase {
  /** Its folded terms, with spaces between, under which spellings meet. */
  key: string
  spelling: string
}

/** A text with its words, but for those of addresses. */
export interface WordedText {
  text: string
  tokens: Token[]
}

export interface PhraseReader {
  /** What a text tells, in its order: compounds whole, without empty words. */
  read: (text: WordedText) => Phrase[]
  /** Whether a term tells something when it stands alone: `carlo` does not, nor does `unlike`. */
  standsAlone: (term: string) => boolean
}

const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/g
/** A word that stands in compounds at least this often is never told alone. */
const BOUND_SHARE = 0.8
/** Words of which one is next to the other at least this often are a compound without a hyphen. */
const PAIR_SHARE = 0.9
/** Texts that must write a compound, and occurrences of a word, before they are known. */
const TIMES_MIN = 3
/** Texts to learn from: of more, every second, third and so on tells the same in less time. */
const LEARNED_MOST = 4000
/** Words of the longest compound that is known without its hyphens. */
const LONGEST = 4

interface KnownCompounds {
  keys: ReadonlySet<string>
  /** Their first terms. */
  firsts: ReadonlySet<string>
}

/**
 * Learns from texts which words hardly ever stand alone: those that are written with a hyphen, as `fine` of
 * `fine-tuning`, and those that keep one neighbour, as `carlo`. A compound that has such a word is one phrase.
 */
export function phraseReader(texts: readonly WordedText[]): PhraseReader {
  const step = Math.ceil(texts.length / LEARNED_MOST)
  const learned = texts.filter((_, index) => index % step === 0)
  const known = knownCompounds(learned)
  const total = new Map<string, number>()
  const inCompounds = new Map<string, number>()
  for (const text of learned)
    for (const [first, last] of runsOf(text, known))
      for (let place = first; place <= last; place++) {
        const { term } = text.tokens[place] as Token
        count(total, term)
        if (last > first) count(inCompounds, term)
      }
  const isBound = (term: string) => {
    const times = total.get(term) ?? 0
    return times >= TIMES_MIN && (inCompounds.get(term) ?? 0) >= times * BOUND_SHARE
  }
  // Asked of every word of every text.
  const alone = new Map<string, boolean>()
  const standsAlone = (term: string) => {
    const known = alone.get(term) ?? (!isEmptyTerm(term) && !isBound(term))
    alone.set(term, known)
    return known
  }
  return {
    standsAlone,
    read(text) {
      const phrases: Phrase[] = []
      const add = (first: number, last: number) => {
        const phrase = phraseOf(text, first, last)
        if (!isEmptyPhrase(phrase.key)) phrases.push(phrase)
      }
      for (const [first, last] of runsOf(text, known)) {
        const run = text.tokens.slice(first, last + 1)
        if (last > first && !run.every(({ term }) => standsAlone(term))) add(first, last)
        else for (let place = first; place <= last; place++) add(place, place)
      }
      return phrases
    },
  }
}

/** `tokens` are those of the text, where they are known. */
export function wordedText(text: string, tokens: Token[] = tokenize(text)): WordedText {
  const addresses = [...text.matchAll(ADDRESS)].map(({ 0: address, index }) => ({
    start: index,
    end: index + address.length,
  }))
  if (addresses.length === 0) return { text, tokens }
  const inAddress = ({ start }: Token) =>
    addresses.some((address) => start >= address.start && start < address.end)
  return { text, tokens: tokens.filter((token) => !inAddress(token)) }
}

/** The words of a phrase. */
export function partsOf({ key, spelling }: Phrase): Phrase[] {
  // One character stands between two words.
  const spellings = spelling.split(/[ -]/)
  return key.split(' ').map((term, place) => ({ key: term, spelling: spellings[place] ?? term }))
}

/** A phrase in small letters, but for names, single letters, and words with a second capital or a digit. */
export function spellPhrase({ spelling }: Phrase, isName: (word: string) => boolean): string {
  // A name gives its capitals to what a hyphen joins to it: `Good-Turing`.
  return spelling.replace(/\S+/g, (word) =>
    isName(word)
      ? word
      : word.replace(/[^-]+/g, (part) =>
          /[A-Z].*[A-Z]|\d|^[A-Z]$/.test(part) ? part : part.toLowerCase(),
        ),
  )
}

/** Of phrases the first `most` of which none is a part of another; the whole takes the place of its part. */
export function wholePhrases<P extends Phrase>(phrases: Iterable<P>, most: number): P[] {
  let chosen: P[] = []
  for (const phrase of phrases) {
    if (chosen.length === most) break
    if (chosen.some((one) => holds(one, phrase))) continue
    chosen = [...chosen.filter((one) => !holds(phrase, one)), phrase]
  }
  return chosen
}

function holds(whole: Phrase, part: Phrase): boolean {
  return ` ${whole.key} `.includes(` ${part.key} `)
}

/** The keys of compounds that texts write with hyphens, or without where the words keep each other. */
function knownCompounds(texts: WordedText[]): KnownCompounds {
  const times = new Map<string, number>()
  const hyphened = new Map<string, number>()
  const pairs = new Map<string, { times: number; texts: number; last: number }>()
  for (const [index, { text, tokens }] of texts.entries()) {
    const written = new Set<string>()
    for (let first = 0; first < tokens.length; ) {
      const length = hyphenedFrom(text, tokens, first)
      if (length > 1) written.add(keyOf(tokens.slice(first, first + length)))
      first += length
    }
    for (const key of written) count(hyphened, key)
    for (const [place, token] of tokens.entries()) {
      count(times, token.term)
      const next = tokens[place + 1]
      if (!next || joint(text, tokens, place) !== ' ') continue
      if (isEmptyTerm(token.term) || isEmptyTerm(next.term)) continue
      const key = `${token.term} ${next.term}`
      const pair = pairs.get(key) ?? { times: 0, texts: 0, last: -1 }
      pair.times++
      if (pair.last !== index) pair.texts++
      pair.last = index
      pairs.set(key, pair)
    }
  }
  const isKept = ([key, pair]: [string, { times: number; texts: number }]) =>
    pair.texts >= TIMES_MIN &&
    key.split(' ').some((term) => pair.times >= (times.get(term) ?? 0) * PAIR_SHARE)
  const keys = [
    ...[...hyphened].filter(([, written]) => written >= TIMES_MIN),
    ...[...pairs].filter(isKept),
  ].map(([key]) => key)
  return { keys: new Set(keys), firsts: new Set(keys.map((key) => key.split(' ')[0] as string)) }
}

/** The first and last places of each run of tokens: what hyphens join, and what is a known compound without them. */
function runsOf({ text, tokens }: WordedText, known: KnownCompounds): [number, number][] {
  const runs: [number, number][] = []
  for (let first = 0; first < tokens.length; ) {
    const hyphened = hyphenedFrom(text, tokens, first)
    const length = hyphened > 1 ? hyphened : knownFrom(text, tokens, first, known)
    runs.push([first, first + length - 1])
    first += length
  }
  return runs
}

/** How many tokens hyphens join from the first on; a number, as in `GPT-4`, ends them. */
function hyphenedFrom(text: string, tokens: Token[], first: number): number {
  let last = first
  while (joint(text, tokens, last) === '-' && !/^\d/.test(tokens[last + 1]?.term ?? '')) last++
  return last - first + 1
}

function knownFrom(text: string, tokens: Token[], first: number, known: KnownCompounds): number {
  const { term } = tokens[first] as Token
  if (!known.firsts.has(term) || isEmptyTerm(term)) return 1
  let most = 1
  while (most < LONGEST && /[ -]/.test(joint(text, tokens, first + most - 1))) most++
  for (let length = most; length > 1; length--)
    if (known.keys.has(keyOf(tokens.slice(first, first + length)))) return length
  return 1
}

/** The character between a token and the next; empty if there are more, or no next. */
function joint(text: string, tokens: Token[], place: number): string {
  const { end } = tokens[place] as Token
  return tokens[place + 1]?.start === end + 1 ? text.charAt(end) : ''
}

function keyOf(run: Token[]): string {
  return run.map(({ term }) => term).join(' ')
}

function phraseOf({ text, tokens }: WordedText, first: number, last: number): Phrase {
  const { term, start, end } = tokens[first] as Token
  if (first === last) return { key: term, spelling: text.slice(start, end) }
  const run = tokens.slice(first, last + 1)
  return { key: keyOf(run), spelling: text.slice(start, (tokens[last] as Token).end) }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
