import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCommunities, type WeightedLink } from '../../scripts/pipeline/find-communities.ts'

function links(text: string): WeightedLink[] {
  return text.split(' ').map((pair) => {
    const [a = '', b = '', weight = '1'] = pair.split(/[-:]/)
    return { topics: [a, b], weight: Number(weight) }
  })
}

function groups(found: ReturnType<typeof findCommunities>): string[] {
  const members: string[][] = []
  for (const [id, community] of found.communityOf)
    members[community] = [...(members[community] ?? []), id]
  return members.map((ids) => ids.sort().join(' '))
}

test('two triangles with a bridge are two communities', () => {
  const found = findCommunities(links('a-b b-c a-c d-e e-f d-f c-d'))
  expect(groups(found)).toEqual(['a b c', 'd e f'])
  // 6 of 7 links inside, and half of all ends in each: 6/7 − 2 · ¼.
  expect(found.modularity).toBeCloseTo(6 / 7 - 1 / 2, 12)
  expect(found.stability).toBe(1)
})

test('weights decide where a topic in between belongs', () => {
  expect(groups(findCommunities(links('a-b:5 c-d:5 b-x:1 c-x:4')))).toEqual(['c d x', 'a b'])
})

/** Zachary (1977), 34 members and 78 friendships of a karate club. */
const KARATE =
  '1-2 1-3 1-4 1-5 1-6 1-7 1-8 1-9 1-11 1-12 1-13 1-14 1-18 1-20 1-22 1-32 2-3 2-4 2-8 2-14 2-18 2-20 2-22 2-31 3-4 3-8 3-9 3-10 3-14 3-28 3-29 3-33 4-8 4-13 4-14 5-7 5-11 6-7 6-11 6-17 7-17 9-31 9-33 9-34 10-34 14-34 15-33 15-34 16-33 16-34 19-33 19-34 20-34 21-33 21-34 23-33 23-34 24-26 24-28 24-30 24-33 24-34 25-26 25-28 25-32 26-32 27-30 27-34 28-34 29-32 29-34 30-33 30-34 31-33 31-34 32-33 32-34 33-34'

test('reaches the best modularity known for the karate club', () => {
  const { modularity, communityOf } = findCommunities(links(KARATE))
  expect(modularity).toBeCloseTo(0.4197896, 6)
  expect(new Set(communityOf.values()).size).toBe(4)
})

test('without links there are no communities', () => {
  expect(findCommunities([])).toEqual({ communityOf: new Map(), modularity: 0, stability: 1 })
})

const networks = fc
  .uniqueArray(fc.tuple(fc.nat({ max: 14 }), fc.nat({ max: 14 }), fc.integer({ min: 1, max: 9 })), {
    minLength: 1,
    maxLength: 40,
    selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`,
  })
  .map((ends) =>
    ends
      .filter(([a, b]) => a !== b)
      .map(([a, b, weight]): WeightedLink => ({ topics: [`t${a}`, `t${b}`], weight: weight / 3 })),
  )

test('the order of links and of their ends does not matter', () => {
  fc.assert(
    fc.property(
      networks.chain((network) =>
        fc.tuple(fc.constant(network), fc.shuffledSubarray(network, { minLength: network.length })),
      ),
      ([network, shuffled]) => {
        const turned = shuffled.map(({ topics: [a, b], weight }, index) => ({
          topics: (index % 2 ? [b, a] : [a, b]) as [string, string],
          weight,
        }))
        expect(findCommunities(turned)).toEqual(findCommunities(network))
      },
    ),
  )
})

test('every linked topic has one community, in one piece, and the largest come first', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const found = findCommunities(network)
      expect([...found.communityOf.keys()]).toEqual(
        [...new Set(network.flatMap(({ topics }) => topics))].sort(),
      )
      const members = groups(found).map((group) => group.split(' '))
      expect(members.map((ids) => ids.length)).toEqual(
        members.map((ids) => ids.length).sort((a, b) => b - a),
      )
      for (const ids of network.length > 0 ? members : []) {
        const reached = new Set([ids[0]])
        for (let size = 0; size < reached.size; ) {
          size = reached.size
          for (const {
            topics: [a, b],
          } of network)
            if (ids.includes(a) && ids.includes(b) && (reached.has(a) || reached.has(b)))
              reached.add(a).add(b)
        }
        expect(reached.size).toBe(ids.length)
      }
      expect(found.modularity).toBeGreaterThanOrEqual(-1e-9)
      expect(found.modularity).toBeLessThan(1)
    }),
  )
})
