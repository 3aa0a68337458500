import { describe, expect, test } from 'vitest'
import type { Span } from '../../src/shared/model.ts'
import { ask, engineOf, firstSnippet, stateOf, titleEngineOf, told } from './search-fixtures.ts'
import { corpus, engine } from './small-corpus.ts'

describe('facets', () => {
  const count = async (q: string, chosen: Record<string, string[]>, name: string) => {
    const state = stateOf(q)
    const answer = await ask(engine, q, { chosen: { ...state.chosen, ...chosen } })
    const facet = answer.facets.find((one) => one.name === name)
    return Object.fromEntries(facet?.values.map(({ value, count }) => [value, count]) ?? [])
  }

  test('count what a choice would leave, each without its own choice', async () => {
    expect(await count('', { listing: ['a'] }, 'listing')).toEqual({ a: 4, b: 2 })
    expect(await count('', { listing: ['b'] }, 'year')).toEqual({ 2024: 1, 2023: 1 })
    expect(await count('', { listing: ['b'], year: ['2024'] }, 'listing')).toEqual({ a: 1, b: 1 })
  })

  test('count all papers before anything is asked', async () => {
    expect(await count('', {}, 'listing')).toEqual({ a: 4, b: 2 })
    expect((await ask(engine, '')).total).toBe(0)
  })

  test('keep a choice that no paper has, and have nothing for what a paper does not say', async () => {
    expect(await count('', { listing: ['c'] }, 'listing')).toEqual({ a: 4, b: 2, c: 0 })
    expect(await count('', {}, 'org')).toEqual({ Qwen: 1 })
  })

  test('choices are alternatives within a facet, and narrow across facets', async () => {
    const { chosen } = stateOf('')
    const titles = async (choice: Partial<typeof chosen>) =>
      told(await ask(engine, '', { chosen: { ...chosen, ...choice }, sort: 'title' }))
    expect(await titles({ topic: ['pruning', 'quantization'] })).toEqual([
      'Pruning Large Language Models',
      'Quantization of Vision Transformers',
    ])
    expect(await titles({ topic: ['pruning', 'quantization'], org: ['Qwen'] })).toEqual([
      'Pruning Large Language Models',
    ])
    expect(await titles({ year: ['none'] })).toEqual([
      'Mind and Theory',
      'A Survey of Hallucination',
    ])
  })
})

describe('the list', () => {
  test.each([
    ['newest', 'Quantization of Vision Transformers'],
    ['oldest', 'Sparse Attention'],
    ['title', 'Mind and Theory'],
    ['comments', 'Quantization of Vision Transformers'],
    ['sightings', 'Pruning Large Language Models'],
  ] as const)('%s first', async (sort, first) => {
    const { chosen } = stateOf('')
    const answer = await ask(engine, '', { sort, chosen: { ...chosen, listing: ['a', 'b'] } })
    expect(told(answer)[0]).toBe(first)
  })

  test('comes in pages of 20, and a page beyond the end is the last', async () => {
    const many = engineOf({
      papers: Array.from({ length: 45 }, (_, at) => ({
        title: `Tide ${String(at).padStart(2, '0')}`,
      })),
    })
    const answer = await ask(many, 'tide', { page: 9 })
    expect([answer.total, answer.pages, answer.page, answer.results.length]).toEqual([45, 3, 3, 5])
  })
})

test('titles and topics answer before the abstracts are there', async () => {
  const early = titleEngineOf(corpus)
  const answer = await ask(early, 'network pruning')
  expect(answer.complete).toBe(false)
  expect(told(answer)[0]).toBe('Pruning Large Language Models')
  expect((await ask(engine, 'network pruning')).complete).toBe(true)
})

test('the box offers topics, then papers', async () => {
  const { suggestions, total } = await engine.suggest('hallu')
  expect(suggestions).toEqual([
    {
      kind: 'topic',
      id: 'hallucination',
      label: 'Hallucination',
      count: 1,
      marks: [{ start: 0, end: 13 }],
    },
    {
      kind: 'paper',
      id: 'a-survey-of-hallucination',
      title: 'A Survey of Hallucination',
      marks: [{ start: 12, end: 25 }],
    },
  ])
  expect(total).toBe(1)
})

test('a topic with what is typed in its label is offered before one with it in another name', async () => {
  const made = engineOf({
    papers: [{ title: 'Anything' }],
    topics: [
      { id: 'low', label: 'Low-rank methods', aliases: ['attention distillation'], main: 9 },
      { id: 'fast', label: 'Efficient attention', aliases: [], main: 1 },
    ],
  })
  const { suggestions } = await made.suggest('attent')
  expect(suggestions.flatMap((one) => (one.kind === 'topic' ? one.id : []))).toEqual([
    'fast',
    'low',
  ])
})

describe('topics in the box', () => {
  const made = engineOf({
    papers: [{ title: 'Anything' }],
    topics: [
      { id: 'red', label: 'Red tides', aliases: [], main: 9 },
      { id: 'tables', label: 'Tide tables', aliases: [], main: 1 },
      { id: 'pools', label: 'Tide pools', aliases: [], main: 1 },
      { id: 'weirs', label: 'Tide weirs', aliases: [], main: 5 },
      { id: 'tide', label: 'Tide', aliases: [], main: 1 },
      { id: 'measuring', label: 'Quantization of seas', aliases: [], main: 1 },
    ],
  })

  test.each([
    ['tide', ['Tide', 'Tide weirs', 'Tide pools']],
    ['tide ta', ['Tide tables']],
    ['tide red', ['Red tides']],
    ['quantizing', ['Quantization of seas']],
    ['tide moon', []],
  ])('%j: the whole name, then those that begin so, then by papers', async (typed, labels) => {
    const { suggestions } = await made.suggest(typed)
    expect(suggestions.map((one) => one.kind === 'topic' && one.label)).toEqual(labels)
  })

  test('words that were typed are marked in their labels, and no others', async () => {
    const [red] = (await made.suggest('red')).suggestions
    expect(red?.marks).toEqual([{ start: 0, end: 3 }])
  })
})

test.each([
  ['gpt4', 'A Test of GPT-4 and More', ['GPT-4']],
  ['pass@1', 'Votes for Pass@k', ['Pass@k']],
  ['LLM', 'Pruning Large Language Models', ['Large Language Models']],
  ['large pruning', 'Pruning Large Language Models', ['Pruning', 'Large']],
])('what %j found is marked in a title', async (q, title, marked) => {
  const glossary = [{ short: 'LLM', long: 'large language model', in: [2] }]
  const papers = [{ title: 'One' }, { title: 'Two' }, { title, abstract: 'LLM' }]
  const { results } = await ask(engineOf({ papers, glossary }), q)
  expect(results[0]?.titleMarks.map(({ start, end }) => title.slice(start, end))).toEqual(marked)
})

test('a name that was found is marked within a longer one', async () => {
  const title = 'Large Language Model Pretraining'
  const made = engineOf({
    papers: [{ title, abstract: 'An LLM.' }, { title: 'Two' }],
    topics: [{ id: 'pretraining', label: title, aliases: [] }],
    glossary: [{ short: 'LLM', long: 'large language model', in: [0] }],
  })
  const [{ titleMarks } = { titleMarks: [] }] = (await ask(made, 'LLM ')).results
  expect(titleMarks).toEqual([{ start: 0, end: 20 }])
})

test('the words that an everyday word leads to are marked, as long as they stand together', async () => {
  const made = engineOf({
    papers: [
      { title: 'Stones' },
      { title: 'Autonomous driving', abstract: 'Autonomously driving cars are autonomous.' },
    ],
    synonyms: [{ say: ['robotaxi'], mean: ['autonomous driving'] }],
  })
  const titleMarks = async (q: string) => (await ask(made, q)).results[0]?.titleMarks
  expect(await titleMarks('robotaxi ')).toEqual([{ start: 0, end: 18 }])
  expect(await titleMarks('robotaxi autonomous ')).toEqual([{ start: 0, end: 10 }])
  const { text, marks } = await firstSnippet(made, 'robotaxi ')
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['Autonomously driving'])
})

test('a snippet shows the sentence that answers, with what was found marked', async () => {
  const { text, marks, cutBefore } = await firstSnippet(engine, 'an LLM and tokens to')
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['LLM', 'tokens'])
  expect(cutBefore).toBe(false)
})

describe('a snippet of a long abstract', () => {
  const FILLER = 'Nothing of the kind is said in the middle of the text. '.repeat(6)
  const shown = async (title: string, abstract: string, q: string) => {
    const papers = [{ title, abstract }, { title: 'Other' }]
    const glossary = [{ short: 'LLM', long: 'large language model', in: [1] }]
    const made = engineOf({ papers, glossary })
    const { text, marks } = await firstSnippet(made, q)
    const { results } = await ask(made, q)
    const marked = (whole: string, spans: Span[] = []) =>
      spans.map(({ start, end }) => whole.slice(start, end))
    return { marked: marked(text, marks), titleMarked: marked(title, results[0]?.titleMarks) }
  }

  test('has a phrase whole, and marks its words nowhere else', async () => {
    const abstract = `The pruning of the first, the pruning of the last. ${FILLER}State-of-the-art results.`
    expect(await shown('The Art of Pruning', abstract, '"state of the art" pruning')).toEqual({
      marked: ['State-of-the-art'],
      titleMarked: ['Pruning'],
    })
  })

  test('does not count nor mark what was asked of the title', async () => {
    const abstract = `Attention is all, attention is good. ${FILLER}It saves memory.`
    expect(await shown('Sparse Attention', abstract, 'title:attention memory')).toEqual({
      marked: ['memory'],
      titleMarked: ['Attention'],
    })
  })

  test('has as many of the words as can be, not as many forms of one', async () => {
    const abstract = `A benchmark among benchmarks for benchmarking. ${FILLER}Reasoning in a benchmark.`
    const { marked } = await shown('Anything', abstract, 'reasoning benchmark')
    expect(marked).toEqual(['Reasoning', 'benchmark'])
  })

  test('has a word also where it is part of a name that was asked for', async () => {
    const abstract = `Large networks prune. ${FILLER}Large language models prune.`
    const { marked } = await shown('Anything', abstract, 'LLM large prune')
    expect(marked).toEqual(['Large language models', 'prune'])
  })
})
