import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitSnippet } from '../../src/search/fit-snippet.ts'
import type { Snippet } from '../../src/search/model.ts'

/** A snippet of a text in which marked words stand in brackets. */
function snippetOf(bracketed: string): Snippet {
  const marks: Snippet['marks'] = []
  let text = ''
  for (const part of bracketed.split(/(\[[^\]]*\])/)) {
    const word = part.startsWith('[') ? part.slice(1, -1) : part
    if (word !== part) marks.push({ start: text.length, end: text.length + word.length })
    text += word
  }
  return { id: 'a', text, marks, cutBefore: false, cutAfter: true, paraphrase: null }
}

const marked = ({ text, marks }: Snippet) => marks.map(({ start, end }) => text.slice(start, end))
const filler = (words: number) => 'word '.repeat(words)

test('begins with the text while that shows as much as any other place', () => {
  const snippet = snippetOf(`One [mark] here. ${filler(40)}[mark] again.`)
  expect(fitSnippet(snippet, 100)).toEqual(snippet)
})

test('begins at a word shortly before what would not be seen', () => {
  const fitted = fitSnippet(snippetOf(`${filler(40)}then a [mark], and another [sign].`), 100)
  expect(fitted.text).toMatch(/^word word .* then a mark, and another sign\.$/)
  expect(fitted.text.length).toBeLessThan(80)
  expect(fitted.cutBefore).toBe(true)
  expect(marked(fitted)).toEqual(['mark', 'sign'])
})

test('begins at the mark in text that has no blanks', () => {
  const fitted = fitSnippet(snippetOf(`${'文'.repeat(200)}[注意]機構`), 100)
  expect(fitted.text).toBe('注意機構')
  expect(marked(fitted)).toEqual(['注意'])
})

test('prefers different words to more of one', () => {
  const snippet = snippetOf(`[mark] [mark] [Mark] ${filler(40)}[mark] and [sign]`)
  expect(marked(fitSnippet(snippet, 100))).toEqual(['mark', 'sign'])
})

test('marks what was marked, and shows one if there is any that fits', () => {
  const parts = fc.array(fc.constantFrom('some ', 'words ', '[mark] ', '[a sign] '), {
    maxLength: 80,
  })
  fc.assert(
    fc.property(parts, fc.integer({ min: 60, max: 200 }), (words, length) => {
      const snippet = snippetOf(words.join(''))
      const fitted = fitSnippet(snippet, length)
      expect(snippet.text.endsWith(fitted.text)).toBe(true)
      for (const word of marked(fitted)) expect(['mark', 'a sign']).toContain(word)
      if (snippet.marks.length > 0) expect(fitted.marks[0]?.end).toBeLessThanOrEqual(length)
    }),
  )
})
