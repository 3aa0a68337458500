import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { SourceFile } from '../../scripts/files.ts'

/** An abstract of ordinary length that names its subject, so that two never look alike. */
export function abstractOf(subject: string): string {
  return (
    `We study ${subject} in depth and find that it behaves as one would hope on every task we tried. ` +
    `Our method for ${subject} is simple, needs no tuning, and holds up under changes of scale and of data.`
  )
}

export const plainHeader = [
  'new',
  '',
  'Get trending papers in your email inbox!',
  '',
  'Subscribe',
  '',
  'Mar 14',
]

/** Layout 1: blank-line separated, no metadata. */
export function plainListing(titles: string[]): string {
  return [...plainHeader, ...titles.flatMap((title) => ['', title, '', abstractOf(title)])].join(
    '\n',
  )
}

/** Layout 2: no blank lines, header glued to the first title. */
export function denseListing(titles: string[]): string {
  return [
    'Get trending papers in your email inbox once a day!',
    'Get trending papers in your email inbox!',
    ...titles.flatMap((title, index) => [
      `${index === 0 ? 'Subscribe' : ''}${title}`,
      abstractOf(title),
    ]),
  ].join('\n')
}

/** Layout 3: metadata under each abstract; a badge of null leaves it out. */
export function datedListing(
  records: { title: string; badge?: string | null; date?: string }[],
  date = 'Nov 4',
): string {
  const header = [
    'new',
    '',
    'Get trending papers in your email inbox!',
    '',
    'Subscribe',
    '',
    'Daily Papers',
    '',
  ]
  const body = records.flatMap(({ title, badge = '  • 6 authors', date: own = 'Aug 7 2' }) => [
    '',
    title,
    '',
    abstractOf(title),
    ...(badge === null ? [] : ['', badge, '·', own]),
  ])
  return [...header, 'byAK and the research community', '', date, ...body].join('\n')
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** The listings of the first day, whose figures tests know by heart; later ones may follow them. */
export function firstListings(): SourceFile[] {
  return realListings().slice(0, 5)
}

/** All listings of this repository. */
export function realListings(): SourceFile[] {
  return readdirSync('data/listings')
    .sort()
    .map((name) => {
      const bytes = readFileSync(`data/listings/${name}`)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return { file: `data/listings/${name}`, bytes, sha256 }
    })
}
