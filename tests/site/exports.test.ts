import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { parseFragment } from 'parse5'
import { describe, expect, test } from 'vitest'
import type {
  ListingsFile,
  MathSpan,
  Paper,
  PapersFile,
  PermalinksFile,
  TopicsFile,
} from '../../src/shared/model.ts'
import { siteUrl } from '../../src/site.ts'
import { readBibtex, readRis } from '../formats/citation-fixtures.ts'
import { elementsOf, filesOf } from './built-site.ts'

/** Every export is read back, by readers that share nothing with the writers. */

const published = (name: string) => readFileSync(`dist/${name}`, 'utf8')
const { papers, corpus } = JSON.parse(published('data/papers.json')) as PapersFile
const { permalinks } = JSON.parse(published('data/permalinks.json')) as PermalinksFile
const { topics, pairs } = JSON.parse(published('data/topics.json')) as TopicsFile
const { listings } = JSON.parse(published('data/listings.json')) as ListingsFile
const paperById = new Map(papers.map((paper) => [paper.id, paper]))

const isCsl = new Ajv({ strict: false }).compile(
  JSON.parse(published('../tests/formats/csl-schema/csl-data.json')) as object,
)

const labels = new Map(topics.map(({ id, label }) => [id, label]))

/** What a reader must find in a record of the paper. */
function expected(paper: Paper) {
  return {
    key: paper.id,
    title: paper.title,
    abstract: paper.abstract,
    date: paper.date?.value ?? null,
    url: siteUrl + paper.url,
  }
}

/** The topics that a paper is about, not those it uses or treats. */
function keywordsOf(paper: Paper): string[] {
  return paper.topics.filter(({ grade }) => grade === 'main').map(({ id }) => labels.get(id)!)
}

const FORMULA = 'FORMULA'

/** A published text with a word for each formula. */
function withoutFormulas(text: string, math: MathSpan[]): string {
  return math.reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + FORMULA + rest.slice(end),
    text,
  )
}

describe(`each of ${papers.length} papers`, () => {
  test('comes back from its BibTeX, formulas of titles in their source', () => {
    for (const paper of papers) {
      let text = published(`papers/${paper.id}.bib`)
      // A name with a raised digit needs none.
      const math = paper.titleMath.filter(
        ({ start, end }) => !/^\p{Lu}\p{L}+²$/u.test(paper.title.slice(start, end)),
      )
      for (const { tex } of math) text = text.replaceAll(`{$${tex.trim()}$}`, FORMULA)
      const [record, ...others] = readBibtex(text)
      expect(others).toEqual([])
      expect(record).toMatchObject({
        ...expected(paper),
        type: 'misc',
        title: withoutFormulas(paper.title, math),
      })
    }
  })

  test('comes back from its RIS', () => {
    for (const paper of papers) {
      const records = readRis(published(`papers/${paper.id}.ris`))
      expect(records).toHaveLength(1)
      expect(records[0]).toMatchObject({
        ...expected(paper),
        keywords: keywordsOf(paper),
        type: 'GEN',
      })
    }
  })

  test('comes back from its CSL-JSON, which is valid', () => {
    for (const paper of papers) {
      const items = JSON.parse(published(`papers/${paper.id}.csl.json`))
      expect(isCsl(items), JSON.stringify(isCsl.errors)).toBe(true)
      const { key: id, url: URL, date, ...texts } = expected(paper)
      const issued = date && { 'date-parts': [date.split('-').map(Number)] }
      expect(items).toMatchObject([{ id, URL, ...texts, ...(issued && { issued }) }])
      expect('issued' in items[0]).toBe(issued !== null)
    }
  })

  test('comes back from its JSON whole', () => {
    for (const paper of papers)
      expect(JSON.parse(published(`papers/${paper.id}.json`))).toEqual({ schema: 1, corpus, paper })
  })

  test('has its text in its Markdown', () => {
    for (const paper of papers) {
      const text = published(`papers/${paper.id}.md`).replace(/\\([\p{P}\p{S}])/gu, '$1')
      expect(text).toContain(`# ${paper.title}\n`)
      expect(text).toContain(`<${siteUrl}${paper.url}>`)
      expect(text.replace(/<(https?:[^<>]+)>/g, '$1')).toContain(`\n\n${paper.abstract}\n\n`)
    }
  })

  test('has no author, editor or publisher in any format', () => {
    for (const { id } of papers) {
      expect(published(`papers/${id}.bib`)).not.toMatch(
        /^\s*(author|editor|publisher|journal)\s*=/m,
      )
      expect(published(`papers/${id}.ris`)).not.toMatch(/^(A[1-4U]|ED|PB|JO|JF|T2) {2}-/m)
      expect(published(`papers/${id}.csl.json`)).not.toMatch(/^\s*"(author|editor|publisher)":/m)
    }
  })
})

test('an id that was merged has the files of the paper it leads to, a withdrawn one has none', () => {
  const files = new Set(filesOf('dist'))
  for (const { id, state } of permalinks)
    for (const extension of ['bib', 'ris', 'csl.json', 'md', 'json'])
      expect(files.has(`papers/${id}.${extension}`), `${id} ${extension}`).toBe(
        state !== 'withdrawn',
      )
})

/** Page and number of papers of every list that can be taken along. */
const sets = [
  ...topics.map(({ url, main, also }) => ({ page: url, size: main + also })),
  ...pairs
    .filter((pair) => pair.papers >= 3)
    .map((pair) => ({ page: `/topics/${pair.topics.join('+')}/`, size: pair.papers })),
  ...listings.map(({ id, url }) => ({
    page: url,
    size: papers.filter(({ sightings }) => sightings.some(({ listing }) => listing === id)).length,
  })),
  { page: '/papers/', size: papers.length },
]

describe(`each of ${sets.length} lists`, () => {
  test('has the same papers in the same order in all formats', () => {
    for (const { page, size } of sets) {
      const file = page.slice(1, -1)
      const ids = readRis(published(`${file}.ris`)).map(({ key }) => key)
      expect(ids, page).toHaveLength(size)
      const bib = published(`${file}.bib`)
      expect([...bib.matchAll(/^@misc\{(.+),$/gm)].map(([, key]) => key)).toEqual(ids)
      const csl = JSON.parse(published(`${file}.csl.json`))
      expect(isCsl(csl)).toBe(true)
      expect(csl.map(({ id }: { id: string }) => id)).toEqual(ids)
      const links = [...published(`${file}.md`).matchAll(/^- \[.*\/papers\/([^/]+)\/\)/gm)]
      expect(links.map(([, id]) => id)).toEqual(ids)
      const json = JSON.parse(published(page === '/papers/' ? 'data/papers.json' : `${file}.json`))
      expect((json as PapersFile).papers).toEqual(ids.map((id) => paperById.get(id)))
    }
  })

  test('consists of the records of its papers, byte for byte', () => {
    for (const { page } of sets) {
      const file = page.slice(1, -1)
      const ids = readRis(published(`${file}.ris`)).map(({ key }) => key)
      const joined = (extension: string, between: string) =>
        ids.map((id) => published(`papers/${id}.${extension}`)).join(between)
      expect(published(`${file}.bib`) === joined('bib', '\n'), page).toBe(true)
      expect(published(`${file}.ris`) === joined('ris', ''), page).toBe(true)
    }
  })

  test('is in the order in which its page shows the papers', () => {
    for (const { page } of sets.filter(({ page }) => page !== '/papers/')) {
      const hrefs = elementsOf(published(`${page.slice(1)}index.html`))
        .filter(({ tag }) => tag === 'a')
        .flatMap(
          ({ attributes }) => attributes.get('href')?.match(/^\/papers\/([^/.]+)\/$/)?.[1] ?? [],
        )
      const ids = readRis(published(`${page.slice(1, -1)}.ris`)).map(({ key }) => key)
      expect([...new Set(hrefs)], page).toEqual(ids)
    }
  })
})

/** The records of a file of all papers as bibutils reads it, in MODS. */
function bibutils(program: 'ris2xml' | 'bib2xml', file: string) {
  const { stdout } = spawnSync(program, ['-i', 'utf8', file], { encoding: 'utf8', maxBuffer: 1e8 })
  const textOf = (xml: string) => {
    const [node] = parseFragment(xml).childNodes
    return node && 'value' in node ? node.value : ''
  }
  return stdout
    .split('<mods ')
    .slice(1)
    .map((mods) => {
      const first = (name: string) => {
        const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(mods)?.[1]
        return found === undefined ? null : textOf(found)
      }
      const [title, subtitle] = [first('title'), first('subTitle')]
      // It takes the colon or the space after a question mark out between the two.
      const between = title?.endsWith('?') ? ' ' : ': '
      return {
        key: /^ID="([^"]*)"/.exec(mods)?.[1],
        title: subtitle === null ? title : title + between + subtitle,
        abstract: first('abstract'),
        date: first('dateIssued'),
        url: first('url'),
      }
    })
}

const hasBibutils = spawnSync('ris2xml', ['--version']).error === undefined
if (!hasBibutils) console.log('bibutils is not installed: its readers are not asked')

describe.skipIf(!hasBibutils)('bibutils', () => {
  test('reads every paper from RIS', () => {
    const read = bibutils('ris2xml', 'dist/papers.ris')
    // Its own ids are shorter.
    expect(read.map(({ key, ...fields }) => fields)).toEqual(
      papers.map((paper) => {
        const { key, ...fields } = expected(paper)
        return fields
      }),
    )
  })

  test('reads every paper from BibTeX, with month and year, which BibTeX knows', () => {
    const read = bibutils('bib2xml', 'dist/papers.bib')
    expect(read.map(({ key, date, url }) => ({ key, date, url }))).toEqual(
      papers.map((paper) => {
        const { key, date, url } = expected(paper)
        return { key, date: date?.slice(0, 7) ?? null, url }
      }),
    )
  })
})
