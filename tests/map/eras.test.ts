import { expect, test } from 'vitest'
import { ERA_COUNT, erasOf, meanYears } from '../../src/map/eras.ts'

const topics = Array.from({ length: 21 }, (_, number) => ({
  id: `t${number}`,
  label: '',
  area: 0,
  community: 0,
  papers: 2,
}))
/** Topic 20 has no dated paper; the others are one year apart. */
const papers = topics.map((_, number) => ({
  id: `p${number}`,
  title: '',
  year: number === 20 ? null : 2000 + number,
  topics: [number],
}))

test('the mean year of a topic counts dated papers only', () => {
  const more = { id: 'x', title: '', year: 2010, topics: [0, 20] }
  const means = meanYears({ topics, papers: [...papers, more] })
  expect(means[0]).toEqual({ mean: 2005, dated: 2 })
  expect(means[20]).toEqual({ mean: 2010, dated: 1 })
  expect(meanYears({ topics, papers })[20]).toBeNull()
})

test('eras go from the oldest to the newest topics, a tenth of them beyond each end', () => {
  const { ends, eraOf } = erasOf({ topics, papers })
  expect(ends).toEqual([2002, 2017])
  expect(eraOf.slice(0, 3)).toEqual([0, 0, 0])
  expect(eraOf.slice(17)).toEqual([ERA_COUNT - 1, ERA_COUNT - 1, ERA_COUNT - 1, null])
  expect([...eraOf.slice(0, 20)].sort((a, b) => Number(a) - Number(b))).toEqual(eraOf.slice(0, 20))
})

test('eras do not depend on the order of topics', () => {
  const turned = papers.map((one) => ({ ...one, topics: one.topics.map((number) => 20 - number) }))
  expect(erasOf({ topics, papers: turned }).eraOf.reverse()).toEqual(
    erasOf({ topics, papers }).eraOf,
  )
})

test('topics of one year are of one era', () => {
  const { ends, eraOf } = erasOf({ topics, papers: papers.slice(3, 4) })
  expect(ends).toEqual([2003, 2003])
  expect(eraOf.filter((era) => era !== null)).toEqual([0])
})

test('without a dated paper there are no eras', () => {
  expect(erasOf({ topics, papers: [] }).ends).toBeNull()
})
