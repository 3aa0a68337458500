import type { FrameName, MapLayout, PlacedTopic } from '../shared/map-layout.ts'
import { bandFrom } from './bands.ts'
import { labelChoices, labelShapes } from './label-choices.ts'
import { chooseLabelSteps, writeLabelSteps } from './label-steps.ts'
import { type LabelText, labelSize, labelText, linkWidth, markRadius } from './marks.ts'
import type { MapData, MapTopic } from './model.ts'
import { findRegions } from './regions.ts'
import { areaNameBox, textWidth } from './text-width.ts'

/** A frame of the map as its page draws it before any script, in units of the frame. Hues count from 1. */
interface DrawnFrame {
  width: number
  height: number
  grounds: { hue: number; area: string; path: string }[]
  links: { key: string; from: Point; to: Point; width: number }[]
  /** The smallest first: a label covers marks of smaller topics only. */
  topics: DrawnTopic[]
  /** Names of areas. */
  names: (Point & { hue: number; area: string; name: string })[]
}

interface Point {
  x: number
  y: number
}

interface DrawnTopic extends Point {
  topic: MapTopic
  hue: number
  radius: number
  text: LabelText
  /** From this scale on, in hundredths, the label shows; null if at none. */
  band: number | null
  /** How the label is set by scale, for the script. */
  steps: string
  /** The lines of the label broken in two, if it can be. */
  broken: string | undefined
}

export function drawFrame(data: MapData, frame: FrameName): DrawnFrame {
  const layout = data.layouts[frame]
  const placeOf = new Map(data.topics.map(({ id }, place) => [id, place]))
  const placed = layout.topics
    .map((at) => ({ at, topic: data.topics[placeOf.get(at.id) as number] as MapTopic }))
    .sort((a, b) => a.topic.papers - b.topic.papers)
  const areas = new Map(data.areas.map((area, place) => [area.id, { ...area, hue: place + 1 }]))
  const names = layout.areas.map(({ id, x, y }) => {
    const { hue, label } = areas.get(id) ?? { hue: 0, label: '' }
    return { x, y, hue, area: id, name: label }
  })
  const labels = placed.map(labelOf)
  const steps = chooseLabelSteps(
    labels,
    names.map(({ x, y, name }) => ({ x, y, box: areaNameBox(name) })),
    layout,
  )
  return {
    width: layout.width,
    height: layout.height,
    grounds: findRegions(
      placed.map(({ at: { x, y }, topic }) => ({ x, y, group: String(topic.area) })),
      layout,
    ).map(({ group, path }) => ({
      hue: Number(group) + 1,
      area: data.areas[Number(group)]?.id ?? '',
      path,
    })),
    links: drawLinks(data, layout),
    topics: placed.map(({ at, topic }, place) => ({
      topic,
      hue: topic.area + 1,
      x: at.x,
      y: at.y,
      radius: markRadius(topic.papers),
      text: labelText(at.label, topic.papers),
      band: bandFrom(at.label.from),
      steps: writeLabelSteps(steps[place] ?? []),
      broken: labels[place]?.broken,
    })),
    names,
  }
}

/** All ways to set the label of a topic, of which one is liked best. */
function labelOf({ at, topic: { label, papers } }: { at: PlacedTopic; topic: MapTopic }) {
  const [radius, size] = [markRadius(papers), labelSize(papers)]
  const measure = (line: string, size: number) => textWidth('topic', line, size)
  const shapes = labelShapes(label, size, measure)
  const choices = labelChoices(shapes, radius, size, measure)
  const { side, lines } = at.label
  const liked = choices.findIndex((one) => one.side === side && one.lines.length === lines.length)
  return { x: at.x, y: at.y, radius, papers, choices, liked, broken: shapes[1]?.join('|') }
}

function drawLinks({ topics, links }: MapData, layout: MapLayout): DrawnFrame['links'] {
  const atById = new Map(layout.topics.map((at) => [at.id, at]))
  const idOf = (place: number) => (topics[place] as MapTopic).id
  return links.map(({ a, b, observed }) => ({
    key: `${idOf(a)}+${idOf(b)}`,
    from: atById.get(idOf(a)) as PlacedTopic,
    to: atById.get(idOf(b)) as PlacedTopic,
    width: linkWidth(observed),
  }))
}
