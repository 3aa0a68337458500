import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pickRecords } from '../../src/client/pick-records.ts'
import { formatBibtex } from '../../src/formats/bibtex.ts'
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
