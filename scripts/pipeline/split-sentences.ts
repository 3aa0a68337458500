import type { Span } from '../../src/shared/model.ts'

/** Abbreviations that never end a sentence, without their last full stop. */
const neverLast =
  /(?:^|[^\p{L}\p{N}])(?:e\.g|i\.e|cf|vs|[Ff]igs?|[Ee]qs?|[Ss]ecs?|[Tt]abs?|[Tt]hm|[Pp]rop|[Ll]em|[Rr]efs?|[Cc]h|[Aa]pp|[Dd]ef|[Aa]lg|w\.r\.t|resp|approx|avg|abbr|ca|incl|[Nn]o|[Vv]ol|pp|Dr|Prof|Mr|Mrs|Ms|St)$/u

/** Abbreviations that end a sentence only if the next word opens one. */
const seldomLast = /(?:^|[^\p{L}\p{N}])(?:et al|a\.k\.a|i\.i\.d)$/u

const opener =
  /^["'“‘([]*(?:A|An|The|This|These|That|Those|We|Our|In|It|Its|To|As|At|On|For|From|With|By|If|When|While|However|Moreover|Furthermore|Finally|Here|There|Such|Since|Although|Despite|Experiments|Experimental|Results|Code|Using|Based|Specifically|Additionally|Unlike|First|Second|Then|Thus|Hence|Overall|Empirically|Extensive|Most|Many|Recent|Existing|Beyond|Numerical|Both|Each|One|Two|Then|Next|Also|And|But|So|Yet)\b/

/** What begins a sentence in spite of a small letter: `nDCG …`, `k-NN …`, `(ii) Then …`. */
const smallOpener = /^["'“‘([]*[a-z]{1,3}[A-Z-][A-Za-z]|^\([a-z]{1,4}\) \p{Lu}|^\[macro: /u

/** An initial: one capital before the full stop, after a blank or another initial. */
const initial = /(?:^|[\s.(])[A-Z]$/

/** What ends a sentence before a blank, or, in Chinese and Japanese, where no bracket or quotation mark closes behind it. */
const stops = /(?<![.!?…؟۔।॥])[.!?…؟۔।॥]+["'”’)\]]*(?=\s)|[。！？｡]+(?![。！？｡"'”’)\]）」』】》])/g

const openers: Record<string, string> = {
  '(': ')',
  '[': ']',
  '“': '”',
  '（': '）',
  '「': '」',
  '『': '』',
}

/** How far ahead a bracket or quotation mark may be closed and still hold a full stop inside. */
const REACH = 300

/**
 * The sentences of a text in order, without the blanks between them; together they cover every
 * character that is not blank. A full stop inside brackets or quotation marks ends no sentence,
 * nor does one before a small letter.
 */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = []
  let start = skipBlanks(text, 0)
  const nesting = new Nesting(text)
  for (const match of text.matchAll(stops)) {
    const end = match.index + match[0].length
    nesting.readTo(end)
    if (end <= start || nesting.isOpen() || !endsSentence(text, start, match.index, end)) continue
    sentences.push({ start, end })
    start = skipBlanks(text, end)
    nesting.reset()
  }
  const end = text.trimEnd().length
  if (start < end) sentences.push({ start, end })
  return sentences
}

function endsSentence(text: string, start: number, stop: number, end: number): boolean {
  if (/[。！？｡]/.test(text[stop] as string)) return true
  const next = text.slice(end, end + 60).trimStart()
  // A small letter goes on, unless it begins a name such as nDCG or k-NN.
  if (/^["'“‘([]*(?=\p{Script=Latin})\p{Ll}/u.test(next) && !smallOpener.test(next)) return false
  const before = text.slice(Math.max(start, stop - 40), stop)
  // The number of an enumeration (`2. Then …`) belongs to what it counts.
  if (/^\(?\d{1,2}$/.test(text.slice(start, stop).slice(0, 4))) return false
  if (text[stop] !== '.' || end - stop > 1) return true
  if (neverLast.test(before)) return false
  if (seldomLast.test(before)) return opener.test(next)
  return !initial.test(before) || opener.test(next) || !isName(before, next)
}

/** `by J. Smith` and `A. B. Smith`, but not `increasing N. Results`. */
function isName(before: string, next: string): boolean {
  return (
    /^[A-Z]\./.test(next) || /(?:^|[A-Z][\p{L}]*|\b(?:by|and|of|with)|\.) ?[A-Z]$/u.test(before)
  )
}

function skipBlanks(text: string, from: number): number {
  const blanks = /\s*/y
  blanks.lastIndex = from
  blanks.exec(text)
  return blanks.lastIndex
}

/** Brackets and quotation marks that are open at a place in the text, read from left to right. */
class Nesting {
  private readonly text: string
  private at = 0
  private open: string[] = []
  private inQuotes = false

  constructor(text: string) {
    this.text = text
  }

  readTo(end: number) {
    for (; this.at < end; this.at++) {
      const character = this.text[this.at] as string
      if (character === '"') this.inQuotes = !this.inQuotes
      else if (character === this.open.at(-1)) this.open.pop()
      else if (openers[character]) this.open.push(openers[character])
    }
  }

  /** A mark that nothing closes soon is a slip, and holds nothing. */
  isOpen(): boolean {
    const closer = this.inQuotes ? '"' : this.open.at(-1)
    return closer !== undefined && this.text.slice(this.at, this.at + REACH).includes(closer)
  }

  reset() {
    this.open = []
    this.inQuotes = false
  }
}
