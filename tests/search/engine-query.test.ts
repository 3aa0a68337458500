import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ask, engineOf, stateOf, told } from './search-fixtures.ts'
import { engine, ids } from './small-corpus.ts'

describe('the query language', () => {
  test('an alternative of several words must be met whole, and is told by itself', async () => {
    const made = engineOf({
      papers: [
        { title: 'Few-shot learning' },
        { title: 'Few papers' },
        { title: 'A shot at dawn' },
        { title: 'Robots' },
      ],
      synonyms: [{ say: ['android'], mean: ['robots'] }],
    })
    const answer = await ask(made, 'few-shot OR android')
    expect(told(answer).sort()).toEqual(['Few-shot learning', 'Robots'])
    expect(answer.expansions).toEqual([{ asked: 'android', also: 'robots' }])
    const reasons = answer.results.map(({ title, reasons }) => [title, reasons[0]?.asked])
    expect(new Map(reasons as [string, string][])).toEqual(
      new Map([
        ['Few-shot learning', 'few-shot'],
        ['Robots', 'android'],
      ]),
    )
  })

  test('what is meant is told of the words that it is for, whatever stands before', async () => {
    const { expansions } = await ask(engine, '"theory of mind" LLM')
    expect(expansions).toContainEqual({ asked: 'LLM', also: 'large language model' })
  })

  test('a compound is kept out whole', async () => {
    const made = engineOf({
      papers: [
        { title: 'Context', abstract: 'In it, learning.' },
        { title: 'In-context learning' },
        { title: 'Learning in context' },
      ],
    })
    expect(told(await ask(made, 'learning -in-context'))).toEqual(['Context'])
  })

  test.each([
    ['prunin pruning', 'pruning pruning'],
    ['hallucinatoin -hallucinatoin', 'hallucination -hallucinatoin'],
    ['title:hallucinatoin', 'title:hallucination'],
  ])('%s is mended where it is wrong', async (q, query) => {
    expect((await ask(engine, `${q} `)).didYouMean?.query.trim()).toBe(query)
  })

  test('what one field does not have is not said of all', async () => {
    const made = engineOf({
      papers: [{ title: 'Marble arches', abstract: 'Old stones.' }, { title: 'Marble in arches' }],
    })
    const unknown = async (q: string) => (await ask(made, q)).unknown
    expect(await unknown('marble arches title:stones ')).toEqual(['title:stones'])
    expect(await unknown('marble arches title:"old stones"')).toEqual(['title:"old stones"'])
    expect(await unknown('marble arches "stones of old"')).toEqual(['stones of old'])
    expect(await unknown('marble arches title:old OR clocks ')).toEqual(['title:old or clocks'])
    expect(await unknown('marble arches clocks clocks ')).toEqual(['clocks'])
    const notices = async (q: string) => (await ask(made, q)).notices.map(({ message }) => message)
    expect(await notices('-title:stones')).toEqual(['leaves nothing out: no title has the word.'])
    expect(await notices('clocks')).toEqual([])
    expect(await notices('-clocks')).toEqual(['leaves nothing out: no paper has the word.'])
  })

  test('a filter between words changes nothing of them', async () => {
    const before = await ask(engine, 'year:2024.. network pruning')
    const between = await ask(engine, 'network year:2024.. pruning')
    expect(told(between)).toEqual(told(before))
    expect(between.suggestedTopics).toEqual(before.suggestedTopics)
  })

  test.each([['data title:set'], ['datta title:set']])('%s asks titles for the set', async (q) => {
    const made = engineOf({
      papers: [
        { title: 'A dataset', abstract: 'Data.' },
        { title: 'A set', abstract: 'Data.' },
        { title: 'Another', abstract: 'A data set.' },
      ],
      topics: [{ id: 'sets', label: 'Data sets', aliases: [] }],
    })
    const { results } = await ask(made, q)
    expect(results.filter(({ match }) => match !== 'some').map(({ title }) => title)).toEqual([
      'A set',
    ])
  })

  test.each([
    ['"theory of mind"', ['Sparse Attention']],
    ['theory -"theory of mind"', ['Mind and Theory']],
    ['title:survey', ['A Survey of Hallucination']],
    ['abstract:survey', ['A Survey of Hallucination']],
    ['title:llm', []],
    ['network pruning -sparse', ['A Survey of Hallucination']],
    ['year:2024..', ['Quantization of Vision Transformers', 'Pruning Large Language Models']],
    ['missing:date', ['A Survey of Hallucination', 'Mind and Theory']],
    ['missing:authors has:code', ['Pruning Large Language Models']],
    ['missing:org has:code', []],
    ['missing:resources year:2024..', ['Quantization of Vision Transformers']],
    ['org:ali-lab', ['Pruning Large Language Models']],
    ['org:qwen', ['Pruning Large Language Models']],
    ['has:code', ['Pruning Large Language Models']],
    ['topic:"pruning & sparsity" -has:code', ['A Survey of Hallucination']],
    ['topic:sparsity -has:code', ['A Survey of Hallucination']],
    ['topic:spars', ['A Survey of Hallucination', 'Pruning Large Language Models']],
    ['topic:sp', ['A Survey of Hallucination', 'Pruning Large Language Models']],
    ['topic:spy', []],
    ['topic:few-bits', ['Quantization of Vision Transformers']],
    ['topic:"Factual error" -survey', []],
    ['topic:"factual error" survey', ['A Survey of Hallucination']],
    ['topic:factual', []],
    ['listing:b year:2023', ['Sparse Attention']],
    ['title:(survey OR sparse)', ['A Survey of Hallucination', 'Sparse Attention']],
    [
      '"vision transformers" OR "mind and theory"',
      ['Quantization of Vision Transformers', 'Mind and Theory'],
    ],
  ])('%s', async (q, expected) => {
    expect(new Set(told(await ask(engine, q, { sort: 'newest' })))).toEqual(new Set(expected))
  })

  test('any query is answered, from the corpus, without repetition, and always alike', async () => {
    const word = fc.constantFrom(
      'pruning',
      'llm',
      '"theory of mind"',
      '-',
      'OR',
      'year:2024',
      'x',
      'titl',
      'title:a',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.array(word, { maxLength: 5 }).map((words) => words.join(' ')),
    )
    await fc.assert(
      fc.asyncProperty(text, async (q) => {
        const list = await engine.list(stateOf(q))
        expect(new Set(list).size).toBe(list.length)
        expect(ids).toEqual(expect.arrayContaining(list))
        expect(await engine.list(stateOf(q))).toEqual(list)
      }),
    )
  })
})
