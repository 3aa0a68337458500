import { expect, test } from 'vitest'
import { type FiledPaper, relatePapers } from '../../scripts/pipeline/relate-papers.ts'
import { otherPapers, textPaper } from './topic-fixtures.ts'

/** Papers by title; topics as `id: likelihood`, filed as main from .5 on. */
function paper(title: string, abstract: string, topics: Record<string, number> = {}): FiledPaper {
  return {
    ...textPaper(title, abstract),
    topics: Object.entries(topics)
      .filter(([, likelihood]) => likelihood >= 0.5)
      .map(([id]) => ({ id, grade: 'main', basis: 'name', evidence: [] })),
    likelihoods: new Map(Object.entries(topics)),
  }
}

const others = otherPapers(80).map(({ title, abstract }, index) =>
  paper(title, abstract, { [`other-${index}`]: 0.9 }),
)

function related(papers: FiledPaper[], all = [...papers, ...others]) {
  return relatePapers(all).slice(0, papers.length)
}

const tides = [
  paper('Tides', 'The moon pulls oceans.', { tide: 0.9 }),
  paper('Moons', 'Oceans feel a moon.', { tide: 0.9 }),
  paper('Floods', 'Moons and an ocean meet.', { tide: 0.9 }),
  paper('Ebbs', 'Under moons lies an ocean.', { tide: 0.9 }),
  paper('Waves', 'Some ocean, some moon.', { tide: 0.9 }),
  paper('Suns', 'A star burns.', { star: 0.9 }),
]

test('relates papers that share words and topics, and says which', () => {
  const lists = related(tides)
  expect(lists.map((list) => list.length)).toEqual([4, 4, 4, 4, 4, 0])
  expect(lists[0]?.map(({ id }) => id).sort()).toEqual(['Ebbs', 'Floods', 'Moons', 'Waves'])
  for (const { topics, terms, score } of lists[0] ?? []) {
    expect(topics).toEqual(['tide'])
    expect([...terms].sort()).toEqual(['moon', 'oceans'])
    expect(score).toBeGreaterThan(0.9)
  }
})

test('spells shared words as the paper itself does, and keeps acronyms', () => {
  const tuned = ['One', 'Two', 'Three', 'Four', 'Five'].map((title) =>
    paper(title, 'Tune an LLM with adapter.', { tuning: 0.9 }),
  )
  const [[match] = []] = related([paper('Six', 'LLMs tune Adapters.', { tuning: 0.9 }), ...tuned])
  expect([...(match?.terms ?? [])].sort()).toEqual(['LLMs', 'adapters', 'tune'])
})

test('shared topics alone relate papers, those that both are about first', () => {
  const papers = [
    paper('Alpha', 'Bee.', { one: 0.9, two: 0.9 }),
    paper('Gamma', 'Fly.', { two: 0.9, one: 0.9 }),
  ]
  const [first] = papers as [FiledPaper]
  first.topics = [
    { id: 'one', grade: 'also', basis: 'name', evidence: [] },
    { id: 'two', grade: 'main', basis: 'name', evidence: [] },
  ]
  const [[match] = []] = related(papers)
  expect(match).toMatchObject({ id: 'Gamma', topics: ['two', 'one'], terms: [] })
})

test.each([
  ['Attention Is All You Need', 'Memory Is All You Need'],
  ['Look-ups are not (yet) all you need', 'Prompting might be all you need'],
  ['All You Need is a Prior', 'Is Attention all you need'],
  ['How Well Do Birds Sing', 'How far can Horses go'],
  ['Towards Birdsong', 'Towards Gallops'],
  ['A Survey of Birds', 'A comprehensive survey on Horses'],
])('the idiom of %j and %j does not relate them', (one, other) => {
  const [first, second] = related([
    paper(one, 'Larks trill.', { birds: 0.9 }),
    paper(other, 'Mares trot.', { horses: 0.9 }),
  ])
  expect([first, second]).toEqual([[], []])
})

test('gives at most six, best first, and never the paper itself', () => {
  const alike = Array.from({ length: 9 }, (_, index) =>
    paper(`Tide ${'abcdefghi'.charAt(index)}x`, 'The moon.', { tide: 0.9 - index / 100 }),
  )
  for (const [index, list] of related(alike, [...alike, ...others, ...others]).entries()) {
    expect(list).toHaveLength(6)
    expect(list.map(({ id }) => id)).not.toContain(alike[index]?.id)
    expect(list.map(({ score }) => score)).toEqual(
      list.map(({ score }) => score).sort((a, b) => b - a),
    )
  }
})

test('a paper recommended sixteen times yields to others as near', () => {
  const alike = Array.from({ length: 30 }, (_, index) =>
    paper(`Tide ${index}x`, 'The moon.', { tide: 0.9 }),
  )
  const recommended = new Map<string, number>()
  for (const { id } of related(alike, [...alike, ...others, ...others]).flat())
    recommended.set(id, (recommended.get(id) ?? 0) + 1)
  expect(Math.max(...recommended.values())).toBe(16)
})

test('scores are between 0 and 1', () => {
  for (const { score } of relatePapers([...tides, ...others]).flat()) {
    expect(score).toBeGreaterThan(0)
    expect(score).toBeLessThanOrEqual(1)
  }
})

test('the order of the papers matters only among equals', () => {
  const all = [...tides, ...others]
  const ids = (lists: ReturnType<typeof relatePapers>) =>
    lists.map((list) => list.map(({ id, score }) => `${id} ${score}`).sort())
  expect(ids(relatePapers([...all].reverse()).reverse())).toEqual(ids(relatePapers(all)))
})

test('nothing comes of nothing', () => {
  expect(relatePapers([])).toEqual([])
  expect(relatePapers([paper('Alone', 'No other.', { one: 1 })])).toEqual([[]])
})

/** Five papers of a topic whose abstracts begin with a text, and one more. */
function told(text: string, last = text) {
  const titles = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon']
  const five = titles.map((title) => paper(title, `${text}, adapters.`, { tuning: 0.9 }))
  const [[match] = []] = related([paper('Zeta', `${last}, adapters.`, { tuning: 0.9 }), ...five])
  return match?.terms
}

test('tells neither empty words nor those of addresses', () => {
  expect(told('Unlike tides')).toContain('tides')
  expect(told('Unlike tides')).not.toContain('unlike')
  expect(told('See https://example.org/tides which')).not.toContain('tides')
})

test('tells a compound whole, and only if both have it', () => {
  expect(told('Monte Carlo')).toContain('Monte Carlo')
  expect(told('Monte Carlo')).not.toContain('monte')
  const other = told('A fine-tuned pigeon', 'A fine-grained pigeon')
  expect(other).toContain('pigeon')
  expect(other?.join()).not.toContain('fine')
})

test('empty words relate no papers, and are not told beside another', () => {
  const titles = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta']
  const alike = (abstract: string) => related(titles.map((title) => paper(title, abstract)))
  expect(alike('Whether unlike.').flat()).toEqual([])
  const { terms } = alike('Whether unlike tides.')[0]![0]!
  expect(terms).toEqual(['tides'])
})

test('papers that no topic is near are related by the words they share, and never without a reason', () => {
  const titles = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta']
  const lists = related(titles.map((title) => paper(title, 'Of kernels, schedules, packets.')))
  expect(lists.every((list) => list.length > 0)).toBe(true)
  for (const { topics, terms } of lists.flat()) {
    expect(topics).toEqual([])
    expect(terms).toContain('kernels')
  }
})
