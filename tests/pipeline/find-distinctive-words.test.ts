import { expect, test } from 'vitest'
import { findDistinctiveWords } from '../../scripts/pipeline/find-distinctive-words.ts'
import { readWords } from '../../scripts/pipeline/read-words.ts'
import { tellingInformation, tellPhrases } from '../../scripts/pipeline/telling-words.ts'
import { otherPapers, textPaper } from './topic-fixtures.ts'

/** The words of the first papers, among eighty others; each paper has one topic. */
function wordsOf(...papers: { title: string; abstract: string; topic: string }[]) {
  const all = [
    ...papers.map(({ title, abstract, topic }) => ({ ...textPaper(title, abstract), topic })),
    ...otherPapers(80).map((paper, index) => ({ ...paper, topic: `other-${index}` })),
  ]
  const words = readWords(all)
  const telling = tellingInformation(
    words.space,
    all.map(({ topic }) => new Map([[topic, 0.9]])),
  )
  return findDistinctiveWords(tellPhrases(all, words), words, telling).slice(0, papers.length)
}

const tides = [
  { title: 'Tides', abstract: 'The LLM moves the oceans. Oceans are wide.', topic: 'tide' },
  { title: 'Moons', abstract: 'A LLM, an ocean.', topic: 'tide' },
  { title: 'Ebbs', abstract: 'LLMs under the ocean.', topic: 'tide' },
  { title: 'Floods', abstract: 'Ocean of a LLM.', topic: 'tide' },
]

test('words are spelled as the abstract does, and weighed against the strongest', () => {
  const [words] = wordsOf(...tides)
  expect(words?.map(({ word }) => word)).toEqual(['oceans', 'LLM'])
  expect(words?.[0]?.weight).toBe(1)
  expect(words?.[1]?.weight).toBeGreaterThan(0)
  expect(words?.[1]?.weight).toBeLessThan(1)
})

test('compounds are told whole, and empty words are not', () => {
  const walks = tides.map((paper) => ({ ...paper, abstract: 'Unlike others, Monte Carlo.' }))
  expect(wordsOf(...walks)[0]?.map(({ word }) => word)).toEqual(['Monte Carlo'])
})

test('a paper has no more than sixteen, and may have none', () => {
  const letters = [...'abcdefghijklmnopqrst']
  const abstract = letters.map((letter) => `${letter}word`).join(', ')
  const [many, none] = wordsOf(
    { title: 'Many', abstract, topic: 'many' },
    { title: 'Lonely', abstract: 'Unheard.', topic: 'alone' },
    ...tides.map((paper) => ({ ...paper, abstract, topic: 'many' })),
  )
  expect(many).toHaveLength(16)
  expect(none).toEqual([])
})
