import { expect, test } from 'vitest'
import { plainCitation } from '../../src/formats/plain-citation.ts'
import { citable } from './citation-fixtures.ts'

test.each([
  [
    { title: 'Why? A paper' },
    '“Why? A paper.” No date in the source. Site, https://site.example/papers/a-paper/',
  ],
  [
    { title: 'Why?', date: { value: '2025-08-07', yearInferred: true } },
    '“Why?” Aug 7, 2025 (year inferred). Site, https://site.example/papers/a-paper/',
  ],
])('cites with what is known, %#', (known, citation) => {
  expect(plainCitation(citable(known))).toBe(citation)
})
