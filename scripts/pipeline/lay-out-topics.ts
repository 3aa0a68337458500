import { createHash } from 'node:crypto'
import { labelSize, markRadius } from '../../src/map/marks.ts'
import type { FrameName, MapLayout, MapLayouts, PlacedTopic } from '../../src/map/model.ts'
import { areaNameSize } from '../../src/map/text-width.ts'
import type { Topic, TopicGraph } from '../../src/shared/model.ts'
import { alignPlaces } from './align-places.ts'
import {
  crossingQuality,
  groupCohesion,
  neighbourhoodPreservation,
  normalisedStress,
} from './layout-quality.ts'
import type { KnownMap, KnownPlace } from './map-file.ts'
import {
  type Candidate,
  chooseCandidates,
  describeMark,
  type Frame,
  type Mark,
  visibleFrom,
} from './place-labels.ts'
import { placeNames } from './place-names.ts'
import { generator } from './seeded-random.ts'
import { spreadMarks } from './spread-marks.ts'
import {
  allPairs,
  type Distances,
  layOutByStress,
  type Places,
  relaxStress,
} from './stress-layout.ts'
import { hopDistances, linkDistances, type NodeLink } from './topic-distances.ts'

/** A topic as the map draws it; the label is untrusted text. */
export interface MapTopic {
  id: string
  label: string
  area: string
  /** In either grade. */
  papers: number
}

/** The topics of a graph with what the map needs of the vocabulary. */
export function mapTopics({
  graph,
  topics,
}: {
  graph: Pick<TopicGraph, 'topics'>
  topics: Pick<Topic, 'id' | 'label' | 'area'>[]
}): MapTopic[] {
  const papers = new Map(graph.topics.map((topic) => [topic.id, topic.papers]))
  return topics.map(({ id, label, area }) => ({ id, label, area, papers: papers.get(id) ?? 0 }))
}

/** Where topics are on the map as known so far, by id. */
type KnownPlaces = ReadonlyMap<string, KnownPlace>

/** Two linked topics; the weight is above 0. */
export interface MapLink {
  topics: [string, string]
  weight: number
}

interface Task {
  /** 12 hexadecimal digits of SHA-256 of all that the layout depends on. */
  hash: string
  topics: MapTopic[]
  marks: Mark[]
  links: NodeLink[]
  hops: Distances
  /** Path lengths, with topics of one area drawn together. */
  ideal: Distances
}

export const FRAMES: Record<FrameName, Frame> = {
  landscape: { width: 1200, height: 800 },
  portrait: { width: 800, height: 1200 },
}

/** Topics of one area are this part of their distance apart. */
const TOGETHER = 0.55
/** Labels stand clear from this scale on if there is room; marks do so wherever the map is shown. */
const LABEL_SCALE = 0.8
const MARK_SCALE = 0.45
/** Starts to choose among; fewer for large graphs, since time grows with the square of the topics. */
const STARTS = 12
const PAIRS_MOST = 60_000
const ROUNDS = 30
const ROUNDS_OF_STRESS = 22
/** What is not reached with fewer passes would not be with more. */
const PASSES_LAST = 400
/** How much nearer than to a scaled ideal the frame may pull an axis apart. */
const STRETCH = 1.25
/** Room for labels at the edges. */
const EDGE_X = 70
const EDGE_Y = 30
/** How much of the way back a known topic goes in each round. */
const PULL = 0.3
/** A map with known places that is worse than this is laid out anew. */
export const STRESS_MOST = 0.11

interface Draft {
  places: Places
  chosen: number[]
}

/** A laid out map, and what changed. */
export interface LaidOut {
  layouts: MapLayouts
  /** To be kept for the next time. */
  map: KnownMap
  /** How far topics that were on the map moved, in the mean and at most, in units of the landscape; null if nothing changed. */
  moved: { topics: number; mean: number; most: number } | null
}

/**
 * Lays the linked topics out in both frames so that neighbours in the graph are near, areas lie together, and labels
 * have room. A known map of the same graph is kept as it is; of another graph, topics stay near their places while
 * that keeps the map good. Deterministic: the order of topics, links and areas does not matter. Coordinates are
 * rounded to tenths.
 */
export function layOutTopics(
  topics: MapTopic[],
  links: MapLink[],
  areas: { id: string; label: string }[],
  known: KnownMap | null = null,
): LaidOut {
  const task = describeTask(topics, links)
  const places = (frame: FrameName) =>
    new Map(known?.topics.map((topic) => [topic.id, topic[frame]]))
  const isKnown = known?.graph === task.hash
  const drafts = isKnown
    ? {
        landscape: restore(task, places('landscape')),
        portrait: restore(task, places('portrait')),
      }
    : layOut(task, places('landscape'), places('portrait'))
  const layouts = {
    landscape: describeLayout(task, drafts.landscape, areas, 'landscape'),
    portrait: describeLayout(task, drafts.portrait, areas, 'portrait'),
  }
  return {
    layouts,
    map: {
      schema: 1,
      graph: task.hash,
      topics: task.topics.map(({ id }, node) => ({
        id,
        landscape: placeOf(layouts.landscape, node),
        portrait: placeOf(layouts.portrait, node),
      })),
    },
    moved: isKnown ? null : measureMoves(layouts.landscape, places('landscape')),
  }
}

function layOut(
  task: Task,
  landscapeBefore: KnownPlaces,
  portraitBefore: KnownPlaces,
): Record<FrameName, Draft> {
  const landscape = placeInLandscape(task, landscapeBefore)
  const portrait =
    fromKnown(task, 'portrait', portraitBefore) ??
    refine(task, fitFrame(turned(landscape.places), FRAMES.portrait), 'portrait')
  return { landscape, portrait }
}

/** The map that was laid out for the same graph. */
function restore({ topics, marks }: Task, known: KnownPlaces): Draft {
  const places = topics.map(({ id }) => known.get(id) as KnownPlace)
  return {
    places: {
      x: Float64Array.from(places, ([x]) => x),
      y: Float64Array.from(places, ([, y]) => y),
    },
    chosen: places.map(([, , side, lines], node) =>
      Math.max(
        0,
        (marks[node] as Mark).candidates.findIndex(
          (candidate) => candidate.side === side && candidate.lines.length === lines,
        ),
      ),
    ),
  }
}

function placeOf({ topics }: MapLayout, node: number): KnownPlace {
  const { x, y, label } = topics[node] as PlacedTopic
  return [x, y, label.side, label.lines.length === 2 ? 2 : 1]
}

function measureMoves({ topics }: MapLayout, before: KnownPlaces): LaidOut['moved'] {
  const moves = topics.flatMap(({ id, x, y }) => {
    const place = before.get(id)
    return place ? [Math.hypot(x - place[0], y - place[1])] : []
  })
  if (moves.length === 0) return null
  return {
    topics: moves.length,
    mean: moves.reduce((sum, move) => sum + move, 0) / moves.length,
    most: Math.max(...moves),
  }
}

function describeTask(topics: MapTopic[], links: MapLink[]): Task {
  const linked = new Set(links.flatMap((link) => link.topics))
  const drawn = topics.filter(({ id }) => linked.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1))
  const nodeOf = new Map(drawn.map(({ id }, node) => [id, node]))
  const nodeLinks = links
    .map(({ topics: ends, weight }) => {
      const [a, b] = ends.map((id) => nodeOf.get(id) as number) as [number, number]
      return { a: Math.min(a, b), b: Math.max(a, b), weight }
    })
    .sort((p, q) => p.a - q.a || p.b - q.b)
  const ideal = linkDistances(drawn.length, nodeLinks)
  for (const [a, topic] of drawn.entries())
    for (const [b, other] of drawn.entries())
      if (topic.area === other.area) {
        const at = a * drawn.length + b
        ideal.values[at] = (ideal.values[at] as number) * TOGETHER
      }
  return {
    hash: createHash('sha256')
      .update(
        JSON.stringify([
          drawn.map(({ id, label, area, papers }) => [id, label, area, papers]),
          nodeLinks,
        ]),
      )
      .digest('hex')
      .slice(0, 12),
    topics: drawn,
    marks: drawn.map(({ label, papers }) =>
      describeMark(label, markRadius(papers), labelSize(papers), papers),
    ),
    links: nodeLinks,
    hops: hopDistances(drawn.length, nodeLinks),
    ideal,
  }
}

/** The best of some starts, or from known places if that is good enough. */
function placeInLandscape(task: Task, known: KnownPlaces): Draft {
  const kept = fromKnown(task, 'landscape', known)
  if (kept) return kept
  const targets = task.topics.map(({ id }) => {
    const place = known.get(id)
    return place && ([place[0], place[1]] as const)
  })
  let best: Draft | null = null
  let least = Number.POSITIVE_INFINITY
  for (let start = 0; start < startsFor(task); start++) {
    const places = layOutByStress(task.ideal, start + 1)
    if (known.size > 0) alignPlaces(places, targets)
    else turnLongSideAcross(places)
    const draft = refine(task, fitFrame(places, FRAMES.landscape), 'landscape')
    const cost = costOf(task, draft)
    if (cost < least) {
      least = cost
      best = draft
    }
  }
  return best ?? { places: { x: new Float64Array(), y: new Float64Array() }, chosen: [] }
}

function startsFor({ topics }: Task): number {
  if (topics.length === 0) return 0
  return Math.max(1, Math.min(STARTS, Math.round(PAIRS_MOST / topics.length ** 2)))
}

/** A map that keeps to known places; null without any, or if it would be bad. */
function fromKnown(task: Task, frame: FrameName, known: KnownPlaces): Draft | null {
  const { topics, links, hops } = task
  if (!topics.some(({ id }) => known.has(id))) return null
  const { width, height } = FRAMES[frame]
  const places = {
    x: Float64Array.from(topics, ({ id }) => known.get(id)?.[0] ?? Number.NaN),
    y: Float64Array.from(topics, ({ id }) => known.get(id)?.[1] ?? Number.NaN),
  }
  // A new topic begins in the middle of those it is linked with.
  for (const [node, { id }] of topics.entries()) {
    if (known.has(id)) continue
    const near = links
      .flatMap(({ a, b }) => (a === node ? [b] : b === node ? [a] : []))
      .flatMap((other) => {
        const place = known.get((topics[other] as MapTopic).id)
        return place ? [place] : []
      })
    const mean = (values: number[], otherwise: number) =>
      values.length === 0 ? otherwise : values.reduce((sum, value) => sum + value) / values.length
    // No two new topics begin at one place.
    const shift = node / topics.length
    places.x[node] =
      shift +
      mean(
        near.map(([x]) => x),
        width / 2,
      )
    places.y[node] =
      shift +
      mean(
        near.map(([, y]) => y),
        height / 2,
      )
  }
  const draft = refine(task, places, frame, known)
  return normalisedStress(draft.places, hops) <= STRESS_MOST ? draft : null
}

/** Makes room for labels while distances stay near the ideal, and known topics near their places. */
function refine(
  { topics, marks, ideal }: Task,
  places: Places,
  frameName: FrameName,
  known?: KnownPlaces,
): Draft {
  const frame = FRAMES[frameName]
  const random = generator(topics.length)
  const pairs = allPairs(topics.length)
  const unit = unitOf(places, ideal)
  const room = { scale: LABEL_SCALE, markScale: MARK_SCALE }
  let chosen: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    chosen = chooseCandidates(marks, places, LABEL_SCALE, frame, [], chosen)
    spreadMarks(marks, places, chosen, frame, { ...room, passes: 8, strength: 0.5 })
    if (round >= ROUNDS_OF_STRESS) continue
    relaxStress(places, ideal, pairs, 0.1, random, unit)
    if (known) pullBack(topics, places, known)
  }
  for (let round = 0; round < 4; round++) {
    if (round > 0) chosen = chooseCandidates(marks, places, LABEL_SCALE, frame, [], chosen)
    const meetings = spreadMarks(marks, places, chosen, frame, {
      ...room,
      passes: PASSES_LAST,
      strength: 0.6,
    })
    if (meetings === 0) break
  }
  for (const axis of [places.x, places.y])
    for (const [node, value] of axis.entries()) axis[node] = Math.round(value * 10) / 10
  return { places, chosen }
}

function pullBack(topics: MapTopic[], { x, y }: Places, known: KnownPlaces): void {
  for (const [node, { id }] of topics.entries()) {
    const place = known.get(id)
    if (!place) continue
    x[node] = (x[node] as number) + PULL * (place[0] - (x[node] as number))
    y[node] = (y[node] as number) + PULL * (place[1] - (y[node] as number))
  }
}

/** What a map falls short by; the weights make a step in each measure that one would notice about equal. */
function costOf({ topics, marks, links, hops }: Task, { places, chosen }: Draft): number {
  const stress = normalisedStress(places, hops)
  const from = visibleFrom(marks, places, chosen)
  const shown = (scale: number) => from.filter((least) => least <= scale).length / marks.length
  const areas = topics.map(({ area }) => area)
  return (
    5 * stress +
    50 * Math.max(0, stress - 0.95 * STRESS_MOST) +
    10 * (1 - crossingQuality(places, links)) +
    (1 - neighbourhoodPreservation(places, links)) +
    1.5 * (1 - groupCohesion(places, areas)) +
    3 * (1 - shown(1)) +
    1 -
    shown(LABEL_SCALE)
  )
}

function describeLayout(
  { topics, marks }: Task,
  { places, chosen }: Draft,
  areas: { id: string; label: string }[],
  frameName: FrameName,
): MapLayout {
  const frame = FRAMES[frameName]
  const at = (node: number) => ({ x: places.x[node] as number, y: places.y[node] as number })
  const candidateOf = (node: number) =>
    (marks[node] as Mark).candidates[chosen[node] as number] as Candidate
  const names = placeNames(
    areas.flatMap(({ id, label }) => {
      const own = topics.flatMap(({ area }, node) => (area === id ? [at(node)] : []))
      return own.length === 0 ? [] : [{ id, ...areaNameSize(label), topics: own }]
    }),
    topics.flatMap((_, node) => [
      { ...at(node), box: (marks[node] as Mark).box },
      { ...at(node), box: candidateOf(node).box },
    ]),
    frame,
    { scale: LABEL_SCALE, nameScale: MARK_SCALE },
  )
  const from = visibleFrom(marks, places, chosen, names)
  return {
    ...frame,
    topics: topics.map(({ id }, node) => {
      const { side, lines } = candidateOf(node)
      // Upwards, so that a rounded scale is still a clear one.
      return {
        id,
        ...at(node),
        label: { side, lines, from: Math.ceil((from[node] as number) * 1000) / 1000 },
      }
    }),
    areas: names.map(({ id, x, y }) => ({ id, x, y })),
  }
}

/** The factor from ideal distances to those of the places, by least squares. */
function unitOf({ x, y }: Places, { nodes, values }: Distances): number {
  let products = 0
  let squares = 0
  for (let a = 1; a < nodes; a++)
    for (let b = 0; b < a; b++) {
      const ideal = values[a * nodes + b] as number
      const dx = (x[a] as number) - (x[b] as number)
      const dy = (y[a] as number) - (y[b] as number)
      products += Math.sqrt(dx * dx + dy * dy) / ideal
      squares += 1
    }
  return squares === 0 ? 1 : products / squares
}

/** Scales places into a frame, an axis by at most STRETCH more than the other. */
function fitFrame({ x, y }: Places, { width, height }: Frame): Places {
  const span = (values: Float64Array) => {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const value of values) {
      least = Math.min(least, value)
      most = Math.max(most, value)
    }
    return { middle: (least + most) / 2, size: most - least || 1 }
  }
  const [across, down] = [span(x), span(y)]
  const scaleX = (width - 2 * EDGE_X) / across.size
  const scaleY = (height - 2 * EDGE_Y) / down.size
  const both = Math.min(scaleX, scaleY) * STRETCH
  return {
    x: x.map((value) => width / 2 + (value - across.middle) * Math.min(scaleX, both)),
    y: y.map((value) => height / 2 + (value - down.middle) * Math.min(scaleY, both)),
  }
}

/** A quarter turn, so that a wide map becomes a tall one. */
function turned({ x, y }: Places): Places {
  return { x: y.map((value) => -value), y: x.slice() }
}

/** Turns places so that they vary most from left to right: their first principal axis lies across. */
function turnLongSideAcross({ x, y }: Places): void {
  const mean = (values: Float64Array) =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const [middleX, middleY] = [mean(x), mean(y)]
  let [xx, xy, yy] = [0, 0, 0]
  for (let node = 0; node < x.length; node++) {
    const [dx, dy] = [(x[node] as number) - middleX, (y[node] as number) - middleY]
    xx += dx * dx
    xy += dx * dy
    yy += dy * dy
  }
  const angle = -Math.atan2(2 * xy, xx - yy) / 2
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  for (let node = 0; node < x.length; node++) {
    const [dx, dy] = [(x[node] as number) - middleX, (y[node] as number) - middleY]
    x[node] = cosine * dx - sine * dy
    y[node] = sine * dx + cosine * dy
  }
}
