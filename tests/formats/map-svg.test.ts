import { parseXml, type XmlElement } from '@rgrove/parse-xml'
import { expect, test } from 'vitest'
import { formatMapSvg } from '../../src/formats/map-svg.ts'
import { graph, HOSTILE_IN_XML, layout } from './graph-fixtures.ts'

const text = formatMapSvg(graph, layout)
const root = parseXml(text).root!

function elementsIn(element: XmlElement): XmlElement[] {
  const children = element.children.filter((node) => node.type === 'element') as XmlElement[]
  return [element, ...children.flatMap(elementsIn)]
}

const elements = elementsIn(root)
const named = (name: string) => elements.filter((element) => element.name === name)
const groupOf = (id: string) => elements.find(({ attributes }) => attributes.id === id)!

test('is an XML document that an independent parser takes, hostile labels and all', () => {
  expect(root.name).toBe('svg')
  expect(root.attributes.xmlns).toBe('http://www.w3.org/2000/svg')
  expect(groupOf('topics').text).toContain(HOSTILE_IN_XML)
})

test('has elements of drawing only, no script, no style and nothing to fetch', () => {
  expect(new Set(elements.map(({ name }) => name))).toEqual(
    new Set(['svg', 'title', 'rect', 'g', 'path', 'line', 'circle', 'text', 'a']),
  )
  for (const { name, attributes } of elements)
    for (const [attribute, value] of Object.entries(attributes)) {
      expect(attribute).not.toMatch(/^on|^style$|^src$/)
      expect(value).not.toMatch(/url\(|oklch|light-dark|var\(/)
      if (/href$/.test(attribute)) expect(name).toBe('a')
    }
})

test('each topic of the frame links to its page and says how many papers it has', () => {
  const links = named('a')
  expect(links.map(({ attributes }) => attributes['xlink:href'])).toEqual([
    'https://papers.example/topics/3d-vision/',
    'https://papers.example/topics/hostile/?a=1&b="2"',
    'https://papers.example/topics/routing/',
  ])
  const titles = links.map((link) => elementsIn(link).find(({ name }) => name === 'title')!.text)
  expect(titles).toEqual([
    '3D vision, 5 papers',
    `${HOSTILE_IN_XML}, 4 papers`,
    'Routing, queues, 3 papers',
  ])
})

test('each label is drawn line by line, with a halo below it', () => {
  const lines = ['3D vision', HOSTILE_IN_XML, 'twice', 'Routing, queues']
  const textsOf = (id: string) =>
    elementsIn(groupOf(id))
      .filter(({ name }) => name === 'text')
      .map((element) => element.text)
  expect(textsOf('topics')).toEqual(lines)
  expect(textsOf('halos')).toEqual(lines)
  expect(elements.indexOf(groupOf('halos'))).toBeLessThan(elements.indexOf(groupOf('topics')))
})

test('links join the marks of their topics', () => {
  const circles = named('a').map((link) => {
    const { cx, cy } = elementsIn(link).find(({ name }) => name === 'circle')!.attributes
    return [cx, cy]
  })
  const ends = named('line').map(({ attributes: { x1, y1, x2, y2 } }) => [
    [x1, y1],
    [x2, y2],
  ])
  expect(ends).toEqual([
    [circles[0], circles[1]],
    [circles[1], circles[2]],
  ])
})

test('names its areas on the map and in the legend', () => {
  expect(groupOf('area-names').text).toContain('TRUST & "PRIVACY"')
  expect(groupOf('legend').text).toMatch(/Search[\s\S]*Trust & "privacy"/)
})

test('says what it shows, what it leaves out, and where it is from', () => {
  expect(groupOf('head').text).toContain(
    '3 topics of 12 papers, and 2 links between them. Topics without links are not shown: 1.',
  )
  expect(groupOf('caption').text).toContain(
    'Lectern & <i>Co</i> · corpus b142c67d516b · 12 papers · https://papers.example/graph/',
  )
})

test('all of the drawing lies inside the picture', () => {
  const { width, height, viewBox } = root.attributes
  expect(viewBox).toBe(`0 0 ${width} ${height}`)
  for (const { attributes } of [
    ...elementsIn(groupOf('legend')),
    ...elementsIn(groupOf('caption')),
  ]) {
    if (attributes.y) expect(Number(attributes.y)).toBeLessThan(Number(height))
    if (attributes.x) expect(Number(attributes.x)).toBeLessThan(Number(width))
  }
})

test('a map without topics is a picture', () => {
  const empty = { ...graph, topics: [], links: [], communities: [] }
  expect(parseXml(formatMapSvg(empty, { ...layout, topics: [], areas: [] })).root!.name).toBe('svg')
})

test('the picture is as large as labels need to stand clear, and leaves out one that needs too much', () => {
  const [first, ...others] = layout.topics
  const needing = (from: number) => {
    const topics = [{ ...first!, label: { ...first!.label, from } }, ...others]
    const svg = parseXml(formatMapSvg(graph, { ...layout, topics })).root!
    const drawn = elementsIn(svg).filter(
      ({ name, text: own }) => name === 'text' && own === '3D vision',
    )
    return { width: Number(svg.attributes.width), drawn: drawn.length }
  }
  const margins = 80
  expect(needing(0.9)).toEqual({ width: 1.25 * layout.width + margins, drawn: 2 })
  expect(needing(1.48)).toEqual({ width: 1.5 * layout.width + margins, drawn: 2 })
  expect(needing(9)).toEqual({ width: 2 * layout.width + margins, drawn: 0 })
})
