import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinFiles, pickRecords } from '../../src/client/pick-records.ts'
import { formatBibtex } from '../../src/formats/bibtex.ts'
import { formatCsl } from '../../src/formats/csl.ts'
import { formatListMarkdown, markdownLink } from '../../src/formats/markdown.ts'
import { formatRis } from '../../src/formats/ris.ts'
import { citable, hostileText } from '../formats/citation-fixtures.ts'

const formats = [
  ['bib', formatBibtex, '\n'],
  ['ris', formatRis, ''],
] as const

test.each(formats)(
  'picks records of %s in the given order, whatever is in them',
  (name, format, between) => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(hostileText, hostileText), { minLength: 3, maxLength: 6 }),
        (texts) => {
          const records = texts.map(([title, abstract], index) => ({
            id: `paper-${index}`,
            text: format(citable({ id: `paper-${index}`, title, abstract })),
          }))
          const file = records.map(({ text }) => text).join(between)
          const some = records.filter((_, index) => index !== 1).reverse()
          expect(
            pickRecords(
              file,
              some.map(({ id }) => id),
              name,
            ),
          ).toBe(some.map(({ text }) => text).join(between))
        },
      ),
    )
  },
)

test('leaves out ids that the file does not have', () => {
  expect(pickRecords(formatBibtex(citable()), ['another', 'a-paper'], 'bib')).toBe(
    formatBibtex(citable()),
  )
})

const papers = fc
  .array(fc.tuple(hostileText, hostileText), { minLength: 3, maxLength: 6 })
  .map((texts) =>
    texts.map(([title, abstract], index) => {
      const id = `paper-${index}`
      return citable({ id, title, abstract, url: `/papers/${id}/` })
    }),
  )
const some = ['paper-2', 'paper-0']

test('picks items of CSL-JSON in the given order, whatever is in them', () => {
  fc.assert(
    fc.property(papers, (all) => {
      const wanted = [all[2]!, all[0]!]
      expect(pickRecords(formatCsl(all), some, 'csl.json')).toBe(formatCsl(wanted))
      expect(
        joinFiles(
          wanted.map((one) => formatCsl([one])),
          'csl.json',
        ),
      ).toBe(formatCsl(wanted))
    }),
  )
})

test('picks lines of Markdown in the given order, whatever is in them', () => {
  fc.assert(
    fc.property(papers, (all) => {
      const lines = [all[2]!, all[0]!].map((one) => `- ${markdownLink(one)}\n`)
      const file = formatListMarkdown('All', '', all)
      expect(pickRecords(file, some, 'md')).toBe(lines.join(''))
    }),
  )
})
