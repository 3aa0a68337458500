import { expect, test } from 'vitest'
import { assignTopics } from '../../scripts/pipeline/assign-topics.ts'
import { FEATURE_NAMES, type FeatureName } from '../../scripts/pipeline/topic-features.ts'
import type { LogisticWeights, TopicWeights } from '../../scripts/pipeline/topic-weights.ts'
import type { Paper } from '../../src/shared/model.ts'
import { otherPapers, textPaper, topic, vocabularyOf } from './topic-fixtures.ts'

function logistic(bias: number, some: Partial<Record<FeatureName, number>>): LogisticWeights {
  const features = Object.fromEntries(FEATURE_NAMES.map((name) => [name, some[name] ?? 0]))
  return { bias, features: features as Record<FeatureName, number>, topics: {} }
}

/** Main if named in the title, filed at all if named anywhere. */
const byName: TopicWeights = {
  main: logistic(-8, { titleHit: 16 }),
  any: logistic(-8, { titleHit: 20, abstractHits: 20 }),
}

const vocabulary = vocabularyOf(
  topic('tide', { aliases: ['tide', 'high tide'], acronyms: ['HT'], exclude: ['tide of'] }),
  topic('moon', { aliases: ['moon'], context: ['orbit', 'dusty sea'] }),
)

function assign(papers: ReturnType<typeof textPaper>[], weights = byName) {
  return assignTopics(papers, vocabulary, weights)
}

function summary(paper: ReturnType<typeof textPaper>, weights = byName): string[] {
  const [filed] = assign([paper, ...otherPapers(9)], weights)
  return (filed?.assignments ?? []).map(({ id, grade, basis, evidence }) => {
    const words = evidence.map(({ field, start, end }) => paper[field].slice(start, end))
    return `${id} ${grade} by ${basis}: ${words.join(', ')}`
  })
}

test('files main topics before the others, each with the words that name it, title first', () => {
  const paper = textPaper('High tides', 'The moon makes HTs. A moon! Why tides?')
  expect(summary(paper)).toEqual([
    'tide main by name: High tides, HTs, tides',
    'moon also by name: moon, moon',
  ])
})

test('main topics come likeliest first, and so do the others', () => {
  const weights = {
    main: logistic(-8, { titleHit: 12, titleFocus: 20 }),
    any: logistic(0, { abstractHits: 1 }),
  }
  const stars = vocabularyOf(
    ...['comet', 'wandering star', 'dwarf', 'giant'].map((name) =>
      topic(name, { aliases: [name] }),
    ),
  )
  const paper = textPaper('Comet and wandering star', 'A dwarf, a giant, giants.')
  const [filed] = assignTopics([paper], stars, weights)
  expect(filed?.assignments.map(({ id, grade }) => `${id} ${grade}`)).toEqual([
    'wandering star main',
    'comet main',
    'giant also',
    'dwarf also',
  ])
})

test('a further topic is one that the text names, and no exclusion took all its names', () => {
  const weights = { ...byName, any: logistic(2, {}) }
  expect(summary(textPaper('Moon', 'A tide of papers.'), weights)).toHaveLength(1)
  expect(summary(textPaper('Tides', 'They orbit.'), weights)).toHaveLength(1)
  expect(summary(textPaper('Tides', 'They orbit the moon.'), weights)).toHaveLength(2)
})

test('evidence leaves out what an exclusion took', () => {
  expect(summary(textPaper('Tides', 'A tide of papers on the tide.'))).toEqual([
    'tide main by name: Tides, tide',
  ])
})

test('evidence is eight places at most', () => {
  expect(summary(textPaper('Tides', 'tide '.repeat(20)))[0]?.match(/tide(?=,|$)/g)).toHaveLength(7)
})

test('a paper with nothing of the vocabulary stays unfiled', () => {
  const filed = assign([textPaper('Birds', 'They fly.'), ...otherPapers(9)])
  expect(filed[0]).toEqual({ assignments: [], likelihoods: new Map(), rejected: [] })
})

test('a mention in passing does not file a paper by itself', () => {
  expect(summary(textPaper('Birds', 'They fly under the moon.'))).toEqual([])
})

test('without a likely main topic the likeliest is taken, unless it is very unlikely', () => {
  const likely = (bias: number) => ({
    ...byName,
    main: logistic(bias, { firstSentence: 0.1 }),
  })
  const paper = textPaper('Birds', 'They fly under the moon. No tide.')
  expect(summary(paper, likely(-0.7))).toEqual([
    'moon main by name: moon',
    'tide also by name: tide',
  ])
  expect(summary(paper, likely(-2))).toEqual([])
})

test('gives at most three main topics and four others', () => {
  const names = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'iota']
  const many = vocabularyOf(...names.map((name) => topic(name, { aliases: [name] })))
  const [filed] = assignTopics([textPaper(names.join(' '), names.join(' '))], many, byName)
  const grades = filed?.assignments.map(({ grade }) => grade)
  expect(grades).toEqual(['main', 'main', 'main', 'also', 'also', 'also', 'also'])
  expect(filed?.rejected).toHaveLength(2)
})

test('tells which named topics were rejected, and what excluded them', () => {
  const weights = { ...byName, any: logistic(-1, {}) }
  const paper = textPaper('Moon', 'A tide of papers.')
  const [filed] = assign([paper, ...otherPapers(9)], weights)
  expect(filed?.rejected).toHaveLength(1)
  expect(filed?.rejected[0]).toMatchObject({ topic: 'tide', hits: [{ excludedBy: 'tide of' }] })
  expect(filed?.rejected[0]?.likelihood).toBeCloseTo(1 / (1 + Math.E))
  expect(filed?.likelihoods.get('tide')).toBe(filed?.rejected[0]?.likelihood)
})

test('where no main topic is likely enough, all that is named was rejected', () => {
  const weights = { main: logistic(-8, {}), any: logistic(8, {}) }
  const [filed] = assign([textPaper('Moon', 'A tide.'), ...otherPapers(9)], weights)
  expect(filed?.assignments).toEqual([])
  expect(filed?.rejected.map(({ topic }) => topic)).toEqual(['moon', 'tide'])
})

test('a topic that is only near was not rejected', () => {
  const weights = { main: logistic(-8, {}), any: logistic(-8, {}) }
  const selene = assign(lunar, weights)[3]
  expect([...(selene?.likelihoods.keys() ?? [])]).toEqual(['moon'])
  expect(selene?.rejected).toEqual([])
})

/** Four papers on the moon, of which the last does not name it; and others. */
const lunar = [
  textPaper('The moon', 'Crater dust, orbit, sea.'),
  textPaper('A moon', 'Dust of a crater basalt.'),
  textPaper('Moon II', 'Basalt, crater, dust.'),
  textPaper('Basalt on Selene', 'Crater, a dusty sea, dust, orbit.'),
  ...otherPapers(16),
]
const byWords: TopicWeights = {
  main: logistic(-8, { titleHit: 16, similarity: 16 }),
  any: logistic(-8, { titleHit: 16, similarity: 16 }),
}

test('a paper that shares the words of a topic is filed by them, and they are its evidence', () => {
  const selene = lunar[3] as (typeof lunar)[number]
  const [assignment] = assign(lunar, byWords)[3]?.assignments ?? []
  expect(assignment).toMatchObject({ id: 'moon', grade: 'main', basis: 'words' })
  expect(
    assignment?.evidence.map(({ field, start, end }) => selene[field].slice(start, end)),
  ).toEqual(['Basalt', 'Crater', 'dusty sea', 'dust', 'orbit'])
})

test('in listings of another field one mention is too little, but in a title', () => {
  const listed = (listing: string, title: string, abstract: string) => ({
    ...textPaper(title, abstract),
    sightings: [{ listing }] as Paper['sightings'],
  })
  const both = listed('theirs', 'Piers', 'One tide, neural.')
  const papers = [
    listed('ours', 'Neural seas', 'One tide.'),
    { ...both, sightings: [{ listing: 'ours' }, ...both.sightings] as Paper['sightings'] },
    listed('theirs', 'Harbours', 'One tide, neural.'),
    listed('theirs', 'Jetties', 'One tide, neural, a tide of ships.'),
    listed('theirs', 'Quays', 'A tide and a tide, neural.'),
    listed('theirs', 'Neural tides', 'Salt.'),
    ...Array.from({ length: 9 }, (_, at) => listed('theirs', `Ship ${at}`, `Cargo ${at}.`)),
  ]
  const mentioned = { ...byName, main: logistic(-8, { titleHit: 20, abstractHits: 20 }) }
  const filed = assignTopics(papers, { ...vocabulary, field: ['neural'] }, mentioned)
  expect(filed.slice(0, 6).map(({ assignments }) => assignments.map(({ id }) => id))).toEqual([
    ['tide'],
    ['tide'],
    [],
    [],
    ['tide'],
    ['tide'],
  ])
})

test('words alone file no paper of another field', () => {
  const inField = (field: string[]) =>
    assignTopics(lunar, { ...vocabulary, field }, byWords)
      .slice(2, 4)
      .map(({ assignments }) => assignments.map(({ id }) => id))
  expect(inField(['crater'])).toEqual([['moon'], ['moon']])
  expect(inField(['neural'])).toEqual([['moon'], []])
})

test('the order of the papers does not matter', () => {
  const forward = assign(lunar, byWords).map(({ assignments }) => assignments)
  const backward = assign([...lunar].reverse(), byWords).map(({ assignments }) => assignments)
  expect(backward.reverse()).toEqual(forward)
})

test('a topic that needs the field is filed only for papers with a word of it', () => {
  const needing = {
    ...vocabularyOf(topic('trigger', { aliases: ['trigger'], needsField: true })),
    field: ['neural', 'language model'],
  }
  const papers = [
    textPaper('Triggers in databases', 'A trigger runs before an update.'),
    textPaper('Triggers in language models', 'A trigger changes the answer.'),
    ...otherPapers(9),
  ]
  const filed = assignTopics(papers, needing, byName)
  expect(filed.slice(0, 2).map(({ assignments }) => assignments.map(({ id }) => id))).toEqual([
    [],
    ['trigger'],
  ])
})
