import type { FrameName } from '../../src/map/model.ts'
import { alignPlaces } from './align-places.ts'
import { fitFrame, turnLongSideAcross, turnQuarter } from './fit-frame.ts'
import { type KnownPlaces, pullBack, startAtKnown } from './known-places.ts'
import {
  crossingQuality,
  groupCohesion,
  neighbourhoodPreservation,
  normalisedStress,
} from './layout-quality.ts'
import { FRAMES } from './map-frames.ts'
import type { MapTask } from './map-task.ts'
import { chooseCandidates, visibleFrom } from './place-labels.ts'
import { generator } from './seeded-random.ts'
import { spreadMarks } from './spread-marks.ts'
import {
  allPairs,
  type Distances,
  layOutByStress,
  type Places,
  relaxStress,
} from './stress-layout.ts'

/** Labels stand clear from this scale on if there is room; marks do so wherever the map is shown. */
export const LABEL_SCALE = 0.8
export const MARK_SCALE = 0.45
/** Starts to choose among; fewer for large graphs, since time grows with the square of the topics. */
const STARTS = 12
const PAIRS_MOST = 60_000
const ROUNDS = 30
const ROUNDS_OF_STRESS = 22
/** What is not reached with fewer passes would not be with more. */
const PASSES_LAST = 400
/** How much of the way back a known topic goes in each round. */
const PULL = 0.3
/** A map with known places that is worse than this is laid out anew. */
const STRESS_MOST = 0.11

/** Places of the nodes in a frame, rounded to tenths, and for each the number of its label's candidate. */
export interface Draft {
  places: Places
  chosen: number[]
}

/** The best of some starts, or from known places if that is good enough. */
export function placeInLandscape(task: MapTask, known: KnownPlaces): Draft {
  const kept = placeFromKnown(task, 'landscape', known)
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

/** From known places if that is good enough, else as the landscape, turned. */
export function placeInPortrait(task: MapTask, landscape: Draft, known: KnownPlaces): Draft {
  return (
    placeFromKnown(task, 'portrait', known) ??
    refine(task, fitFrame(turnQuarter(landscape.places), FRAMES.portrait), 'portrait')
  )
}

function startsFor({ topics }: MapTask): number {
  if (topics.length === 0) return 0
  return Math.max(1, Math.min(STARTS, Math.round(PAIRS_MOST / topics.length ** 2)))
}

/** A map that keeps to known places; null without any, or if it would be bad. */
function placeFromKnown(task: MapTask, frame: FrameName, known: KnownPlaces): Draft | null {
  if (!task.topics.some(({ id }) => known.has(id))) return null
  const draft = refine(task, startAtKnown(task, frame, known), frame, known)
  return normalisedStress(draft.places, task.hops) <= STRESS_MOST ? draft : null
}

/** Makes room for labels while distances stay near the ideal, and known topics near their places. */
function refine(task: MapTask, places: Places, frameName: FrameName, known?: KnownPlaces): Draft {
  const { marks, ideal } = task
  const frame = FRAMES[frameName]
  const random = generator(marks.length)
  const pairs = allPairs(marks.length)
  const unit = unitOf(places, ideal)
  const room = { scale: LABEL_SCALE, markScale: MARK_SCALE }
  let chosen: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    chosen = chooseCandidates(marks, places, LABEL_SCALE, frame, chosen)
    spreadMarks(marks, places, chosen, frame, { ...room, passes: 8, strength: 0.5 })
    if (round >= ROUNDS_OF_STRESS) continue
    relaxStress(places, ideal, pairs, 0.1, random, unit)
    if (known) pullBack(task, places, known, PULL)
  }
  for (let round = 0; round < 4; round++) {
    if (round > 0) chosen = chooseCandidates(marks, places, LABEL_SCALE, frame, chosen)
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

/** What a map falls short by; the weights make a step in each measure that one would notice about equal. */
function costOf({ topics, marks, links, hops }: MapTask, { places, chosen }: Draft): number {
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

/** The factor from ideal distances to those of the places: the mean of their ratios. */
function unitOf({ x, y }: Places, { nodes, values }: Distances): number {
  let sum = 0
  let pairs = 0
  for (let a = 1; a < nodes; a++)
    for (let b = 0; b < a; b++) {
      const dx = (x[a] as number) - (x[b] as number)
      const dy = (y[a] as number) - (y[b] as number)
      sum += Math.sqrt(dx * dx + dy * dy) / (values[a * nodes + b] as number)
      pairs++
    }
  return pairs === 0 ? 1 : sum / pairs
}
