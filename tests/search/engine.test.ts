import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SearchEngine } from '../../src/search/engine.ts'
import type { SearchState, Snippet } from '../../src/search/model.ts'
import {
  ask,
  engineOf,
  idOf,
  type MadeCorpus,
  stateOf,
  titleEngineOf,
  told,
} from './search-fixtures.ts'

const corpus: MadeCorpus = {
  papers: [
    {
      title: 'Pruning Large Language Models',
      abstract: 'We prune networks. Code is released. Sparse weights speed up serving.',
      main: ['pruning'],
      date: '2024-03-01',
      org: 'Qwen',
      account: 'ali-lab',
      has: ['code'],
      listings: ['a', 'b'],
    },
    {
      title: 'Quantization of Vision Transformers',
      abstract: 'Low bit widths make a transformer cheaper. Quantizing GPT-4 is out of reach.',
      main: ['quantization'],
      date: '2025-06-01',
      comments: 7,
    },
    {
      title: 'A Survey of Hallucination',
      abstract: 'Large language models (LLMs) hallucinate. We survey causes and behaviour.',
      main: ['hallucination'],
      also: ['pruning'],
    },
    {
      title: 'Sparse Attention',
      abstract: 'An LLM attends to few tokens. The theory of mind is not our subject.',
      date: '2023-01-05',
      listings: ['b'],
    },
    { title: 'Mind and Theory', abstract: 'Theory first, then mind. Modelling of beliefs.' },
  ],
  topics: [
    { id: 'pruning', label: 'Pruning & sparsity', aliases: ['network pruning'] },
    { id: 'quantization', label: 'Quantization', aliases: [], formerly: ['few-bits'] },
    { id: 'hallucination', label: 'Hallucination', aliases: ['factual errors'] },
  ],
  glossary: [{ short: 'LLM', long: 'large language model', in: [2] }],
  synonyms: [{ say: ['making things up'], mean: ['hallucination'] }],
}
const engine = engineOf(corpus)
const ids = corpus.papers.map(({ title }) => idOf(title))

describe('words', () => {
  test.each([
    ['quantized transformers', 'Quantization of Vision Transformers'],
    ['quantised', 'Quantization of Vision Transformers'],
    ['modeling behavior', 'A Survey of Hallucination'],
    ['gpt4', 'Quantization of Vision Transformers'],
    ['halluc', 'A Survey of Hallucination'],
    ['pruners', 'Pruning Large Language Models'],
    ['a survey of hallucination.', 'A Survey of Hallucination'],
    ['factual errors', 'A Survey of Hallucination'],
    ['making things up', 'A Survey of Hallucination'],
  ])('%j finds %s first', async (q, first) => {
    expect(told(await ask(engine, q))[0]).toBe(first)
  })

  test('words with nothing but a stem in common are not forms of each other', async () => {
    const papers = ['Personalization', 'A person', 'Users', 'Using it'].map((title) => ({ title }))
    const made = engineOf({ papers, synonyms: [{ say: ['shop'], mean: ['personalization'] }] })
    expect(told(await ask(made, 'person '))).toEqual(['A person'])
    expect(told(await ask(made, 'shop '))).toEqual(['Personalization'])
    expect(told(await ask(made, 'users '))).toEqual(['Users'])
  })

  test('a word is not taken apart into scraps', async () => {
    const papers = ['one', 'two'].map((which) => ({ title: `A hint on corals ${which}` }))
    expect((await ask(engineOf({ papers }), 'hinton ')).total).toBe(0)
    expect((await ask(engineOf({ papers }), 'hintcorals ')).total).toBe(2)
  })

  test('two misspelt words find what they mean, and no first letter is mended', async () => {
    expect(told(await ask(engine, 'quantizaton of visoin '))).toEqual([
      'fuzzy: Quantization of Vision Transformers',
    ])
    expect((await ask(engine, 'wisdom of bind ')).total).toBe(0)
  })

  test('a word that others end with does not outrank the word itself', async () => {
    const papers = [
      { title: 'On modelmakers' },
      ...['birds', 'trees', 'stars'].map((what) => ({ title: `A model of ${what}` })),
    ]
    expect(told(await ask(engineOf({ papers }), 'model')).at(-1)).toBe('On modelmakers')
  })

  test('all of a compound is asked for, small words too', async () => {
    const papers = [{ title: 'Off-policy learning' }, { title: 'Policy learning' }]
    expect(told(await ask(engineOf({ papers }), 'off-policy '))[0]).toBe('Off-policy learning')
    expect((await ask(engineOf({ papers }), 'off-policy ')).counts.all).toBe(1)
  })

  test('a measure at a number is found at any, and as typed only at this', async () => {
    const papers = [
      { title: 'Sampling', abstract: 'We pass on 1 of 16. We raise pass@16.' },
      { title: 'Votes for Pass@k' },
      { title: 'Passing 1 block', abstract: 'A pass takes 16 steps, recall and 10 more.' },
    ]
    const made = engineOf({ papers })
    expect(told(await ask(made, 'pass@1 ')).sort()).toEqual(['Sampling', 'Votes for Pass@k'])
    expect(told(await ask(made, 'title:pass@1 '))).toEqual(['Votes for Pass@k'])
    expect((await ask(made, 'pass@1 ')).results[0]?.reasons).toEqual([
      { asked: 'pass@1', found: 'pass@…', how: 'form', where: ['title'] },
    ])
    expect(told(await ask(made, 'pass@16 ', { exact: true }))).toEqual(['Sampling'])
    expect(told(await ask(made, 'recall@10 '))).toEqual(['Passing 1 block'])
  })

  test('a year is met by the date too', async () => {
    const papers = [
      { title: 'Seas', date: '2023-02-01' },
      { title: 'More seas', date: '2024-02-01' },
      { title: 'Seas of 2024' },
    ]
    const answer = await ask(engineOf({ papers }), 'seas 2024 ')
    expect(answer.counts.all).toBe(2)
    expect(told(answer)[0]).toBe('Seas of 2024')
    expect((await ask(engineOf({ papers }), 'seas 2023 OR 2024 ')).counts.all).toBe(3)
  })

  test('what narrows a query takes nothing from the title that has its words', async () => {
    const papers = [
      { title: 'Stars of the sea', date: '2024-02-01' },
      { title: 'Sea stars at night', date: '2024-01-01' },
    ]
    const made = engineOf({ papers: [...papers, { title: 'Trees' }, { title: 'Birds' }] })
    for (const q of [
      'sea stars ',
      'year:2024 sea stars ',
      'sea stars -trees ',
      'sea -birds stars ',
    ])
      expect(told(await ask(made, q))[0]).toBe('Sea stars at night')
  })

  test('code that a paper is about counts for more than code that it offers', async () => {
    const abstracts = ['Ships. Our code is available.', 'The code of ships is long.', 'Ships sail.']
    const papers = abstracts.map((abstract, at) => ({ title: `Paper ${at}`, abstract }))
    expect(told(await ask(engineOf({ papers }), 'ships code '))).toEqual(['Paper 1', 'Paper 0'])
    for (const [q, total] of [
      ['"our code"', 1],
      ['ships -code', 1],
      ['code', 2],
    ] as const)
      expect((await ask(engineOf({ papers }), q)).total, q).toBe(total)
    const { text, marks } = await firstSnippet(engineOf({ papers: papers.slice(0, 1) }), 'code ')
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['code'])
  })

  test('an abbreviation is no form of a word', async () => {
    const papers = [{ title: 'It aims high' }, { title: 'AIME solved' }]
    expect(told(await ask(engineOf({ papers }), 'AIME '))).toEqual(['AIME solved'])
  })

  test('in a question only what is asked for must be met', async () => {
    const answer = await ask(engine, 'how can I prevent it from making things up')
    expect(told(answer)).toEqual(['A Survey of Hallucination'])
    // In a short query the same word is asked for.
    expect((await ask(engine, 'prevent hallucination')).counts.all).toBe(0)
  })

  test('a question stays one, whatever of it need not be met', async () => {
    const papers = ['Seas', 'Birds', 'Stars', 'Trees'].map((what) => ({
      title: `${what} and wind`,
    }))
    const made = engineOf({ papers: [...papers, { title: 'Rare corals of rare reefs' }] })
    expect((await ask(made, 'what best rare corals xyzzy plugh ')).counts.some).toBe(1)
  })

  test('misspelt words are corrected, and the correction is told', async () => {
    const answer = await ask(engine, 'quantizaton transfomers')
    expect(told(answer)).toEqual(['fuzzy: Quantization of Vision Transformers'])
    expect(answer.didYouMean).toEqual({
      query: 'quantization transformers',
      applied: true,
      alone: false,
    })
  })

  test('a slip is no form of a word that it shares a stem with by chance', async () => {
    const titles = ['Explaining seas', 'An explanation of seas', 'Tying knots', 'Types of knots']
    const made = engineOf({ papers: titles.map((title) => ({ title })) })
    const answer = await ask(made, 'explaning seas ')
    expect(told(answer)).toEqual(['fuzzy: Explaining seas', 'fuzzy: An explanation of seas'])
    expect(answer.didYouMean).toEqual({
      query: 'explaining seas ',
      applied: true,
      alone: false,
    })
    expect(told(await ask(made, 'typing knots '))).toEqual(['Types of knots'])
    const short = engineOf({ papers: [{ title: 'Morality at sea' }, { title: 'A mortal sea' }] })
    expect(told(await ask(short, 'moral sea '))).toEqual(['Morality at sea'])
  })

  test('British spelling of a word is no slip of another', async () => {
    const titles = ['Models memorize', 'Memorized seas', 'Memories of seas']
    const made = engineOf({ papers: titles.map((title) => ({ title })) })
    const answer = await ask(made, 'memorise ')
    expect(told(answer)).toEqual(['Models memorize', 'Memorized seas'])
    expect(answer.didYouMean).toBeNull()
  })

  test('words of English that no paper has are no slips', async () => {
    const titles = ['An instance of play', 'Poker at sea', 'Poor seas', 'A contrast', 'On slips']
    const made = engineOf({ papers: titles.map((title) => ({ title })) })
    for (const q of ['insurance', 'contracts', 'insurance at sea '])
      expect((await ask(made, q)).counts.fuzzy).toBe(0)
    expect((await ask(made, 'insurance')).total).toBe(0)
    expect(told(await ask(made, 'pokr'))[0]).toBe('fuzzy: Poker at sea')
    expect(told(await ask(made, 'pkoer '))).toEqual(['fuzzy: Poker at sea'])
    // A short word alone may be a name with another letter, and two short ones could be anything.
    expect((await ask(made, 'pokar')).total).toBe(0)
    expect(told(await ask(made, 'pokar at sea '))).toEqual(['fuzzy: Poker at sea'])
    expect((await ask(made, 'pokr slps ')).total).toBe(0)
  })

  test('one misspelt word or topic finds what it means, spelled well', async () => {
    const made = engineOf({
      papers: [
        { title: 'Marble arches', main: ['arch'] },
        { title: 'Marbles of clay' },
        { title: 'Marbled paper' },
        { title: 'Marvel at arches' },
      ],
      topics: [{ id: 'arch', label: 'Marble arches', aliases: ['arches'] }],
    })
    const early = await ask(titleEngineOf({ papers: [{ title: 'Marble arches' }] }), 'marbel ')
    expect(early.results[0]?.reasons[0]?.how).toBe('fuzzy')
    for (const [slip, meant] of [
      ['marbel ', 'marble '],
      ['marbel arches ', 'marble arches '],
    ] as const) {
      const answer = await ask(made, slip)
      expect(answer.didYouMean).toEqual({ query: meant, applied: true, alone: true })
      expect(answer.counts.all).toBe(0)
      const ids = async (q: string) => (await ask(made, q)).results.map(({ id }) => id)
      expect(answer.results.map(({ id }) => id)).toEqual(await ids(meant))
    }
  })

  test('what a mended word names is told as that, not as its spelling', async () => {
    const made = engineOf({
      papers: [{ title: 'On cards', main: ['poker'] }, { title: 'Poker faces at sea' }],
      topics: [{ id: 'poker', label: 'Games', aliases: ['poker faces'] }],
    })
    const answer = await ask(made, 'pokre faces ')
    expect(answer.results.find(({ title }) => title === 'On cards')?.reasons).toEqual([
      { asked: 'pokre faces', found: 'Games', how: 'topic', where: ['topics'] },
    ])
  })

  test('one letter, not finished, asks for nothing yet', async () => {
    const made = engineOf({ papers: [{ title: 'Marble arches' }, { title: 'The letter z' }] })
    expect(told(await ask(made, 'marble z'))).toEqual(['Marble arches'])
    expect(told(await ask(made, 'letter z '))).toEqual(['The letter z'])
    expect(told(await ask(made, 'z'))).toEqual(['The letter z'])
  })

  test.each([
    ['year:2030', 'dated ones run from 2023 to 2024'],
    ['org:google', 'Known here: Acme, Zen.'],
    ['listing:9 marble', 'Known here: Listing a, Listing b.'],
    ['topic:pigeons', 'the topics page'],
    ['area:pigeons', 'Known here: Area.'],
    ['-marbel stars', 'leaves nothing out'],
  ])('%s meets nothing, which tells what there is', async (q, told) => {
    const made = engineOf({
      papers: [
        { title: 'Marble arches', date: '2023-05-01', org: 'Zen', listings: ['a'] },
        { title: 'Stars', date: '2024-05-01', org: 'Acme', listings: ['b'] },
      ],
    })
    const [notice] = (await ask(made, q)).notices
    expect(q.slice(notice?.start, notice?.end)).toBe(q.split(' ')[0])
    expect(notice?.message).toContain(told)
    expect((await ask(titleEngineOf({ papers: [{ title: 'Stars' }] }), '-marble')).notices).toEqual(
      [],
    )
    for (const fine of ['year:2024 -org:google org:zen OR org:acme', 'stars -marble -"of it"'])
      expect((await ask(made, fine)).notices).toEqual([])
  })

  test('a star ends a begun word', async () => {
    const made = engineOf({ papers: [{ title: 'Marble arches' }, { title: 'Stars' }] })
    expect(told(await ask(made, 'marb*'))).toEqual(['Marble arches'])
  })

  test('a word that with its neighbours is nearly a name may have been meant as that', async () => {
    const made = engineOf({
      papers: [
        { title: 'A casual remark, with inference' },
        { title: 'Causal inference', main: ['causal'] },
        { title: 'A mean field of meat' },
      ],
      topics: [{ id: 'causal', label: 'Causal inference', aliases: ['mean field'] }],
    })
    expect((await ask(made, 'meat field ')).didYouMean?.query).toBe('mean field ')
    expect((await ask(made, 'casual inference ')).didYouMean).toEqual({
      query: 'causal inference ',
      applied: false,
      alone: false,
    })
    // An English word that no paper has is no slip, but may have been meant so.
    const bare = engineOf({
      papers: [{ title: 'Causal inference', main: ['causal'] }],
      topics: [{ id: 'causal', label: 'Causal inference', aliases: [] }],
    })
    expect((await ask(bare, 'casual inference ')).didYouMean?.query).toBe('causal inference ')
    expect((await ask(made, 'casual remark ')).didYouMean).toBeNull()
    expect((await ask(made, 'men field ')).didYouMean?.query).toBe('mean field ')
    expect((await ask(made, 'causal inference ')).didYouMean).toBeNull()
  })

  test('a word that with its neighbour is nearly a pair of several titles may have been meant as that', async () => {
    const papers = [
      { title: 'Neural nets' },
      { title: 'A neural net' },
      { title: 'Of nets that are neural', abstract: 'Neural nets.' },
      { title: 'Neutral stones' },
    ]
    const offered = async (q: string, more: MadeCorpus['papers'] = []) =>
      (await ask(engineOf({ papers: [...papers, ...more] }), q)).didYouMean?.query
    expect(await offered('neutral net ')).toBe('neural net ')
    expect(await offered('net neutral ')).toBeUndefined()
    const replaced = [...papers, { title: 'Neurol stones' }]
    expect(await offered('neurol net ', replaced)).toBeUndefined()
    expect(await offered('neural net ')).toBeUndefined()
    expect(await offered('abstract:neutral net ')).toBeUndefined()
    const both = { title: 'Neutral', abstract: 'Nets.' }
    expect(await offered('neutral net ', [both])).toBe('neural net ')
    expect(await offered('neutral net ', [both, both])).toBeUndefined()
  })

  test('a lone word that is no sure slip may have been meant otherwise, if nothing has it', async () => {
    const made = engineOf({
      papers: [
        { title: 'Qwen' },
        { title: 'Qwen again', abstract: 'Of mind.' },
        { title: 'Gemma', abstract: 'Of mind too.' },
        { title: 'Mint' },
      ],
    })
    const offered = async (q: string) => (await ask(made, q)).didYouMean
    const offer = { applied: false, alone: false }
    expect(await offered('qwn ')).toEqual({ query: 'qwen ', ...offer })
    expect(await offered('qwem ')).toEqual({ query: 'qwen ', ...offer })
    expect(await offered('gemna ')).toBeNull()
    expect(await offered('qwn pigeons ')).toBeNull()
    // What was mended makes no sense here, but may have been meant.
    expect(await offered('gemmma pigeons ')).toEqual({ query: 'gemma pigeons ', ...offer })
    const nothing = { chosen: { ...stateOf('').chosen, topic: ['none'] } }
    expect((await ask(made, 'gemmma ')).didYouMean?.applied).toBe(true)
    expect((await ask(made, 'gemmma ', nothing)).didYouMean).toBeNull()
    expect(await offered('mixd ')).toEqual({ query: 'mind ', ...offer })
    for (const known of ['mint ', 'mild ']) expect(await offered(known)).toBeNull()
  })

  test.each([
    'Feng, L. et al. Marble as an Arch. Journal of Stones, 2024.',
    'Marble as an Arch Feng et al',
    'Smith: "Marble as an arch", 1999',
    'year:2024.. marble as an arch feng',
  ])('%s cites a paper, which comes first whatever else is asked', async (q) => {
    const made = engineOf({
      papers: [
        { title: 'Marble as an arch', date: '2024-01-01' },
        { title: 'Journal of stones', abstract: 'Smith, Feng: marble, arch. 1999' },
        { title: 'Marble arches', date: '2024-01-01' },
        { title: 'Stars' },
      ],
    })
    const { results } = await ask(made, q)
    expect(results[0]).toMatchObject({ title: 'Marble as an arch', match: 'all' })
    expect(told(await ask(made, `${q} year:2023`))).not.toContain('Marble as an arch')
  })

  test('a phrase and its meaning are told once, and no meaning that it is itself', async () => {
    const made = engineOf({
      papers: [{ title: 'Vehicles' }, { title: 'Tool use' }, { title: 'Tools' }],
      topics: [{ id: 'tools', label: 'Tools', aliases: ['tool use'] }],
      synonyms: [
        { say: ['cars of today'], mean: ['vehicles'] },
        { say: ['tool use'], mean: ['tool use', 'vehicles'] },
      ],
    })
    const { results } = await ask(made, 'cars of today ')
    expect(results[0]?.reasons).toMatchObject([{ asked: 'cars today', found: 'vehicles' }])
    const { expansions } = await ask(made, 'tool use ')
    expect(expansions).toEqual([{ asked: 'tool use', also: 'vehicles' }])
  })

  test('“et al.” asks for nothing', async () => {
    const made = engineOf({ papers: [{ title: 'Stars' }, { title: 'Trees' }] })
    expect((await ask(made, 'Stars et al. ')).counts.all).toBe(1)
  })

  test('a phrase counts as many words as it has', async () => {
    const made = engineOf({
      papers: [
        { title: 'Large marble arches' },
        { title: 'Browning stones' },
        ...Array.from({ length: 8 }, (_, at) => ({ title: `Trees ${at}` })),
      ],
    })
    expect(told(await ask(made, '"large marble arches" brown'))).toEqual([
      'some: Large marble arches',
    ])
  })

  test('a year tells how many papers have no date, and a listing may be a number', async () => {
    const made = engineOf({
      papers: [
        { title: 'Marble', date: '2024-01-01', listings: ['003_f00'] },
        { title: 'Stars', listings: ['013_f00'] },
      ],
    })
    const notices = async (q: string) => (await ask(made, q)).notices.map(({ message }) => message)
    expect(await notices('year:2024')).toEqual([
      expect.stringContaining('leaves out 1 undated paper'),
    ])
    expect(await notices('-year:2024')).toEqual([])
    for (const q of ['listing:3', 'listing:003', 'listing:003_f00'])
      expect(told(await ask(made, q))).toEqual(['Marble'])
    expect(told(await ask(made, 'area:area'))).toEqual([])
  })

  test('where no paper has all, the parts that papers have are told', async () => {
    const made = engineOf({
      papers: [
        { title: 'Marble arches', date: '2023-01-01' },
        { title: 'Old marble', date: '2024-01-01' },
        { title: 'Theory of mind' },
        { title: 'Stars' },
      ],
      topics: [{ id: 'mind', label: 'Theory of mind', aliases: [] }],
    })
    const alone = async (q: string, more: Partial<SearchState> = {}) =>
      (await ask(made, q, more)).alone.map(({ q: part, count }) => `${part}: ${count}`)
    for (const q of ['marble stars', 'marble of stars'])
      expect(await alone(q)).toEqual(['marble: 2', 'stars: 1'])
    expect(await alone('marbel stars')).toEqual(['marble: 2', 'stars: 1'])
    expect(await alone('Theory of mind in marble')).toEqual(['Theory of mind: 1', 'marble: 2'])
    expect(await alone('marble stars year:2023')).toEqual(['marble year:2023: 1'])
    expect(await alone('marble stars NOT old -title:(trees "by the sea")')).toEqual([
      'marble -old -title:trees -title:"by the sea": 1',
      'stars -old -title:trees -title:"by the sea": 1',
    ])
    expect(await alone('marble stars -old')).toEqual(['marble -old: 1', 'stars -old: 1'])
    expect(
      await alone('marble stars', { chosen: { ...stateOf('').chosen, year: ['2024'] } }),
    ).toEqual(['marble: 1'])
    // What is found by one part alone is listed already.
    expect(await alone('Theory of mind pigeons')).toEqual([])
    expect(await alone('stars pigeons')).toEqual(['stars: 1'])
    for (const q of [
      'marble arches',
      'marble',
      'stars "old marble" arches',
      'marble OR mind stars',
      'title:marble stars',
    ])
      expect(await alone(q)).toEqual([])
  })

  test('where a filter shuts all papers out, what is asked besides is told', async () => {
    const titles = ['Marble arches', 'Old marble', 'Stars']
    const made = engineOf({ papers: titles.map((title) => ({ title, date: '2023-01-01' })) })
    const answer = await ask(made, 'year:2030 marble OR stars arches')
    expect(answer.alone).toEqual([{ q: 'marble OR stars arches', count: 1 }])
    expect(answer).toMatchObject({ total: 0, seeks: false, didYouMean: null })
    const slip = await ask(made, 'marbel year:2030')
    expect(slip).toMatchObject({ seeks: false, didYouMean: null })
    expect((await ask(made, 'year:2030')).alone).toEqual([])
    expect((await ask(made, 'marble arches year:2023')).total).toBe(1)
  })

  test('a title that a misspelt query means comes first', async () => {
    const abstract = 'Weather and corals, weather and corals: corals, corals.'
    const papers = [{ title: 'Corals and the weather' }, { title: 'Weather, corals', abstract }]
    const made = engineOf({ papers: [...papers, { title: 'Trees' }, { title: 'Birds' }] })
    expect(told(await ask(made, 'corals and the wether '))).toEqual([
      'fuzzy: Corals and the weather',
      'fuzzy: Weather, corals',
    ])
  })

  test('a word that many papers have is never taken for another', async () => {
    const papers = [
      { title: 'Weighing words' },
      ...['Birds', 'Trees', 'Stars', 'Seas'].map((title) => ({ title: `Works of ${title}` })),
    ]
    const answer = await ask(engineOf({ papers }), 'weighing works ')
    expect(answer.counts.fuzzy).toBe(0)
    const rare = await ask(engineOf({ papers: papers.slice(0, 2) }), 'weighing works ')
    expect(told(rare)).toContain('fuzzy: Weighing words')
  })

  test('a query foreign to the corpus finds nothing', async () => {
    const answer = await ask(engine, 'cheese fondue recipe')
    expect(answer.total).toBe(0)
    expect(answer.unknown).toEqual(['cheese', 'fondue', 'recipe'])
    expect(answer.suggestedTopics.length).toBeGreaterThan(0)
  })

  test('papers with some of the words come last and are marked so', async () => {
    const { results, counts } = await ask(engine, 'sparse hallucination')
    expect(counts.all).toBe(0)
    expect(results.every(({ match }) => match === 'some')).toBe(true)
  })

  test('each result says why', async () => {
    const { results } = await ask(engine, 'quantizing')
    expect(results[0]?.reasons).toEqual([
      {
        asked: 'quantizing',
        found: 'quantizing',
        how: 'exact',
        where: ['abstract'],
      },
    ])
  })
})

test('names of what every object has are names like others', async () => {
  const made = engineOf({
    papers: [{ title: 'Constructor', main: ['constructor'], org: 'constructor' }],
    topics: [{ id: 'constructor', label: 'Builders' }],
  })
  expect(told(await ask(made, 'constructor org:constructor'))).toEqual(['Constructor'])
})

describe('names', () => {
  test('a short form finds its long form, and that is told', async () => {
    const answer = await ask(engine, 'LLM')
    expect(new Set(told(answer))).toEqual(
      new Set(['Pruning Large Language Models', 'A Survey of Hallucination', 'Sparse Attention']),
    )
    expect(answer.expansions).toContainEqual({ asked: 'LLM', also: 'large language model' })
  })

  test('without synonyms only the word itself', async () => {
    const answer = await ask(engine, 'LLM', { exact: true })
    expect(new Set(told(answer))).toEqual(
      new Set(['A Survey of Hallucination', 'Sparse Attention']),
    )
    expect(answer.expansions).toEqual([])
  })

  test('only as typed, a word is itself, in the singular or plural', async () => {
    const made = engineOf({
      papers: ['Planning', 'A planner', 'Planners', 'Plans', 'Data sets', 'Datasets'].map(
        (title) => ({ title }),
      ),
    })
    const exact = async (q: string) => told(await ask(made, q, { exact: true })).sort()
    expect(await exact('planners')).toEqual(['A planner', 'Planners'])
    expect(await exact('plan')).toEqual(['Plans'])
    expect(await exact('data sets')).toEqual(['Data sets'])
  })

  describe('a word that is also written as two', () => {
    const titles = [
      'Images of Sparse Seas',
      'Images of Sparse Seas for Multimodal Birds',
      'A multi modal cat',
    ]
    const made = engineOf({
      papers: titles.map((title) => ({ title })),
      topics: [{ id: 'both', label: 'Multi-modal', aliases: ['multi modal'] }],
    })

    test('is whole when it is meant as typed', async () => {
      const answer = await ask(made, 'multimodal', { exact: true })
      expect(told(answer)).toEqual(['Images of Sparse Seas for Multimodal Birds'])
    })

    test('is whole in a title that is the query', async () => {
      expect(told(await ask(made, titles[1] as string))[0]).toBe(titles[1])
    })
  })

  test('a small word is no abbreviation, unless it is written as one', async () => {
    const made = engineOf({
      papers: [{ title: 'Homomorphic encryption (HE)' }, { title: 'What he saw' }],
      glossary: [{ short: 'HE', long: 'homomorphic encryption', in: [0] }],
    })
    expect((await ask(made, 'what he saw ')).expansions).toEqual([])
    expect(told(await ask(made, 'HE '))).toContain('Homomorphic encryption (HE)')
  })

  test('a plain word is no abbreviation, unless it is written as one', async () => {
    const made = engineOf({
      papers: [{ title: 'Fuzzy inference with truth (FIT)' }, { title: 'How a curve is fit' }],
      glossary: [{ short: 'FIT', long: 'fuzzy inference with truth', in: [0] }],
      synonyms: [{ say: ['fit'], mean: ['curve'] }],
    })
    const everyday = [{ asked: 'fits', also: 'curve' }]
    expect((await ask(made, 'fits ')).expansions).toEqual(everyday)
    const also = 'fuzzy inference with truth'
    expect((await ask(made, 'FITs ')).expansions).toEqual([{ asked: 'FITs', also }])
  })

  test('what an everyday word leads to is rather meant as it is written', async () => {
    const made = engineOf({
      papers: [
        { title: 'Anybody', abstract: 'Agents, agents and agents.' },
        { title: 'Work', abstract: 'All of it is agentic.' },
      ],
      synonyms: [{ say: ['on its own'], mean: ['agentic'] }],
    })
    expect(told(await ask(made, 'on its own '))).toEqual(['Work', 'Anybody'])
  })

  test('the words of a topic count for more together than apart', async () => {
    const made = engineOf({
      papers: [
        { title: 'Image generation', abstract: 'It needs code.' },
        { title: 'Programs that write themselves', main: ['code'] },
      ],
      topics: [{ id: 'code', label: 'Code & programs', aliases: ['code generation'] }],
    })
    expect(told(await ask(made, 'code generation '))).toEqual([
      'Programs that write themselves',
      'Image generation',
    ])
  })

  test('an acronym of a topic that no paper spells out means the name that it is short for', async () => {
    const made = engineOf({
      papers: [
        { title: 'Posteriors at once', main: ['amortized'] },
        { title: 'Scores for simulation-based inference' },
        { title: 'SBI in practice' },
      ],
      topics: [
        {
          id: 'amortized',
          label: 'Amortized inference',
          aliases: ['simulation-based inference', 'neural posterior estimation'],
          acronyms: ['SBI'],
        },
      ],
    })
    expect(told(await ask(made, 'SBI ')).sort()).toEqual([
      'Posteriors at once',
      'SBI in practice',
      'Scores for simulation-based inference',
    ])
    expect(told(await ask(made, 'simulation-based inference '))).toContain('SBI in practice')
    expect(told(await ask(made, 'neural posterior estimation '))).not.toContain('SBI in practice')
  })

  test('what papers say of an acronym comes before what its letters may mean', async () => {
    const made = engineOf({
      papers: [{ title: 'Questions about pictures (QAP)' }, { title: 'Quick and plain' }],
      topics: [
        { id: 'quick', label: 'Quickness', aliases: ['quick and plain'], acronyms: ['QAP'] },
      ],
      glossary: [{ short: 'QAP', long: 'questions about pictures', in: [0] }],
    })
    const { expansions } = await ask(made, 'QAP ')
    expect(expansions.map(({ also }) => also)).not.toContain('quick and plain')
  })

  test('initials may leave small words out', async () => {
    const made = engineOf({
      papers: [{ title: 'Reinforcement learning from human feedback' }],
      topics: [
        {
          id: 'preferences',
          label: 'Preferences',
          aliases: ['reinforcement learning from human feedback'],
          acronyms: ['RLHF'],
        },
      ],
    })
    expect((await ask(made, 'RLHF ')).total).toBe(1)
  })

  test('what is filed under a topic need not say its name by an abbreviation too', async () => {
    const made = engineOf({
      papers: [
        { title: 'Small pupils of large teachers', main: ['kd'] },
        { title: 'A survey', abstract: 'Knowledge distillation.' },
        { title: 'A note', abstract: 'It has KD.' },
        { title: 'Teachers', main: ['kd'] },
        { title: 'Something else' },
      ],
      topics: [{ id: 'kd', label: 'Knowledge distillation', aliases: [] }],
      glossary: [{ short: 'KD', long: 'knowledge distillation', in: [1, 2] }],
    })
    const filed = ['Small pupils of large teachers', 'Teachers']
    for (const q of ['knowledge distillation ', 'knowledge distilation ']) {
      const { results } = await ask(made, q)
      expect(results.map(({ title }) => title)).toEqual([...filed, 'A survey', 'A note'])
    }
  })

  test('further names lead to a topic, and those of its parts less', async () => {
    const made = engineOf({
      papers: [
        { title: 'Spikes of a retina', main: ['brain'] },
        {
          title: 'Ships',
          abstract: 'Hebbian learning of boats, whose sails and rudders matter more.',
        },
      ],
      topics: [{ id: 'brain', label: 'Brain & cognition', aliases: [] }],
      topicNames: { brain: { searched: ['neuroscience'], parts: ['Hebbian learning'] } },
    })
    const answer = await ask(made, 'neuroscience ')
    expect(told(answer)).toEqual(['Spikes of a retina'])
    expect(answer.results[0]?.reasons).toMatchObject([{ how: 'topic', found: 'Brain & cognition' }])
    expect(answer.suggestedTopics).toMatchObject([{ id: 'brain' }])
    expect(answer.expansions).toEqual([{ asked: 'neuroscience', also: 'Brain & cognition' }])
    const offered = async (text: string) =>
      (await made.suggest(text)).suggestions.filter(({ kind }) => kind === 'topic').length
    expect(await offered('neuros')).toBe(0)
    expect(await offered('neuroscience')).toBe(1)
    expect(told(await ask(made, 'hebbian learning '))).toEqual(['Ships', 'Spikes of a retina'])
  })

  test('a name that is written as one word leads to its topic before it is finished', async () => {
    const made = engineOf({
      papers: [
        { title: 'Proofs by rules', main: ['neuro'] },
        { title: 'Neurosymbolic inference' },
        { title: 'Neurons' },
      ],
      topics: [{ id: 'neuro', label: 'Neuro-symbolic', aliases: [] }],
    })
    expect(told(await ask(made, 'neurosy')).sort()).toEqual([
      'Neurosymbolic inference',
      'Proofs by rules',
    ])
    expect(told(await ask(made, 'neuros'))).toEqual(['Neurosymbolic inference'])
  })

  test('what the whole field is called is not asked for, where it is only said what it is for', async () => {
    const made = engineOf({
      papers: [
        { title: 'Finance by hand' },
        { title: 'Anything', abstract: 'Machine learning of finance.' },
        { title: 'Machine learning' },
      ],
      synonyms: [{ say: ['AI'], mean: ['learning'] }],
    })
    const both = ['Finance by hand', 'Anything']
    expect(told(await ask(made, 'machine learning for finance '))).toEqual(both)
    expect(told(await ask(made, 'finance with deep learning '))).toEqual(both)
    const answer = await ask(made, 'AI in finance ')
    expect(told(answer)).toEqual(both)
    expect(answer.expansions).toEqual([])
    const asTyped = await ask(made, 'machine learning for finance ', { exact: true })
    expect(told(asTyped)).toEqual(['Anything'])
    expect(told(await ask(made, 'machine learning for '))).toContain('Machine learning')
  })

  test('the words of a compound count for more together than apart', async () => {
    const made = engineOf({
      papers: [
        { title: 'Bits of GPT', abstract: '4 bits.' },
        { title: 'A report', abstract: 'By GPT-4.' },
      ],
    })
    expect(told(await ask(made, 'gpt-4'))).toEqual(['A report', 'Bits of GPT'])
  })

  test('small words are asked for where papers write them in a compound', async () => {
    const made = engineOf({
      papers: [
        { title: 'Few-shot learning' },
        { title: 'Few papers' },
        { title: 'A single shot' },
        { title: 'Out-of-distribution data' },
        { title: 'A distribution of data' },
      ],
    })
    expect((await ask(made, 'few shot ')).counts.all).toBe(1)
    expect((await ask(made, 'out of distribution ')).counts.all).toBe(1)
    const question = 'is the distribution of the data out of distribution '
    expect(told(await ask(made, question))).toContain('A distribution of data')
  })

  test('an abbreviation as it is begins no other word', async () => {
    const made = engineOf({
      papers: [{ title: 'Federated learning (FL)' }, { title: 'Flow' }],
      glossary: [{ short: 'FL', long: 'federated learning', in: [0] }],
    })
    expect(told(await ask(made, 'FL'))).toEqual(['Federated learning (FL)'])
    expect(told(await ask(made, 'fl'))).toContain('Flow')
    expect(told(await ask(made, 'FLO'))).toEqual(['Flow'])
  })

  test('British and American spellings are one word, other forms less', async () => {
    const made = engineOf({
      papers: [
        { title: 'Anything', abstract: 'It is an optimal last.' },
        { title: 'Something', abstract: 'It is an optimization at last.' },
      ],
    })
    for (const q of ['optimisation ', 'optimization '])
      expect(told(await ask(made, q))).toEqual(['Something', 'Anything'])
  })

  test('papers about a topic come before papers that treat it', async () => {
    expect(told(await ask(engine, 'network pruning')).slice(0, 2)).toEqual([
      'Pruning Large Language Models',
      'A Survey of Hallucination',
    ])
  })
})

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

test('a snippet shows the sentence that answers, with what was found marked', async () => {
  const { text, marks, cutBefore } = await firstSnippet(engine, 'an LLM and tokens to')
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['LLM', 'tokens'])
  expect(cutBefore).toBe(false)
})

async function firstSnippet(engine: SearchEngine, q: string): Promise<Snippet> {
  const { answer, found } = await engine.answer(stateOf(q))
  const id = answer.results[0]?.id ?? ''
  return engine.snippet(id, found.get(id) ?? { terms: new Set(), paraphrased: null })
}
