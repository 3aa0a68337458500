import { parse } from 'biblatex-csl-converter'
import fc from 'fast-check'
import type { Citable } from '../../src/formats/citable.ts'
import type { Paper } from '../../src/shared/model.ts'

/** Invented papers, and readers of the written formats that share nothing with the writers. */

/** A citable paper of which only what is given is known. */
export function citable(known: Partial<Paper> = {}, topics: string[] = []): Citable {
  const id = known.id ?? 'a-paper'
  return {
    paper: {
      id,
      title: 'A paper',
      titleAsPrinted: [],
      titleMath: [],
      abstract: 'What it says.',
      abstractAsPrinted: [],
      abstractMath: [],
      sentences: [],
      url: `/papers/${id}/`,
      date: null,
      authorCount: null,
      organization: null,
      comments: null,
      sightings: [],
      topics: [],
      related: [],
      words: [],
      resources: [],
      corrections: [],
      ...known,
    },
    url: `https://site.example/papers/${id}/`,
    topics,
    isName: (word) => word === 'Bayes',
    site: 'Site',
  }
}

/** A record as a reader understood it. */
interface ReadRecord {
  key: string
  type: string
  title: string
  abstract: string | null
  /** `YYYY-MM-DD`. */
  date: string | null
  url: string
  note: string
  keywords: string[]
}

interface TextNode {
  text?: string
}

/** BibTeX by biblatex-csl-converter, in the order of the file. Throws on any error that it reports. */
export function readBibtex(text: string): ReadRecord[] {
  const { entries, errors } = parse(text, { processUnknown: true })
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  return Object.values(entries).map(({ entry_key, bib_type, fields }) => {
    const plain = (name: string) =>
      (fields[name] as TextNode[]).map(({ text = '' }) => text).join('')
    return {
      key: entry_key,
      type: bib_type,
      // It takes the variant of LaTeX for a letter of Latin.
      title: plain('title').replaceAll('ɛ', 'ε'),
      abstract: fields.abstract ? plain('abstract') : null,
      date: (fields.date as string | undefined) ?? null,
      url: fields.url as string,
      note: plain('note'),
      keywords: (fields.keywords as string[] | undefined) ?? [],
    }
  })
}

/**
 * RIS after the specification of 2011, and strictly: a record begins with TY and ends with ER, and each
 * line between is two characters, two spaces, a hyphen, a space and a value. Throws on anything else.
 */
export function readRis(text: string): ReadRecord[] {
  const records: ReadRecord[] = []
  let open: Map<string, string[]> | null = null
  for (const line of text.split('\r\n')) {
    if (line === '' && open === null) continue
    const [, tag = '', value = ''] = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line) ?? []
    if (tag === '' || /[\n\r\u2028\u2029]/.test(line)) throw new Error(`no line of RIS: ${line}`)
    if ((tag === 'TY') !== (open === null)) throw new Error(`${tag} at a wrong place`)
    if (tag === 'ER' && open) {
      records.push(recordOfTags(open))
      open = null
    } else {
      open ??= new Map()
      open.set(tag, [...(open.get(tag) ?? []), value])
    }
  }
  if (open) throw new Error('the last record has no end')
  return records
}

function recordOfTags(tags: Map<string, string[]>): ReadRecord {
  const one = (tag: string) => tags.get(tag)?.join('; ') ?? null
  return {
    key: one('ID') ?? '',
    type: one('TY') ?? '',
    title: one('TI') ?? '',
    abstract: one('AB'),
    date: one('DA')?.replace(/^(\d{4})\/(\d\d)\/(\d\d)\/$/, '$1-$2-$3') ?? null,
    url: one('UR') ?? '',
    note: one('N1') ?? '',
    keywords: tags.get('KW') ?? [],
  }
}

const pieces =
  '{ } \\ % $ & # _ ~ ^ < > | " \' @ @misc{x, }, \\} ER  - TY  - \r\n \n \u2028 \u0085 \0 \t LLM Pass a 1. = * [x](y) ` &amp; é ε 数 😀 \\input{x} \ud800'
    .split(' ')
    .concat('ER  - ', '\nER  - \nTY  - GEN\n', ' ')

/** Text that is made to break files: markup of all formats, line ends, control and half characters. */
export const hostileText = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 30 })
  .map((parts) => parts.join(''))

/** How a format of lines has to show a text. */
export function shown(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
