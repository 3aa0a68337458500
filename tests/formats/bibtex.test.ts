import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatBibtex } from '../../src/formats/bibtex.ts'
import { citable, hostileText, readBibtex, shown } from './citation-fixtures.ts'

const dated = { date: { value: '2025-08-07', yearInferred: false } }

describe('a BibTeX entry', () => {
  test('has the id as key, whole date, year and month, permalink, note and topics', () => {
    const text = formatBibtex(citable({ ...dated, authorCount: 6 }, ['Routing', 'Serving']))
    expect(text).toBe(
      [
        '@misc{a-paper,',
        '  title    = {A paper},',
        '  key      = {A paper},',
        '  date     = {2025-08-07},',
        '  year     = {2025},',
        '  month    = aug,',
        '  url      = {https://site.example/papers/a-paper/},',
        '  note     = {The source counts 6 authors and names none; the place of publication is not in it. The keywords are topics of Site.},',
        '  keywords = {Routing, Serving},',
        '  abstract = {What it says.},',
        '}',
        '',
      ].join('\n'),
    )
  })

  test('names no author and no year that is not known', () => {
    expect(formatBibtex(citable())).not.toMatch(/author\s*=|year\s*=|date\s*=|month\s*=/)
  })

  test('is short for a page: without abstract and keywords', () => {
    expect(formatBibtex(citable({}, ['Routing']), 'brief')).not.toMatch(/abstract|keywords/)
  })

  test('keeps capitals inside words and alone from styles in lower case', () => {
    const title = 'A Study of LLMs, GPT-4 and ChatGPT: Pass@K in 3D by Bayes and Others'
    expect(formatBibtex(citable({ title }))).toContain(
      '{A Study of {LLMs}, {GPT}-4 and {ChatGPT}: Pass@{K} in {3D} by {Bayes} and Others}',
    )
  })

  test('sets formulas from their source', () => {
    const title = 'Bounds for ℓₚ norms'
    const titleMath = [{ start: 11, end: 13, tex: '\\ell_p' }]
    expect(formatBibtex(citable({ title, titleMath }))).toContain('{Bounds for {$\\ell_p$} norms}')
  })

  test.each([
    ['Verbosity ≠ Veracity', 'Verbosity {$\\not =$} Veracity'],
    ['β-VAE', '{$\\beta$}-{VAE}'],
    ['MIR-Bench: Can Models Reason-Well?', '{MIR}-{Bench}: Can Models Reason-Well?'],
    ['Model-Based Reasoning', 'Model-Based Reasoning'],
    ['“Sorry?” Prompting', '“{Sorry}?” Prompting'],
    ['(Dynamic) prompting', '({Dynamic}) prompting'],
  ])('sets %s as %s', (title, set) => {
    expect(formatBibtex(citable({ title }))).toContain(`title    = {${set}},`)
  })

  test('sets a name with a raised digit without a formula, and abstracts as they read', () => {
    const titleMath = [{ start: 0, end: 5, tex: '\\text{CoRe}^{2}' }]
    const abstractMath = [{ start: 0, end: 1, tex: '\\delta' }]
    const known = { title: 'CoRe²: Collect', titleMath, abstract: 'δ ∈ (0, 1)', abstractMath }
    const text = formatBibtex(citable(known))
    expect(text).toContain('title    = {{CoRe²}: Collect},')
    expect(text).toContain('abstract = {δ ∈ (0, 1)},')
  })

  test.each([
    '\\input{/etc/passwd}',
    '\\def\\x{1}',
    '\\gdef\\x{1}',
    '\\edef\\x{1}',
    '\\xdef\\x{1}',
    '\\let\\x y',
    '\\futurelet\\x yz',
    '\\global\\let\\x y',
    '\\long\\def\\x{1}',
    '\\global x',
    '\\long x',
    '\\newcommand\\x{1}',
    '\\renewcommand\\alpha{1}',
    '\\providecommand\\x{1}',
    '\\char"41',
    '\\{a',
    'a}{b',
    'a % b',
    'a$b$c',
    '\\href{https://x.example}{y}',
    '\\write18{x}',
  ])('sets no formula %s, but its plain text', (tex) => {
    const text = formatBibtex(citable({ title: 'x y', titleMath: [{ start: 0, end: 1, tex }] }))
    expect(text).toContain('title    = {x y},')
  })

  test('gives hostile titles and abstracts back to another reader, and nothing more', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (title, abstract) => {
        fc.pre(shown(title) !== '' && shown(abstract) !== '')
        // Two of these are one quotation mark to TeX, as meant.
        fc.pre(!/''|``/.test(title + abstract))
        const records = readBibtex(formatBibtex(citable({ ...dated, title, abstract })))
        expect(records).toEqual([
          {
            key: 'a-paper',
            type: 'misc',
            title: shown(title),
            abstract: shown(abstract),
            date: '2025-08-07',
            url: 'https://site.example/papers/a-paper/',
            note: 'Authors and place of publication are not in the source.',
            keywords: [],
          },
        ])
      }),
      { numRuns: 300 },
    )
  })

  test('has balanced braces for BibTeX, which counts escaped ones as well', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (title, abstract) => {
        let depth = 0
        for (const character of formatBibtex(citable({ title, abstract }))) {
          if (character === '{') depth++
          if (character === '}') depth--
          expect(depth).toBeGreaterThanOrEqual(0)
        }
        expect(depth).toBe(0)
      }),
    )
  })
})
