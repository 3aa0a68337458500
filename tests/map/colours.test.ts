import { expect, test } from 'vitest'
import { AREA_HUES } from '../../src/formats/area-colours.ts'
import { communityHue, topicColours } from '../../src/map/colours.ts'
import { HUE_COUNT } from '../../src/shared/hues.ts'

const topic = (area: number, community: number | null) => ({
  id: `${area}`,
  label: '',
  area,
  community,
  papers: 1,
})
const topics = [topic(0, 2), topic(3, null)]

test('topics have the colours of areas, communities and eras, which count from 1', () => {
  expect(topicColours(topics, { eraOf: [0, 6] })).toEqual({
    area: ['hue-1', 'hue-4'],
    community: ['hue-3', 'hue-0'],
    year: ['era-1', 'era-7'],
  })
})

test('what is not dated has no era', () => {
  const { year } = topicColours(topics, { eraOf: [null, 3] })
  expect(year).toEqual(['era-0', 'era-4'])
})

test('communities past the last hue, the smallest, share the neutral one', () => {
  expect([0, 9, 10, 11, null].map(communityHue)).toEqual([1, 10, 0, 0, 0])
  expect(HUE_COUNT).toBe(AREA_HUES.length)
})
