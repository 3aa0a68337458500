import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formKey } from '../../src/search/analyse.ts'
import { indexParaphrases, ParaphraseTable } from '../../src/search/paraphrases.ts'
import { ask, engineOf, type MadeCorpus, stateOf, told } from './search-fixtures.ts'

const corpus: MadeCorpus = {
  papers: [
    { title: 'Network Pruning', abstract: 'Magnitude criteria remove connections of a model.' },
    { title: 'Pose Estimation of Pigeons', abstract: 'A skeleton is tracked in video.' },
    { title: 'Scissors in Surgery', abstract: 'Robots hold scissors and needles for the surgeon.' },
    { title: 'Rock Climbing Robots', abstract: 'Robots with needles grip rock.' },
  ],
  paraphrases: {
    'Network Pruning': [
      'trim the hedge until the plant is small',
      'scissors for networks with too many wires',
      'make a network small by cutting wires',
    ],
    'Pose Estimation of Pigeons': ['film birds in a garden hedge', 'how doves move their wings'],
  },
}
const engine = engineOf(corpus)

describe('a paper is found by what it says in other words', () => {
  test.each([
    ['doves', ['Pose Estimation of Pigeons']],
    ['birds in a hedge', ['Pose Estimation of Pigeons']],
    ['trimming hedges', ['Network Pruning']],
  ])('%s', async (q, titles) => {
    expect(told(await ask(engine, q))).toEqual(titles)
  })

  test('by a word that could be taken apart or for a slip', async () => {
    const made = engineOf({
      papers: ['Home', 'Home Care', 'Work', 'Work Days', 'Notebooks'].map((title) => ({ title })),
      paraphrases: { Notebooks: ['a teacher marks homework', 'motebook'] },
    })
    expect(told(await ask(made, 'homework '))).toEqual(['Notebooks'])
    expect(told(await ask(made, 'motebook '))).toEqual(['Notebooks'])
  })

  test('below those that say so themselves', async () => {
    expect(told(await ask(engine, 'scissors'))).toEqual(['Scissors in Surgery', 'Network Pruning'])
  })

  test('but not by one of many words', async () => {
    expect(told(await ask(engine, 'surgeon robot needles doves'))).toEqual([
      'some: Scissors in Surgery',
    ])
  })

  test('however often its other words are repeated', async () => {
    for (const q of ['doves video', 'doves video video video'])
      expect(told(await ask(engine, q))).toEqual(['Pose Estimation of Pigeons'])
  })

  test('and not if only the words as typed are wanted', async () => {
    expect((await ask(engine, 'doves', { exact: true })).total).toBe(0)
  })

  test('also as one of two alternatives, and says so', async () => {
    const { answer, found } = await engine.answer(stateOf('surgery OR doves'))
    const pigeons = answer.results.find(({ title }) => title.startsWith('Pose'))
    expect(pigeons?.reasons).toEqual([
      { asked: 'doves', found: 'doves', how: 'paraphrase', where: [] },
    ])
    const id = pigeons?.id ?? ''
    const { paraphrase } = await engine.snippet(id, found.get(id) ?? never())
    expect(paraphrase?.text).toBe('how doves move their wings')
  })

  test('and says so, and how', async () => {
    const { answer, found } = await engine.answer(stateOf('cut wires of networks'))
    const [{ id, reasons } = { id: '', reasons: [] }] = answer.results
    expect(reasons).toEqual([
      { asked: 'cut', found: 'cut', how: 'paraphrase', where: [] },
      { asked: 'wires', found: 'wires', how: 'paraphrase', where: [] },
      { asked: 'networks', found: 'network', how: 'form', where: ['title'] },
    ])
    const { paraphrase } = await engine.snippet(id, found.get(id) ?? never())
    expect(paraphrase?.text).toBe('make a network small by cutting wires')
    expect(paraphrase?.marks.map(({ start, end }) => paraphrase.text.slice(start, end))).toEqual([
      'network',
      'cutting',
      'wires',
    ])
  })

  test('and shows none where its own words tell', async () => {
    const { answer, found } = await engine.answer(stateOf('scissors'))
    const first = answer.results[0]?.id ?? ''
    expect((await engine.snippet(first, found.get(first) ?? never())).paraphrase).toBeNull()
  })
})

describe('a question', () => {
  const question = 'which robots can hold the needles that birds use in a garden'

  test('lists first what answers most of it, whatever the kind of match', async () => {
    const scattered = 'Robots cut wires. Networks are small.'
    const made = engineOf({
      ...corpus,
      papers: [...corpus.papers, { title: 'A Park', abstract: scattered }],
    })
    const answer = await ask(made, 'how do you cut wires of small networks for robots')
    expect(answer.isQuestion).toBe(true)
    expect(told(answer)).toEqual(['some: Network Pruning', 'A Park'])
  })

  test('counts a word that several paraphrases have for more', async () => {
    expect(told(await ask(engine, 'is there a way to cut wires of a small hedge'))[0]).toBe(
      'Network Pruning',
    )
  })

  test('that is most of a title, in its order, finds that title first', async () => {
    const other = 'For Boats and Harbours Tides Mean Much'
    const made = engineOf({
      papers: [{ title: 'What Tides Mean for Small Boats and Harbours' }, { title: other }],
      paraphrases: { [other]: ['what small tides mean for boats', 'boats and tides in harbours'] },
    })
    expect(told(await ask(made, 'what tides mean for boats and harbours'))[0]).toBe(
      'What Tides Mean for Small Boats and Harbours',
    )
  })

  test('is answered by papers of a topic of which it is asked, and says so', async () => {
    const alike = { abstract: 'Boats wait for wind and water.' }
    const made = engineOf({
      papers: [
        { title: 'Sails', ...alike, main: ['sails'], also: ['tides'] },
        { title: 'Ebb and flow', ...alike, main: ['tides'] },
        ...['Birds', 'Trees', 'Stars', 'Corals'].map((title) => ({ title })),
      ],
      topics: [
        { id: 'sails', label: 'Sailing', aliases: [] },
        { id: 'tides', label: 'The tides', aliases: [] },
      ],
      topicParaphrases: { tides: ['why the harbour falls dry', 'when do boats float again'] },
    })
    const answer = await ask(made, 'my boats wait for water when the harbour is dry')
    expect(told(answer)).toEqual(['some: Ebb and flow'])
    const topic = { asked: '', found: 'The tides', how: 'topic', where: ['topics'] }
    expect(answer.results[0]?.reasons).toContainEqual(topic)
  })

  test('that begins a title finds that title first', async () => {
    const texts = ['what tides mean', 'tides and what they mean', 'do tides mean it']
    const made = engineOf({
      papers: [
        { title: 'What Is It That Tides Mean for Boats' },
        { title: 'Mean Tides', main: ['tides'] },
        ...['Birds', 'Trees', 'Stars'].map((title) => ({ title })),
      ],
      topics: [{ id: 'tides', label: 'Ebb and flow', aliases: [] }],
      paraphrases: { 'Mean Tides': texts },
      topicParaphrases: { tides: texts },
    })
    expect(told(await ask(made, 'what is it that tides mea'))[0]).toBe(
      'What Is It That Tides Mean for Boats',
    )
  })

  test('asks for more than one of its words', async () => {
    expect(told(await ask(engine, question))).not.toContain('some: Network Pruning')
  })

  test('that no paper answers finds nothing', async () => {
    expect((await ask(engine, 'when is the next train to the old harbour')).total).toBe(0)
  })

  test('is answered by what is said more freely, which quotes it; a short query is not', async () => {
    const made = engineOf({
      ...corpus,
      papers: [...corpus.papers, { title: 'Snaps of Robots' }],
      freeParaphrases: { 'Network Pruning': ['a barber snups curls off a hairy brain'] },
    })
    const asked = 'would a barber snup the curls of this brain'
    const { answer, found } = await made.answer(stateOf(asked))
    expect(told(answer)).toEqual(['Network Pruning'])
    const id = answer.results[0]?.id ?? ''
    expect((await made.snippet(id, found.get(id) ?? never())).paraphrase?.text).toBe(
      'a barber snups curls off a hairy brain',
    )
    expect((await ask(made, 'barber snups curls')).total).toBe(0)
    expect(told(await ask(made, 'snups of robots '))).toEqual(['fuzzy: Snaps of Robots'])
  })

  test('counts a rare word for more, if all that have it say it freely', async () => {
    const others = ['Rome', 'Oslo', 'Bern'].map((city) => `Robots of ${city}`)
    const titles = [...others, 'Robots of Kyoto']
    const made = engineOf({
      papers: titles.map((title) => ({ title })),
      freeParaphrases: Object.fromEntries(
        titles.map((title) => [title, [others.includes(title) ? 'a barber' : 'a wig']]),
      ),
    })
    expect(told(await ask(made, 'which of these robots has a barber and a wig'))[0]).toBe(
      'some: Robots of Kyoto',
    )
  })

  test('asked as typed is a row of words', async () => {
    const answer = await ask(engine, question, { exact: true })
    expect([answer.isQuestion, answer.total]).toEqual([false, 0])
  })
})

test('papers with a share of the words are found, each with how many paraphrases have each', () => {
  const word = fc.constantFrom('red', 'green', 'blue', 'black')
  const text = fc.array(word, { minLength: 1 }).map((words) => words.join(' '))
  const papers = fc.array(fc.tuple(fc.array(text), fc.array(text)))
  const share = fc.double({ min: 0.01, max: 1, noNaN: true })
  fc.assert(
    fc.property(papers, fc.uniqueArray(word), share, fc.boolean(), (papers, words, share, free) => {
      const keys = words.map((text) => ({ key: formKey(text), weight: 1 }))
      const index = indexParaphrases(
        papers.map(([plain]) => plain),
        papers.map(([, free]) => free),
      )
      const table = new ParaphraseTable(index)
      const found = table.find(keys, { share, free })
      const has = (text: string, word: string) => text.split(' ').includes(word)
      for (const [paper, [plain, freely]] of papers.entries()) {
        const enough = [...plain, ...(free ? freely : [])].filter((text) => {
          const met = words.filter((word) => has(text, word)).length
          return met > 0 && met >= share * words.length
        })
        const counts = words.map((word) => enough.filter((text) => has(text, word)).length)
        expect(found.get(paper)).toEqual(enough.length > 0 ? counts : undefined)
      }
    }),
  )
})

function never(): never {
  throw new Error('The paper was not found.')
}
