import type { Organization } from '../../src/shared/model.ts'
import { type LineReader, type ListingSpan, readLines } from './line-reader.ts'
import { splitLines } from './listing-lines.ts'
import { hasDateForm, type PrintedDate, readPrintedDate } from './printed-date.ts'
import type { Problem } from './problem.ts'

/** One record as the listing prints it. */
export interface ListingEntry {
  listing: string
  /** From 1. */
  rank: number
  /** First and last line, from 1. */
  lines: [number, number]
  title: string
  abstract: string
  /** From 1; the title stands on the first of the lines. */
  abstractLine: number
  authorCount: number | null
  organization: Organization | null
  date: PrintedDate | null
  comments: number | null
}

export interface ParsedListing {
  /** File name without extension. */
  id: string
  /** The date in the header. */
  date: PrintedDate | null
  entries: ListingEntry[]
  /** In file order; their ranges joined give the file back. */
  spans: ListingSpan[]
  problems: Problem[]
}

/** Longest title in 10,585 real records: 177 characters. */
const TITLE_MAX = 300
/** Shortest abstract in 10,585 real records: 220 characters; longest: 4,858. */
const ABSTRACT_MIN = 150
const ABSTRACT_MAX = 20_000
/** One of these says about as much as three Latin letters. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

const BUTTON = 'Subscribe'
const HEADER_LINES = [
  /^new$/,
  /^Get trending papers in your email inbox\b.{0,40}!$/,
  /^Subscribe$/,
  /^Daily Papers$/,
  /^by.{1,60} and the research community$/,
]
const GLUED_BUTTON = /^Subscribe(?=\S)/
/** Either the button before a title or the title's own first word. */
const BUTTON_OR_WORD = /^Subscribe(?:[\p{Pd}:,;!?)]|['’]?\p{Ll})/u
const AUTHOR_COUNT = /^• (\d{1,5}) authors?$/
/** Its account has the form that addresses of accounts have. */
const ORGANIZATION = /^(?:• )?([A-Za-z0-9][\w.-]{0,99}) (\S.{0,200})$/
/** No organization, but a count that is abbreviated or damaged. */
const AUTHORS = /\bauthors?$/i
/** "Ada Lovelace, Alan Turing": each part is two to four capitalised words, as names of people are. */
const PEOPLE =
  /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}(?:, \p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3})+$/u
const SEPARATOR = '·'
const MARKUP = /^<(?:!doctype|html|head|body|\?xml)/i
const SENTENCE_END = /[.!?…)\]"'”’。！？｡」』）】》؟۔।॥]$|https?:\/\/\S+$/

/**
 * Reads one saved listing page. Blank lines carry no meaning, so that all layouts share
 * one grammar over the other lines:
 *
 *     listing = header-line+ (date | "Subscribe" glued to the first title, unless it stood above)? record+
 *     record  = title abstract ((author-count | organization) "·" date)?
 *
 * The separator below it marks a metadata line, not its words: an organization badge
 * reads like a title. Total: whatever has no place in the grammar becomes a problem.
 * `endsMidSentence` says that the page itself ends so, which otherwise tells a cut file.
 */
export function parseListing(
  file: string,
  text: string,
  { endsMidSentence = false } = {},
): ParsedListing {
  const id = file.replace(/^.*\//, '').replace(/\.[^.]*$/, '')
  const reader = readLines(file, splitLines(text))
  const entries: ListingEntry[] = []
  const date = readHeader(reader)
  while (date !== 'none' && reader.peek()) {
    const entry = readEntry(reader, id, entries.length + 1)
    if (entry) entries.push(entry)
  }
  if (reader.problems.length === 0) checkEnd(reader, entries.at(-1), endsMidSentence)
  return {
    id,
    date: date === 'none' ? null : date,
    entries,
    spans: reader.spans(),
    problems: reader.problems,
  }
}

/** Takes the header; its date, null if it prints none, `none` if there is no header at all. */
function readHeader(reader: LineReader): PrintedDate | null | 'none' {
  const first = reader.peek()?.text ?? ''
  if (MARKUP.test(first)) {
    reader.refuse('HTML instead of text; open the page and save what it shows as plain text')
    return 'none'
  }
  const taken = takeHeaderLines(reader)
  const line = reader.peek()
  const listingDate = taken.length > 0 && line ? readPrintedDate(line.text) : null
  if (listingDate) {
    reader.take('header')
    return listingDate.date
  }
  if (line && GLUED_BUTTON.test(line.text) && !taken.includes(BUTTON))
    return takeGluedButton(reader, line.text)
  if (taken.length > 0) return null
  reader.refuse(
    `expected the header of a listing page ("Get trending papers …", "Subscribe"), found "${excerpt(first)}"; ` +
      'save the whole page as text, from its top',
  )
  return 'none'
}

function takeHeaderLines(reader: LineReader): string[] {
  const taken: string[] = []
  for (let line = reader.peek(); line && isHeaderLine(line.text); line = reader.peek())
    taken.push(reader.take('header').text)
  return taken
}

function takeGluedButton(reader: LineReader, text: string): null | 'none' {
  if (BUTTON_OR_WORD.test(text)) {
    reader.refuse(
      `"${excerpt(text)}" begins with the button "${BUTTON}" or with a word of the title; ` +
        `put "${BUTTON}" on a line of its own, above the title`,
    )
    return 'none'
  }
  reader.takeGluedHeader(BUTTON.length)
  return null
}

/** Takes one record. Null, with a problem recorded and at least one line passed over, when there is none. */
function readEntry(reader: LineReader, listing: string, rank: number): ListingEntry | null {
  const misplaced = whyNotTitle(reader.peek()?.text ?? '')
  if (misplaced) {
    reader.refuse(misplaced)
    return null
  }
  const abstractText = reader.peek(1)?.text
  const missing = whyNotAbstract(abstractText)
  if (missing) {
    reader.refuse(`"${excerpt(reader.peek()?.text ?? '')}" looks like a title, but ${missing}`)
    return null
  }
  const title = reader.take('title')
  const abstract = reader.take('abstract')
  const metadata =
    reader.peek(1)?.text === SEPARATOR ? readMetadata(reader) : noMetadata(abstract.number)
  if (!metadata) return null
  const { lastLine, ...stated } = metadata
  return {
    listing,
    rank,
    lines: [title.number, lastLine],
    title: title.text,
    abstract: abstract.text,
    abstractLine: abstract.number,
    ...stated,
  }
}

type Metadata = Pick<ListingEntry, 'authorCount' | 'organization' | 'date' | 'comments'> & {
  lastLine: number
}

function noMetadata(lastLine: number): Metadata {
  return { authorCount: null, organization: null, date: null, comments: null, lastLine }
}

/** Takes badge, separator and date. Null, with a problem recorded, when one is not understood. */
function readMetadata(reader: LineReader): Metadata | null {
  const badge = reader.peek()?.text ?? ''
  const authors = AUTHOR_COUNT.exec(badge)
  const isPeople = AUTHORS.test(badge) || PEOPLE.test(badge)
  const organization = authors || isPeople ? null : readOrganization(badge)
  if (!authors && !organization) {
    reader.refuse(
      `expected "• N authors" or an organization badge "account Display Name" above "·", found "${excerpt(badge)}"; ` +
        'compare the line with the saved page',
    )
    return null
  }
  reader.take(authors ? 'author count' : 'organization')
  reader.take('separator')
  const line = reader.peek()
  const printed = line ? readPrintedDate(line.text) : null
  if (!line || !printed) {
    reader.refuse(
      line && hasDateForm(line.text)
        ? `"${line.text}" is a day that no calendar has; mend the line if the saved page has another, ` +
            'else take it out with the "·" and the badge above it, so that the record has no date'
        : `expected a date such as "Aug 7" or "Nov 26, 2024 2" below "·", found ${
            line ? `"${excerpt(line.text)}"` : 'the end of the file'
          }; the file may be cut off or damaged, save the page again`,
    )
    return null
  }
  reader.take('date')
  return {
    authorCount: authors ? Number(authors[1]) : null,
    organization,
    date: printed.date,
    comments: printed.comments,
    lastLine: line.number,
  }
}

/** `account Display Name` as a badge prints it; null if it has no such form. */
export function readOrganization(badge: string): Organization | null {
  const match = ORGANIZATION.exec(badge)
  return match && { account: match[1] ?? '', name: match[2] ?? '' }
}

function whyNotTitle(text: string): string | null {
  if (isHeaderLine(text))
    return `a second listing header ("${excerpt(text)}"); keep one saved page in one file`
  if (text === SEPARATOR || AUTHOR_COUNT.test(text) || readPrintedDate(text))
    return `"${text}" stands where a title should; its paper's lines are missing or out of order, save the page again`
  if (lengthInLatin(text) > TITLE_MAX)
    return (
      `expected a title (up to ${TITLE_MAX} characters${countedAs(text)}), found ${text.length} characters "${excerpt(text)}"; ` +
      'a title is missing above it or the abstract is broken over lines, save the page again'
    )
  return null
}

function whyNotAbstract(text: string | undefined): string | null {
  if (text === undefined)
    return 'the file ends where its abstract should stand; it may be cut off, save the page again'
  if (lengthInLatin(text) < ABSTRACT_MIN)
    return (
      `the line below it, "${excerpt(text)}", is too short for an abstract (under ${ABSTRACT_MIN} characters${countedAs(text)}); ` +
      'remove or complete the record'
    )
  if (text.length > ABSTRACT_MAX)
    return (
      `the line below it has ${text.length} characters, more than any abstract (${ABSTRACT_MAX}); ` +
      'line breaks are missing, save the page again'
    )
  return null
}

/** About how many characters a text would have in Latin letters. */
function lengthInLatin(text: string): number {
  return text.length + 2 * countDense(text)
}

function countDense(text: string): number {
  return text.match(DENSE)?.length ?? 0
}

function countedAs(text: string): string {
  return countDense(text) > 0 ? ', of which each Chinese, Japanese or Korean one counts three' : ''
}

function checkEnd(
  reader: LineReader,
  last: ListingEntry | undefined,
  endsMidSentence: boolean,
): void {
  if (!last) {
    reader.refuse('a header, but no paper below it; save the page again when its list has loaded')
  } else if (!endsMidSentence && !last.date && !SENTENCE_END.test(last.abstract)) {
    reader.refuse(
      `the file ends in mid-sentence ("…${last.abstract.slice(-40)}"); it looks cut off, save the page again, ` +
        'or, if the page itself ends so, list it under endsMidSentence in data/curated/listings.yaml',
    )
  }
}

function isHeaderLine(text: string): boolean {
  return HEADER_LINES.some((pattern) => pattern.test(text))
}

function excerpt(text: string): string {
  return (text.length > 60 ? `${text.slice(0, 60)}…` : text).replace(/\p{Cf}/gu, nameCharacter)
}

/** `<U+200B>`: what prints nothing would go unseen in a message. */
function nameCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}
