import { expect, test } from 'vitest'
import { openParts } from '../../src/reading-list/catalogue.ts'
import { PART_SIZE, partOf, splitCatalogue } from '../../src/reading-list/catalogue-parts.ts'

const paper = (id: string) => ({ id, title: id, date: null, yearInferred: false, hues: [] })

const ids = Array.from(
  { length: 3 * PART_SIZE + 1 },
  (_, at) => `paper-${String(at).padStart(3, '0')}`,
)
const last = ids.at(-1)!
const gone = [
  { id: 'paper-000-old', into: 'paper-000-older' },
  { id: 'paper-000-older', into: last },
  { id: 'zebra', into: null },
]
const { starts, parts } = splitCatalogue({ papers: ids.map(paper), gone })

test('every paper is in the part that its id leads to', () => {
  expect(parts).toHaveLength(4)
  for (const id of ids) {
    const own = parts[partOf(id, starts)]?.papers.map((one) => one.id)
    expect(own).toContain(id)
  }
})

test('parts begin where ids begin to differ', () => {
  expect(starts).toEqual(['', 'paper-032', 'paper-064', 'paper-096'])
  const papers = [...'abcdefghijklmnopqrstuvwxyzABCDEF'].sort().map(paper)
  expect(splitCatalogue({ papers: [...papers, paper('z-and-more')], gone: [] }).starts[1]).toBe(
    'z-',
  )
})

test('papers stand at their places, after them what ids that are gone lead to', () => {
  expect(parts[0]?.papers.map(({ id }) => id)).toEqual([...ids.slice(0, PART_SIZE), last])
  expect(parts[0]?.gone).toEqual([
    { id: 'paper-000-old', into: last },
    { id: 'paper-000-older', into: last },
  ])
  expect(parts[3]?.gone).toEqual([{ id: 'zebra', into: null }])
})

test('what is loaded says nothing of ids in other parts', () => {
  const { covers, papers } = openParts(starts, new Map([[1, parts[1]!]]))
  expect(papers.size).toBe(PART_SIZE)
  expect(covers('paper-040')).toBe(true)
  expect(covers('paper-040-unknown')).toBe(true)
  expect(covers('paper-000')).toBe(false)
})
