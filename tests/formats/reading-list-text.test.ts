import { expect, test } from 'vitest'
import {
  formatListCsv,
  formatListJson,
  formatListMarkdown,
} from '../../src/formats/reading-list-text.ts'
import { openCatalogue } from '../../src/reading-list/catalogue.ts'
import { newEntry } from '../../src/reading-list/model.ts'
import { parseStored } from '../../src/reading-list/stored-form.ts'

const paper = { id: 'a', title: 'A [b]', date: '2024-11-26', yearInferred: true, hues: [] }
const context = {
  catalogue: openCatalogue({ papers: [paper], gone: [] }),
  urlOf: (id: string) => `https://x.example/papers/${id}/`,
}
const list = [
  { ...newEntry('a', 'A [b]'), state: 'reading' as const, note: '=1+1\nsecond *line*' },
  newEntry('unknown', ''),
]

test('CSV has one row a paper, and no cell that a spreadsheet would run', () => {
  expect(formatListCsv(list, context)).toBe(
    'id,title,url,date,year_inferred,state,note\r\n' +
      `a,A [b],https://x.example/papers/a/,2024-11-26,true,reading,"'=1+1\nsecond *line*"\r\n` +
      'unknown,,https://x.example/papers/unknown/,,,to-read,\r\n',
  )
})

test('JSON names addresses and can be read in again', () => {
  const text = formatListJson(list, context)
  expect(text).toContain('"url": "https://x.example/papers/a/"')
  expect(parseStored(text)).toEqual({ kind: 'list', list })
})

test('Markdown links papers and quotes notes', () => {
  expect(formatListMarkdown(list, context)).toBe(`# Reading list

2 papers.

- [A \\[b\\]](https://x.example/papers/a/), Nov 26, 2024 (year inferred). Reading.

  > \\=1+1
  > second \\*line\\*

- [unknown](https://x.example/papers/unknown/). To read.
`)
})
