import { expect, test } from 'vitest'
import { quoteEvidence, quoteEvidenceOfBoth } from '../../src/shared/evidence.ts'
import type { Paper, TopicAssignment } from '../../src/shared/model.ts'

const far = 'and so on '.repeat(25)
const abstract = `Birds sing. Some birds eat fish. ${far}worms. Moths ${far}swim with foxes.`
const sentences = [...abstract.matchAll(/[A-Zas][^.]*\./g)].map(({ 0: text, index }) => ({
  start: index,
  end: index + text.length,
}))
const paper = { title: 'Birds', abstract, sentences } as Paper

function topic(id: string, ...words: string[]): TopicAssignment {
  const evidence = words.flatMap((word) =>
    [...abstract.matchAll(new RegExp(word, 'gi'))].map(({ index }) => ({
      field: 'abstract' as const,
      start: index,
      end: index + word.length,
    })),
  )
  return { id, grade: 'main', basis: 'name', evidence }
}

const inTitle = (id: string): TopicAssignment => ({
  ...topic(id),
  evidence: [{ field: 'title', start: 0, end: 5 }],
})

function quotes(a: TopicAssignment, b: TopicAssignment) {
  return quoteEvidenceOfBoth(paper, [a, b]).map(({ topics, quote }) => ({
    topics: topics.map(({ id }) => id),
    text: quote && abstract.slice(quote.range.start, quote.range.end),
    marked: quote?.marks.map(({ topic, start, end }) => `${topic} ${abstract.slice(start, end)}`),
  }))
}

test('two topics that one sentence names are quoted from it, though another names one before', () => {
  expect(quotes(topic('a', 'birds'), topic('b', 'fish'))).toEqual([
    { topics: ['a', 'b'], text: 'Some birds eat fish.', marked: ['a birds', 'b fish'] },
  ])
  expect(quotes(topic('a', 'birds'), topic('b', 'sing')).map(({ text }) => text)).toEqual([
    'Birds sing.',
  ])
})

test('topics that no sentence names near each other are quoted apart', () => {
  expect(quotes(topic('a', 'sing'), topic('b', 'eat')).map(({ text }) => text)).toEqual([
    'Birds sing.',
    'Some birds eat fish.',
  ])
  const [a, b] = quotes(topic('a', 'moths'), topic('b', 'foxes'))
  expect([a?.text?.slice(0, 5), b?.text?.slice(-6)]).toEqual(['Moths', 'foxes.'])
})

test('of a sentence that names both more than once, the nearest are quoted', () => {
  const text = `Moths ${far}moths eat foxes ${far}foxes.`
  const long = { ...paper, abstract: text, sentences: [{ start: 0, end: text.length }] }
  const [moths, foxes] = ['moths', 'foxes'].map((word) => ({
    ...topic(word),
    evidence: [...text.matchAll(new RegExp(word, 'gi'))].map(({ index }) => ({
      field: 'abstract' as const,
      start: index,
      end: index + word.length,
    })),
  })) as [TopicAssignment, TopicAssignment]
  const shown = quoteEvidenceOfBoth(long, [moths, foxes])
  expect(shown.map(({ topics }) => topics.length)).toEqual([2])
  expect(shown[0]?.quote?.marks.map(({ start }) => start)).toEqual([
    text.indexOf('moths'),
    text.indexOf('foxes'),
  ])
})

test('a long sentence is cut at words, around the evidence and what else is in that part', () => {
  const words = Array.from({ length: 100 }, (_, at) => `w${String(at).padStart(3, '0')}`)
  const text = `One. ${words.join(' ')}. Two.`
  const [start, end] = [text.indexOf('w'), text.indexOf('. Two') + 1]
  const sentences = [
    { start: 0, end: 4 },
    { start, end },
    { start: end + 1, end: text.length },
  ]
  for (const [at, word] of words.entries()) {
    const evidence = words.slice(at).map((one) => ({
      field: 'abstract' as const,
      start: text.indexOf(one),
      end: text.indexOf(one) + one.length,
    }))
    const quote = quoteEvidence(
      { ...paper, abstract: text, sentences },
      { ...topic('a'), evidence },
    )!
    const shown = text.slice(quote.range.start, quote.range.end)
    expect(shown.length).toBeLessThanOrEqual(220)
    expect(shown.length).toBeGreaterThan(205)
    expect(shown).toMatch(/^w\d{3}( w\d{3})*\.?$/)
    expect(quote.cut).toEqual({
      before: !shown.startsWith('w000'),
      after: !shown.endsWith('.'),
    })
    if (quote.cut.before && quote.cut.after) expect(shown.indexOf(word)).toBe(65)
    expect(quote.marks.map((mark) => text.slice(mark.start, mark.end))).toEqual(
      shown.slice(shown.indexOf(word)).match(/w\d+/g),
    )
  }
})

test('a topic that only the title names has no quote, and two such have one entry', () => {
  expect(quoteEvidence(paper, inTitle('a'))).toBeNull()
  expect(quotes(inTitle('a'), topic('b', 'fish')).map(({ text }) => text)).toEqual([
    null,
    'Some birds eat fish.',
  ])
  expect(quotes(inTitle('a'), inTitle('b'))).toEqual([
    { topics: ['a', 'b'], text: null, marked: undefined },
  ])
})
