import { describe, expect, test } from 'vitest'
import type { SearchState } from '../../src/search/model.ts'
import {
  ask,
  engineOf,
  firstSnippet,
  type MadeCorpus,
  stateOf,
  titleEngineOf,
  told,
} from './search-fixtures.ts'
import { engine } from './small-corpus.ts'

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
    // No other form of the word, where a field keeps words from being the name.
    for (const q of ['title:causal inferences ', 'title:causal inference '])
      expect((await ask(made, q, {})).didYouMean).toBeNull()
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
    for (const known of ['mint ', 'mild ', 'mint "of mind"', '"pigeons" mint '])
      expect(await offered(known)).toBeNull()
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
    expect(await notices('year:(2024 2024..)')).toEqual([
      'leaves out 1 undated paper; search missing:date to see it.',
    ])
    expect(await notices('listing:3 OR year:2024')).toHaveLength(1)
    expect(await notices('year:2024 stars')).toEqual([
      'leaves out 1 undated paper; search “stars missing:date” to see it.',
    ])
    for (const other of ['marble', 'marble stars', 'listing:3'])
      expect(await notices(`year:2024 ${other}`)).toEqual([])
    const dated = { chosen: { ...stateOf('').chosen, year: ['2024'] } }
    expect((await ask(made, 'year:2024', dated)).notices).toEqual([])
    for (const other of ['missing:date', '-year:2024', 'listing:13', 'stars'])
      expect(await notices(`year:2024 OR ${other}`)).toEqual([])
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
    for (const q of ['marble stars', 'marble of stars', 'marble stars marble'])
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
