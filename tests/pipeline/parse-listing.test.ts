import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeListing } from '../../scripts/pipeline/listing-lines.ts'
import { parseListing } from '../../scripts/pipeline/parse-listing.ts'
import {
  abstractOf,
  datedListing,
  denseListing,
  firstListings,
  plainHeader,
  plainListing,
} from './listing-fixtures.ts'

const real = firstListings().map(({ file, bytes }) => {
  const decoded = decodeListing(file, bytes)
  if ('problem' in decoded) throw new Error(decoded.problem.message)
  return { file, text: decoded.text }
})

function joined(text: string, file = 'x.txt'): string {
  return parseListing(file, text)
    .spans.map(({ start, end }) => text.slice(start, end))
    .join('')
}

test('reads 572 records from the first five listings, in file order 61, 238, 74, 116, 83', () => {
  const listings = real.map(({ file, text }) => parseListing(file, text))
  expect(listings.map(({ entries }) => entries.length)).toEqual([61, 238, 74, 116, 83])
  expect(listings.flatMap(({ problems }) => problems)).toEqual([])
})

test('the spans of each real listing give the file back, and every line is understood', () => {
  for (const { file, text } of real) {
    expect(joined(text, file)).toBe(text)
    const { spans } = parseListing(file, text)
    expect(spans.filter(({ kind }) => kind === 'not understood')).toEqual([])
  }
})

test('each line of a real listing is exactly one thing, but for the one the header is glued to', () => {
  for (const { file, text } of real) {
    const lines = parseListing(file, text).spans.map(({ line }) => line)
    const repeated = lines.filter((line, index) => lines.indexOf(line) !== index)
    expect(repeated).toEqual(file.includes('001_') ? [3] : [])
  }
})

test('tells organization badges from titles: all five of the real listings', () => {
  const badges = real.flatMap(({ file, text }) =>
    parseListing(file, text).entries.flatMap(({ organization, title }) =>
      organization ? { ...organization, title } : [],
    ),
  )
  expect(badges.map(({ account, name }) => [account, name])).toEqual([
    ['DianJin', 'Qwen DianJin'],
    ['Qwen', 'Qwen'],
    ['LAMDA-NeSy', 'NJU-IRP'],
    ['AlibabaTongyiLab', 'TongyiLab'],
    ['facebook', 'AI at Meta'],
  ])
})

test('leaves records without metadata without any', () => {
  const without = real.map(
    ({ file, text }) => parseListing(file, text).entries.filter(({ date }) => date === null).length,
  )
  expect(without).toEqual([61, 238, 74, 6, 6])
})

test('reads the three layouts to the same titles and abstracts', () => {
  const titles = ['First Work', 'Second Work', 'Third: a Work']
  const layouts = [
    plainListing(titles),
    denseListing(titles),
    datedListing(titles.map((title) => ({ title }))),
  ]
  for (const text of layouts) {
    const { entries, problems } = parseListing('a.txt', text)
    expect(problems).toEqual([])
    expect(entries.map(({ title, abstract }) => ({ title, abstract }))).toEqual(
      titles.map((title) => ({ title, abstract: abstractOf(title) })),
    )
  }
})

describe('a first title that begins as the button does', () => {
  const button = plainHeader.slice(0, 5)
  const withoutButton = plainHeader.slice(0, 3)
  const read = (header: string[], first: string) =>
    parseListing('a.txt', [...header, first, abstractOf('x')].join('\n'))

  test.each(['Subscribers Matter: Churn in Newsletters', 'Subscribe-to-Learn', 'SubscribeNet'])(
    'is whole below the button: %s',
    (title) => {
      const { entries, problems } = read(button, title)
      expect(problems).toEqual([])
      expect(entries.map((entry) => entry.title)).toEqual([title])
    },
  )

  test.each([
    'Subscribers Matter: Churn in Newsletters',
    'Subscribe-to-Learn',
    'Subscribe’s Return',
    'Subscribe: A Study',
    'Subscribepass@k Inference',
  ])('is not cut where the button is not known to stand: %s', (title) => {
    const { entries, problems } = read(withoutButton, title)
    expect(entries).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ line: 4 })
    expect(problems[0]?.message).toMatch(/^"Subscribe.* begins with the button/)
  })

  test.each([
    'Adversarial Inference',
    '3D Gaussians',
    '“Sorry?” Prompting',
    "'Sorry?'",
    '$k$-means',
  ])('is what follows a glued button: %s', (title) => {
    const { entries, problems } = read(withoutButton, `Subscribe${title}`)
    expect(problems).toEqual([])
    expect(entries.map((entry) => entry.title)).toEqual([title])
  })

  test('is whole where a blank follows the word', () => {
    const { entries } = read(withoutButton, 'Subscribe to Learn')
    expect(entries.map((entry) => entry.title)).toEqual(['Subscribe to Learn'])
  })
})

test.each([
  ['May 2 5', { month: 5, day: 2, year: null }, 5],
  ['Nov 26, 2024 2', { month: 11, day: 26, year: 2024 }, 2],
  ['Aug 7', { month: 8, day: 7, year: null }, null],
  ['Feb 29, 2024', { month: 2, day: 29, year: 2024 }, null],
])('reads the date line "%s"', (line, date, comments) => {
  const { entries } = parseListing('a.txt', datedListing([{ title: 'A Work', date: line }]))
  expect(entries[0]).toMatchObject({ date, comments })
})

test.each(['Feb 30', 'Feb 29, 2023 4'])('says what to do about the day "%s"', (line) => {
  const text = datedListing([{ title: 'A Work', date: line }])
  const { problems } = parseListing('a.txt', text)
  expect(problems).toEqual([
    {
      file: 'a.txt',
      line: 19,
      message: expect.stringMatching(
        /is a day that no calendar has; mend the line .* else take it out/,
      ),
    },
  ])
  const without = text.split('\n').toSpliced(16, 3).join('\n')
  expect(parseListing('a.txt', without)).toMatchObject({ problems: [], entries: [{ date: null }] })
})

test.each(['Foo 3', '2024-05-01', 'May'])('says what is wrong with the date line "%s"', (line) => {
  const { problems } = parseListing('a.txt', datedListing([{ title: 'A Work', date: line }]))
  expect(problems[0]?.line).toBe(19)
  expect(problems[0]?.message).toMatch(/expected a date/)
})

test('takes "1 authors" as printed', () => {
  const { entries } = parseListing(
    'a.txt',
    datedListing([{ title: 'A Work', badge: '  • 1 authors' }]),
  )
  expect(entries[0]?.authorCount).toBe(1)
})

test.each([
  '• 1.2k authors',
  '1,234 authors',
  'about 30 Authors',
  'Ada Lovelace, Alan Turing',
  'Ada Lovelace, Alan M. Turing, Émilie Du Châtelet',
  'Lovelace, Ada',
  'Émilie Works',
  '(MIT) Technology',
])('takes "%s" for no organization', (badge) => {
  const { entries, problems } = parseListing('a.txt', datedListing([{ title: 'A Work', badge }]))
  expect(entries).toEqual([])
  expect(problems[0]?.message).toContain(`an organization badge "account Display Name" above "·"`)
})

test.each([
  ['ucb-2.0 University of California, Berkeley', 'ucb-2.0', 'University of California, Berkeley'],
  ['Google Google, Inc.', 'Google', 'Google, Inc.'],
  ['0x_lab The Authors Guild', '0x_lab', 'The Authors Guild'],
  ['THU 清华大学', 'THU', '清华大学'],
])('takes "%s" for one', (badge, account, name) => {
  const { entries, problems } = parseListing('a.txt', datedListing([{ title: 'A Work', badge }]))
  expect(problems).toEqual([])
  expect(entries[0]?.organization).toEqual({ account, name })
})

test('numbers records and lines from 1', () => {
  const { entries } = parseListing('dir/000_abc.txt', denseListing(['One Work', 'Two Works']))
  expect(entries.map(({ listing, rank, lines }) => ({ listing, rank, lines }))).toEqual([
    { listing: '000_abc', rank: 1, lines: [3, 4] },
    { listing: '000_abc', rank: 2, lines: [5, 6] },
  ])
})

test('never throws, and its spans cover any text', () => {
  const pieces = fc.constantFrom(
    'new',
    'Subscribe',
    'SubscribeTitle',
    '·',
    '  • 6 authors',
    'Mar 14',
    'A title',
    abstractOf('x'),
    '',
    '\n',
    '\r\n',
    '\r',
    '\ufeff',
    '\u0000',
    'Get trending papers in your email inbox!',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((parts) => parts.join('\n')),
  )
  fc.assert(
    fc.property(text, (value) => {
      expect(joined(value)).toBe(value)
    }),
    { numRuns: 1000 },
  )
})

test('reads back whatever is printed in one of the layouts', () => {
  const title = fc
    .array(
      fc.constantFrom('Bayesian', 'inference', 'Pass@$k$', 'of', 'GPT-4', '3D', 'LLMs:', '(RAG)'),
      { minLength: 2, maxLength: 12 },
    )
    .map((words) => `On ${words.join(' ')}`)
  const record = fc.record({
    title,
    badge: fc.constantFrom(
      '  • 6 authors',
      '  • 1 authors',
      'Qwen Qwen',
      'facebook AI at Meta',
      null,
    ),
    date: fc.constantFrom('Aug 7', 'Aug 7 2', 'Nov 26, 2024', 'Nov 26, 2024 12'),
  })
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 8 }), fc.boolean(), (records, crlf) => {
      const text = datedListing(records)
      const { entries, problems } = parseListing(
        'a.txt',
        crlf ? text.replaceAll('\n', '\r\n') : text,
      )
      expect(problems).toEqual([])
      expect(entries.map((entry) => entry.title)).toEqual(records.map((entry) => entry.title))
      expect(entries.map(({ date }) => date !== null)).toEqual(
        records.map(({ badge }) => badge !== null),
      )
    }),
    { numRuns: 300 },
  )
})

test('a mutated real listing is covered and gives records or problems, never silence', () => {
  const mutation = fc.record({
    file: fc.integer({ min: 0, max: real.length - 1 }),
    line: fc.nat(),
    how: fc.constantFrom('delete', 'duplicate', 'swap', 'truncate', 'bidi'),
  })
  fc.assert(
    fc.property(mutation, ({ file, line, how }) => {
      const source = real[file] as (typeof real)[number]
      const lines = source.text.split('\n')
      const at = line % lines.length
      const original = lines[at] ?? ''
      if (how === 'delete') lines.splice(at, 1)
      if (how === 'duplicate') lines.splice(at, 0, original)
      if (how === 'swap') lines.splice(at, 2, lines[at + 1] ?? '', original)
      if (how === 'truncate') lines.length = at
      if (how === 'bidi') lines[at] = `\u202e${original}`
      const text = lines.join('\n')
      const { entries, problems, spans } = parseListing(source.file, text)
      expect(joined(text)).toBe(text)
      const unread = spans.filter(({ kind }) => kind === 'not understood')
      if (unread.length > 0) expect(problems.length).toBeGreaterThan(0)
      if (problems.length === 0) expect(entries.length).toBeGreaterThan(0)
      for (const problem of problems) expect(problem.line).toBeGreaterThan(0)
    }),
    { numRuns: 300 },
  )
})

describe('titles and abstracts in scripts of few characters', () => {
  const abstract = '本文提出了一种新的稀疏注意力机制，可以显著减少计算量，'.repeat(4)
  const listing = (...lines: string[]) => [...plainHeader, ...lines].join('\n')

  test.each(['。', '！', '？', '」', '』', '）', '》', '؟', '۔', '।', '॥'])(
    'takes an abstract of a hundred characters that ends with %s',
    (stop) => {
      const { entries, problems } = parseListing('a.txt', listing('稀疏注意力', abstract + stop))
      expect(problems).toEqual([])
      expect(entries.map(({ title }) => title)).toEqual(['稀疏注意力'])
    },
  )

  test('still tells of a title without an abstract, and of an abstract without a title', () => {
    const problemsOf = (...lines: string[]) =>
      parseListing('a.txt', listing(...lines)).problems.map(({ message }) => message)
    expect(
      problemsOf('稀疏注意力', '稀疏注意力机制的综述研究方法', `${abstract}。`).join('\n'),
    ).toMatch(
      /"稀疏注意力" looks like a title, but the line below it, .* is too short for an abstract/,
    )
    expect(problemsOf(`${abstract}。`, `${abstract}。`).join('\n')).toMatch(/expected a title/)
  })
})
