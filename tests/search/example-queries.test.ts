import { describe, expect, test } from 'vitest'
import { chooseExamples } from '../../src/search/choose-examples.ts'
import { type ExampleSources, exampleTerms } from '../../src/search/example-terms.ts'
import { homeExamples, queryHelp } from '../../src/search/query-help.ts'
import { ask, engineOf, idOf, type MadeCorpus } from './search-fixtures.ts'

const abstract = 'We measured what it stores. All of it is public.'
const marine: MadeCorpus = {
  papers: [
    { title: 'Carbon in Seagrass Meadows', abstract, main: ['seagrass'], listings: ['000'] },
    {
      title: 'Carbon of Kelp on Sandy Beaches',
      abstract,
      date: '2019-03-01',
      org: 'Ifremer Institute',
      account: 'Ifremer',
      listings: ['000'],
    },
    { title: 'Reefs of the Red Sea', abstract, date: '2024-03-01', listings: ['000'] },
    { title: '蓝鲸鸣声', abstract, date: '2024-03-01', listings: ['000'] },
  ],
  topics: [
    { id: 'seagrass', label: 'Seagrass', main: 1 },
    { id: 'turtles', label: 'Turtles', main: 0 },
  ],
  paraphrases: { 'Carbon in Seagrass Meadows': ['where does the sea keep what we burn'] },
}

/** What examples are made of, from what the engine is made of. */
function sourcesOf({ papers, topics = [], paraphrases = {} }: MadeCorpus): ExampleSources {
  return {
    papers: papers.map(({ title, abstract = '', date, org, account }) => ({
      id: idOf(title),
      title,
      abstract,
      date: date ? { value: date, yearInferred: false } : null,
      organization: org && account ? { account, name: org } : null,
    })) as ExampleSources['papers'],
    topics: topics as ExampleSources['topics'],
    areas: [{ id: 'area', label: 'Area', scope: '', url: '', formerly: [], papers: 1 }],
    listings: [{ id: '000' }],
    paraphrases: Object.fromEntries(
      Object.entries(paraphrases).map(([title, lines]) => [idOf(title), lines]),
    ),
    topicParaphrases: {},
  }
}

const helpOf = (corpus: MadeCorpus) =>
  chooseExamples(
    queryHelp(exampleTerms(sourcesOf(corpus))),
    ({ example }) => example,
    engineOf(corpus),
  )
const homeOf = (corpus: MadeCorpus) =>
  chooseExamples(homeExamples(exampleTerms(sourcesOf(corpus))), (query) => query, engineOf(corpus))

describe('examples of a corpus of another subject', () => {
  test('are made of its own words, and each finds papers with all that it asks for', async () => {
    const help = await helpOf(marine)
    expect(help.map(({ example }) => example)).toEqual([
      'seagrass meadows',
      'where does the sea keep what we burn',
      '"seagrass meadows"',
      'carbon -beaches',
      'carbon -"seagrass meadows"',
      'carbon OR beaches',
      'title:carbon',
      'title:(carbon OR beaches)',
      'topic:seagrass',
      'area:area',
      'listing:000 carbon',
      'org:Ifremer',
      'year:2019..2024 carbon',
      'missing:date',
    ])
    const engine = engineOf(marine)
    for (const { example } of help)
      expect((await ask(engine, example)).counts.all, example).toBeGreaterThan(0)
  })

  test('say what is left out of the example beside it', async () => {
    const says = (await helpOf(marine)).map((entry) => entry.says)
    expect(says.join('\n')).not.toMatch(/pruning|attention|vision|2023/)
  })

  test('on the home page are a topic, a question and a range of years', async () => {
    expect(await homeOf(marine)).toEqual([
      'Seagrass',
      'where does the sea keep what we burn',
      'year:2019..2024 carbon',
    ])
  })

  test('leave out what the corpus has nothing for', async () => {
    const bare = {
      papers: [{ title: 'Reefs of the Red Sea', abstract: 'Corals.', listings: ['000'] }],
    }
    expect(await homeOf(bare)).toEqual(['reefs'])
    expect((await helpOf(bare)).map(({ example }) => example)).toEqual([
      'title:reefs',
      'listing:000 reefs',
      'missing:date',
    ])
  })

  test('of a corpus without words that name anything are none', async () => {
    const unnamed = {
      papers: [{ title: '12', abstract: '34', listings: ['000'], date: '2024-01-01' }],
    }
    expect(await homeOf(unnamed)).toEqual([])
  })
})

test('words name a subject, and two of them are a phrase where nothing parts them', () => {
  const titles = ['Crabs, Reefs', 'Novel Reefs', 'Reefs with 12 Crabs', 'Red Crabs on Soft Corals']
  const abstract = 'Soft or hard, it is soft.'
  const { words, phrases } = exampleTerms(
    sourcesOf({ papers: titles.map((title) => ({ title, abstract })) }),
  )
  expect(words).toEqual(['soft', 'crabs', 'reefs', 'corals'])
  expect(phrases).toEqual(['soft corals'])
})

test('questions are the first line of each topic, the largest first, then of papers', () => {
  const topics = [
    { id: 'reefs', label: 'Reefs', main: 1 },
    { id: 'seagrass', label: 'Seagrass', main: 2 },
  ]
  const topicParaphrases = { reefs: ['who builds in warm water'], seagrass: ['a', 'b'] }
  const sources = { ...sourcesOf({ ...marine, topics }), topicParaphrases }
  expect(exampleTerms(sources).questions).toEqual([
    'a',
    'who builds in warm water',
    'where does the sea keep what we burn',
  ])
})

describe('a query is offered only if', () => {
  const engine = engineOf(marine)
  const choose = (...queries: string[]) => chooseExamples([queries], (query) => query, engine)

  test.each([
    ['all its words are found', 'speculative decoding', 'kelp'],
    ['no word need be mended', 'seegrass', 'kelp'],
    ['the phrase that it leaves out stands somewhere', 'carbon -"kelp carbon"', 'kelp'],
    ['some paper has the word that it leaves out', 'carbon -pruning', 'carbon -kelp'],
    ['some paper has the phrase that it leaves out', 'carbon -"theory of mind"', 'kelp'],
    ['each of its alternatives is found', 'bayesian OR carbon', 'reefs OR carbon'],
    ['each is found in its field', 'title:(stores OR carbon)', 'title:(reefs OR carbon)'],
  ])('%s', async (_, unfit, fit) => {
    expect(await choose(unfit, fit)).toEqual([fit])
  })
})
