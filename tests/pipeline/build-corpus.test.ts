import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type BuiltCorpus, buildCorpus } from '../../scripts/pipeline/build-corpus.ts'
import type { Sources } from '../../scripts/pipeline/read-sources.ts'
import { formatRegistry } from '../../scripts/pipeline/registry-file.ts'
import {
  abstractOf,
  bytesOf,
  datedListing,
  denseListing,
  plainListing,
} from './listing-fixtures.ts'

const a = file('000_a', plainListing(['First Work', 'Second Work']))
const b = file('001_b', denseListing(['Second Work', 'Third Work']))
const c = file(
  '002_c',
  datedListing([
    { title: 'First Work', badge: '  • 3 authors', date: 'Aug 7 2' },
    { title: 'Fourth Work', badge: 'Qwen Qwen', date: 'Jan 3, 2024 9' },
    { title: 'Fifth Work', date: 'May 5, 2024' },
    { title: 'Sixth Work', date: 'Nov 26, 2024' },
  ]),
)
const d = file(
  '003_d',
  datedListing(
    [
      { title: 'First Work', badge: '  • 4 authors', date: 'Aug 7 5' },
      { title: 'Fourth Work', badge: null },
      { title: 'Fifth Work', date: 'May 5, 2024' },
      { title: 'Sixth Work', date: 'Nov 26, 2024' },
      { title: 'Seventh Work', date: 'Feb 2, 2024' },
    ],
    'Nov 20',
  ),
)

function file(id: string, text: string) {
  const bytes = bytesOf(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { file: `data/listings/${id}.txt`, bytes, sha256 }
}

function sources(
  listings = [a, b, c, d],
  registry: string | null = null,
  corrections: string | null = null,
): Sources {
  return {
    listings,
    registry: { file: 'permalinks.json', text: registry },
    curated: {
      folder: 'curated',
      files: {
        'listings.yaml': null,
        'merges.yaml': null,
        'corrections.yaml': corrections,
        'topics.yaml': null,
        'topic-weights.json': null,
        'synonyms.yaml': null,
        'paraphrases.yaml': null,
        'free-paraphrases.yaml': null,
        'topic-paraphrases.yaml': null,
      },
    },
  }
}

function built(from: Sources): BuiltCorpus {
  const result = buildCorpus(from)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result
}

test('the order of the files does not matter', () => {
  expect(built(sources([d, b, c, a]))).toEqual(built(sources()))
})

test('a second build with the registry of the first changes nothing', () => {
  const first = built(sources())
  const registry = formatRegistry(first.registry)
  const second = built(sources([a, b, c, d], registry))
  expect(second).toEqual(first)
  expect(formatRegistry(second.registry)).toBe(registry)
})

test('an added listing moves no page', () => {
  const before = built(sources([a, b]))
  const after = built(sources([a, b, c], formatRegistry(before.registry)))
  const ids = after.papers.map(({ id }) => id)
  for (const { id } of before.papers) expect(ids).toContain(id)
  expect(
    after.registry.permalinks.slice(0, before.registry.permalinks.length).map(({ id }) => id),
  ).toEqual(before.registry.permalinks.map(({ id }) => id))
})

test('the newest listing that states a field decides; all that was said is kept', () => {
  const paper = built(sources()).papers.find(({ id }) => id === 'first-work')
  expect(paper).toMatchObject({
    date: { value: '2025-08-07', yearInferred: true },
    authorCount: 4,
    comments: 5,
    organization: null,
  })
  expect(
    paper?.sightings.map(({ listing, authorCount, comments }) => [listing, authorCount, comments]),
  ).toEqual([
    ['000_a', null, null],
    ['002_c', 3, 2],
    ['003_d', 4, 5],
  ])
})

test('what only an older listing states is taken from it', () => {
  const paper = built(sources()).papers.find(({ id }) => id === 'fourth-work')
  expect(paper).toMatchObject({
    organization: { account: 'Qwen', name: 'Qwen' },
    date: { value: '2024-01-03', yearInferred: false },
    authorCount: null,
    comments: 9,
  })
})

test('the report lists every merge and every disagreement', () => {
  const { quality } = built(sources())
  expect(quality.merges.map(({ id }) => id)).toEqual([
    'fifth-work',
    'first-work',
    'fourth-work',
    'second-work',
    'sixth-work',
  ])
  expect(quality.disagreements.map(({ id, field }) => [id, field])).toEqual([
    ['first-work', 'authorCount'],
    ['first-work', 'comments'],
  ])
})

test('a date without a year that nothing bounds is told, not guessed', () => {
  const lone = file('004_e', datedListing([{ title: 'A Work', date: 'Aug 7' }]))
  const { papers, quality } = built(sources([lone]))
  expect(papers[0]?.date).toBeNull()
  expect(papers[0]?.sightings[0]?.datePrinted).toBe('Aug 7')
  expect(quality.warnings).toEqual([expect.stringMatching(/004_e:19: the year of "Aug 7"/)])
})

test('all problems of all files are told together', () => {
  const broken = [file('000_a', ''), file('001_b', '<html>'), file('002_c', 'hello')]
  const result = buildCorpus(sources(broken))
  expect('problems' in result && result.problems.map(({ file: name }) => name)).toEqual([
    'data/listings/000_a.txt',
    'data/listings/001_b.txt',
    'data/listings/002_c.txt',
  ])
})

test('a listing that is there twice stops the build', () => {
  const [first] = sources().listings
  const twice = { ...first!, file: 'data/listings/009.txt' }
  const built = buildCorpus({ ...sources(), listings: [...sources().listings, twice] })
  expect('problems' in built && built.problems).toEqual([
    {
      file: 'data/listings/009.txt',
      line: 1,
      message: expect.stringContaining(`the same bytes as ${first!.file}`),
    },
  ])
})

test('without a readable vocabulary no topic is told to be unknown', () => {
  const { curated } = sources()
  const files = {
    ...curated.files,
    'topics.yaml': 'areas: [',
    'topic-paraphrases.yaml': 'tides: the sea comes and goes',
  }
  const built = buildCorpus({ ...sources(), curated: { ...curated, files } })
  const told = 'problems' in built ? built.problems.map(({ file }) => file) : []
  expect(new Set(told)).not.toContain('curated/topic-paraphrases.yaml')
  expect(told).toContain('curated/topics.yaml')
})

test('a withdrawn paper is not published, and its id is kept', () => {
  const first = built(sources([a]))
  const registry = first.registry.permalinks.map((entry) =>
    entry.id === 'first-work'
      ? { ...entry, state: 'withdrawn' as const, why: 'a wrong record' }
      : entry,
  )
  const second = built(sources([a], formatRegistry({ schema: 1, permalinks: registry })))
  expect(second.papers.map(({ id }) => id)).toEqual(['second-work'])
  expect(second.quality.withdrawn).toEqual([
    { id: 'first-work', why: 'a wrong record', sightings: [{ listing: '000_a', rank: 1 }] },
  ])
})

test('a published paper that no listing has any more stops the build', () => {
  const first = built(sources([a, b]))
  const result = buildCorpus(sources([a], formatRegistry(first.registry)))
  expect('problems' in result && result.problems[0]?.message).toMatch(
    /"third-work" was published.*withdraw/,
  )
})

test('a correction may name the title as one of several listings prints it', () => {
  const other = file('004_e', plainListing(['FIRST Work']))
  const correction =
    "corrections: [{ field: abstract, in: 'FIRST Work', from: 'would hope', to: 'hopes', why: only a test }]"
  const [paper] = built(sources([a, other], null, correction)).papers
  expect(paper).toMatchObject({
    titleAsPrinted: expect.arrayContaining(['First Work', 'FIRST Work']),
    abstract: expect.stringContaining('as one hopes on every task'),
  })
})

test('a correction that corrects nothing any more stops the build at its line', () => {
  const corrections = [
    'corrections:',
    '  - field: abstract',
    '    in: First Work',
    '    from: words that nobody printed',
    '    to: other words',
    '    why: an invented fault',
  ].join('\n')
  const result = buildCorpus(sources([a], null, corrections))
  expect('problems' in result && result.problems).toEqual([
    expect.objectContaining({
      file: 'curated/corrections.yaml',
      line: 2,
      message: expect.stringMatching(/no longer stands/),
    }),
  ])
})

test.each(['title', 'abstract'])('a correction that leaves a paper without %s is told', (field) => {
  const printed = { title: 'First Work', abstract: abstractOf('First Work') }[field]
  const corrections = [
    'corrections:',
    `  - field: ${field}`,
    '    in: First Work',
    `    from: '${printed}'`,
    "    to: ' '",
    '    why: an invented fault',
  ].join('\n')
  const result = buildCorpus(sources([a], null, corrections))
  expect('problems' in result && result.problems).toEqual([
    {
      file: 'curated/corrections.yaml',
      line: 2,
      message: `leaves nothing of the ${field} of "First Work"; say in "to" what to publish`,
    },
  ])
})

test('what can hardly be right in a listing is a warning', () => {
  const lost = file('006_lost', plainListing(['A Mat\ufffdrn Work']))
  const late = file(
    '005_late',
    datedListing([
      { title: 'A Work', date: 'Nov 26, 2024' },
      { title: 'A Late Work', date: 'Nov 26, 2204' },
    ]),
  )
  expect(built(sources([lost, late])).quality.warnings).toEqual([
    expect.stringMatching(/^005_late:27: the year of "Nov 26, 2204" can hardly be right/),
    expect.stringMatching(/^006_lost:9: has \ufffd/),
    expect.stringMatching(/^006_lost:11: has \ufffd/),
  ])
})

describe('a fact that a person has corrected', () => {
  const correct = (field: string, of: string, from: string, to: string) =>
    `  - { field: ${field}, in: ${of}, from: '${from}', to: '${to}', why: as its own page says }`
  const corrected = (listings: Sources['listings'], ...entries: string[]) =>
    sources(listings, null, ['corrections:', ...entries].join('\n').replace(/'(\d+)'/g, '$1'))
  const paperIn = ({ papers }: BuiltCorpus, id: string) => papers.find((paper) => paper.id === id)

  test('is published, with what is printed on record; sightings keep that', () => {
    const all = corrected(
      [a, b, c, d],
      correct('authorCount', 'First Work', '4', '5'),
      correct('date', 'Fourth Work', 'Jan 3, 2024', '2023-01-30'),
      correct('organization', 'Fourth Work', 'Qwen Qwen', 'Qwen Qwen Team'),
    )
    expect(paperIn(built(all), 'first-work')).toMatchObject({
      authorCount: 5,
      sightings: [{ authorCount: null }, { authorCount: 3 }, { authorCount: 4 }],
      corrections: [{ field: 'authorCount', rule: 'curated', from: '4', to: '5' }],
    })
    expect(paperIn(built(all), 'fourth-work')).toMatchObject({
      date: { value: '2023-01-30', yearInferred: false },
      organization: { account: 'Qwen', name: 'Qwen Team' },
      sightings: [
        {
          datePrinted: 'Jan 3, 2024',
          date: { value: '2024-01-03', yearInferred: false },
          organization: { account: 'Qwen', name: 'Qwen' },
        },
        { datePrinted: null },
      ],
      corrections: [
        { field: 'date', rule: 'curated', from: 'Jan 3, 2024', to: '2023-01-30' },
        { field: 'organization', rule: 'curated', from: 'Qwen Qwen', to: 'Qwen Qwen Team' },
      ],
    })
    expect(built(all).quality.corrections).toMatchObject([{ rule: 'curated', corrections: 3 }])
  })

  test('is corrected where it is printed, and the newest listing decides as ever', () => {
    const older = corrected([c, d], correct('authorCount', 'First Work', '3', '5'))
    expect(paperIn(built(older), 'first-work')?.authorCount).toBe(4)
  })

  test('is no longer a warning', () => {
    const listing = file(
      '005_late',
      datedListing([
        { title: 'The Work', date: 'Nov 26, 2024' },
        { title: 'The Late Work', date: 'Nov 26, 2204' },
        { title: 'The Undated Work', date: 'Aug 7' },
      ]),
    )
    expect(built(sources([listing])).quality.warnings).toHaveLength(2)
    const mended = corrected(
      [listing],
      correct('date', 'The Late Work', 'Nov 26, 2204', '2024-11-26'),
      correct('date', 'The Undated Work', 'Aug 7', '2024-08-07'),
    )
    expect(built(mended).quality.warnings).toEqual([])
    expect(paperIn(built(mended), 'the-undated-work')?.date?.value).toBe('2024-08-07')
  })

  test.each([
    ['date', 'First Work', 'Aug 8', '2024-08-07'],
    ['authorCount', 'First Work', '2', '5'],
    ['organization', 'First Work', 'Qwen Qwen', 'Qwen Qwen Team'],
    ['authorCount', 'Fourth Work', '3', '5'],
  ])('stops the build when no listing prints it: %s of %s from %j', (field, of, from, to) => {
    const result = buildCorpus(corrected([a, b, c, d], correct(field, of, from, to)))
    expect('problems' in result && result.problems).toEqual([
      {
        file: 'curated/corrections.yaml',
        line: 2,
        message: `"${from}" no longer stands in the ${field} of "${of}"; remove or adapt the correction`,
      },
    ])
  })
})

describe('two papers of one title in one listing', () => {
  const begins = (word: string) => `${word} is what this editorial is about`
  /** No word that follows is in the editorial of another word. */
  const editorial = (word: string) =>
    `Editorial\n${begins(word)} with many ${Array.from('abcdefghijklmnopqrst', (letter) => `${word}-${word}${letter}`).join(' ')}.`
  const listed = (id: string, ...editorials: string[]) =>
    file(id, [plainListing(['Other Work']), ...editorials].join('\n'))
  const issue = (id: string, ...words: string[]) => listed(id, ...words.map(editorial))
  const both = issue('010_both', 'Alpha', 'Beta')
  const decided = (merges: string, listings = [both], registry: BuiltCorpus | null = null) => {
    const given = sources(listings, registry && formatRegistry(registry.registry))
    const files = { ...given.curated.files, 'merges.yaml': merges }
    return { ...given, curated: { ...given.curated, files } }
  }
  const apart = (beginning: string) =>
    `keepApart: [{ title: EDITORIAL, abstract: '${beginning}', why: another editorial }]`
  const abstracts = ({ papers }: BuiltCorpus) =>
    papers.filter(({ title }) => title === 'Editorial').map(({ id, abstract }) => [id, abstract])

  test('are one, and a warning asks whether they are two', () => {
    const one = built(sources([both]))
    expect(abstracts(one)).toHaveLength(1)
    expect(one.quality.warnings).toEqual([
      expect.stringMatching(
        /^010_both:14: "Editorial" stands at line 12, too, with quite another abstract, .*keepApart in curated\/merges\.yaml/,
      ),
    ])
  })

  test.each([
    ['another version of the abstract', editorial('Alpha').replace('many', 'several')],
    ['the same abstract', editorial('Alpha')],
    ['a likewise title', editorial('Beta').replace('Editorial', 'Editorials')],
  ])('are not suspected for %s', (_, text) => {
    expect(built(sources([listed('010_both', editorial('Alpha'), text)])).quality.warnings).toEqual(
      [],
    )
  })

  test('are suspected in two listings, too, if signs tell their titles apart', () => {
    const named = (title: string) => editorial('Beta').replace('Editorial', title)
    const warningsOf = (first: string, second: string) =>
      built(
        sources([
          listed('010_a', editorial('Alpha').replace('Editorial', first)),
          listed('011_b', named(second)),
        ]),
      ).quality.warnings
    expect(warningsOf('A Study of C', 'A Study of C++')).toEqual([
      expect.stringMatching(
        /^011_b:12: "A Study of C\+\+" stands at 010_a:12 as "A Study of C", too, with quite another abstract/,
      ),
    ])
    expect(warningsOf('A Study of F#', 'A Study of F*')).toHaveLength(1)
    expect(warningsOf('A Study: C-Code', 'A study, c code?')).toEqual([])
  })

  test('are not suspected when they stand in two listings', () => {
    const two = [issue('010_a', 'Alpha'), issue('011_b', 'Beta')]
    expect(built(sources(two)).quality.warnings).toEqual([])
  })

  test.each([
    ['[Editorial, Editorial]', [both]],
    ['[Editorial, Other Work]', [issue('010_a', 'Alpha')]],
  ])('are not suspected when a person has merged %s', (titles, listings) => {
    const merges = `merge: [{ titles: ${titles}, why: parts of one editorial }]`
    expect(built(decided(merges, listings)).quality.warnings).toEqual([])
  })

  test('are told apart by the beginning of an abstract, under ids that stay', () => {
    const one = built(sources([both]))
    const two = built(decided(apart(begins('Beta')), [both], one))
    expect(two.quality.warnings).toEqual([])
    expect(abstracts(two)).toEqual([
      ['editorial', expect.stringMatching(/^Alpha/)],
      ['editorial-2', expect.stringMatching(/^Beta/)],
    ])
    expect(built(decided(apart(begins('Beta')), [both], two)).registry).toEqual(two.registry)
    const shorter = apart(begins('Beta').slice(0, 22))
    expect(abstracts(built(decided(shorter, [both], two)))).toEqual(abstracts(two))
  })

  test('are told apart in every listing, however its abstract goes on', () => {
    const two = built(decided(apart(begins('Beta'))))
    const renamed = editorial('Beta').replace('Editorial', 'Guest Editorial')
    const later = listed('009_later', renamed, editorial('Alpha'))
    const revised = listed('011_revised', editorial('Beta').replace('many', 'some'))
    const after = built(decided(apart(begins('Beta')), [both, later, revised], two))
    expect(after.papers.map(({ id, sightings }) => [id, sightings.length])).toEqual([
      ['editorial', 2],
      ['editorial-2', 3],
      ['other-work', 3],
    ])
    const [added] = after.registry.permalinks.filter(({ id }) => id === 'editorial-2')
    expect(added?.fingerprints).toHaveLength(5)
  })

  test.each([
    ["{ title: Editorial, abstract: 'Gamma is what this', why: another one }", 'at least 20'],
    ['{ title: Editorial, why: another one }', 'give either'],
    [
      "{ title: Editorial, listings: [010_both], abstract: 'Gamma is what this editorial', why: another one }",
      'give either',
    ],
    [
      "{ title: Editorial, abstract: 'Gamma is what this editorial', why: another one }",
      'no record has the title "Editorial" and an abstract that begins so',
    ],
    [
      '{ title: Editorial, listings: [011_none], why: another one }',
      'no record has the title "Editorial" and stands in these listings',
    ],
  ])('are not told apart by %s', (entry, message) => {
    const result = buildCorpus(decided(`keepApart:\n  - ${entry}`))
    expect('problems' in result && result.problems).toEqual([
      { file: 'curated/merges.yaml', line: 2, message: expect.stringContaining(message) },
    ])
  })
})

describe('LaTeX that no rule can read', () => {
  // Abstracts here name their subject, so that the first paper has it in both texts.
  const remnants = file(
    '007_tex',
    plainListing(['A Work on {\\method} and {More}', 'Other Work']).replace(
      'task we tried. Our method for Other',
      () => 'task \\foo{we} tried for $1.8 imes$, \\bar{x}, and \\baz{y}. Our method for Other',
    ),
  )

  test('is a warning at the line of the title or abstract that is published with it', () => {
    expect(built(sources([a, remnants])).quality.warnings).toEqual([
      expect.stringMatching(
        /^007_tex:9: the title is published with "\[macro: method\]", "\{More\}", which .*corrections\.yaml/,
      ),
      expect.stringMatching(/^007_tex:11: the abstract .*"\[macro: method\]", "\{More\}", which/),
      expect.stringContaining(
        '007_tex:15: the abstract is published with "\\foo{we}", "imes$,", "\\bar{x}," and 1 more, which',
      ),
    ])
  })

  test.each([
    ['{\\method}', '[macro: method]', '"{More}", which'],
    ['{\\method}', 'Method', '"{More}", which'],
    ['{More}', '{More}', '"[macro: method]", which'],
  ])('is no warning where a correction of %j publishes %j', (from, to, left) => {
    const entry = `{ field: title, in: A Work on, from: '${from}', to: '${to}', why: nowhere explained }`
    const { warnings } = built(sources([a, remnants], null, `corrections: [${entry}]`)).quality
    expect(warnings[0]).toContain(`007_tex:9: the title is published with ${left}`)
    expect(warnings[1]).toMatch(/^007_tex:11: .*"\[macro: method\]", "\{More\}", which/)
  })

  test('is no warning in a withdrawn paper', () => {
    const permalinks = built(sources([remnants])).registry.permalinks.map((entry) => ({
      ...entry,
      state: 'withdrawn' as const,
      why: 'a wrong record',
    }))
    const registry = formatRegistry({ schema: 1, permalinks })
    expect(built(sources([c, remnants], registry)).quality.warnings).toEqual([])
  })
})

test('synonyms that lead nowhere are a warning, and those that are said twice a problem', () => {
  const said = (entries: string) => {
    const { curated, ...others } = sources([a])
    const files = { ...curated.files, 'synonyms.yaml': `synonyms: [${entries}]` }
    return { ...others, curated: { ...curated, files } }
  }
  expect(built(said('{ say: [toil], mean: [work, labour] }')).quality.warnings).toEqual([
    expect.stringMatching(/^curated\/synonyms.yaml:1: "labour" stands in no title or abstract/),
  ])
  const twice = buildCorpus(said('{ say: [toil], mean: [work] }, { say: [toil], mean: [work] }'))
  expect('problems' in twice && twice.problems).toEqual([
    { file: 'curated/synonyms.yaml', line: 1, message: expect.stringContaining('at line 1, too') },
  ])
})

test.each(['New Listing', 'Märchen', '002_ABCDEF', 'a--b', 'a.b', ''])(
  'a file named "%s.txt" is told before its name becomes an address',
  (id) => {
    const result = buildCorpus(sources([a, { ...b, file: `data/listings/${id}.txt` }]))
    expect('problems' in result && result.problems).toEqual([
      {
        file: `data/listings/${id}.txt`,
        line: 1,
        message: expect.stringMatching(/can't be the address of a page for good; .*npm run add/),
      },
    ])
  },
)

test('a damaged registry stops the build', () => {
  const result = buildCorpus(sources([a], '{"schema": 1, "permalinks": [{"id": "UPPER"}]}'))
  expect('problems' in result && result.problems[0]?.file).toBe('permalinks.json')
})
