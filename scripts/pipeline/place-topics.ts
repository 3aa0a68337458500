import type { FrameName } from '../../src/shared/map-layout.ts'
import { alignPlaces } from './align-places.ts'
import { evenOut, fitFrame, turnLongSideAcross, turnQuarter } from './fit-frame.ts'
import { type KnownPlaces, pullBack, startAtKnown } from './known-places.ts'
import {
  crossingQuality,
  groupCohesion,
  neighbourhoodPreservation,
  normalisedStress,
} from './layout-quality.ts'
import { FRAMES } from './map-frames.ts'
import type { MapTask } from './map-task.ts'
import {
  byImportance,
  type Candidate,
  chooseCandidates,
  type Frame,
  type Mark,
  visibleFrom,
} from './place-labels.ts'
import { generator } from './seeded-random.ts'
import { AIR_OF_LABELS, AIR_OF_MARKS, spreadMarks } from './spread-marks.ts'
import {
  allPairs,
  type Distances,
  layOutByStress,
  type Places,
  relaxStress,
} from './stress-layout.ts'

/** From what scale on labels stand clear if there is room, and how much it weighs that names of areas let them. */
export interface LabelStep {
  scale: number
  weight: number
}

/** The most important labels stand clear from smaller scales on, so that small windows name what is large. */
const LABEL_STEPS: (LabelStep & { labels: number })[] = [
  { labels: 12, scale: 0.65, weight: 8 },
  { labels: 30, scale: 0.72, weight: 4 },
]
const LABEL_STEP_LAST: LabelStep = { scale: 0.8, weight: 1 }
/** The same of marks, for names of areas. */
export const MARK_STEP: LabelStep = { scale: 0.8, weight: 2 }
/** Marks stand clear wherever the map is shown. */
export const MARK_SCALE = 0.45
/** If there is not, the most important labels and all marks do from this scale on. */
const SCALE_OF_CROWDED = 1
/** No more than these shares of a frame are asked for, or nothing would keep its neighbours. */
const LABELS_FILL = 0.36
const MARKS_FILL = 0.15
/** Starts to choose among; fewer for large graphs, since time grows with the square of the topics. */
const STARTS = 12
const PAIRS_MOST = 60_000
const ROUNDS = 30
const ROUNDS_OF_STRESS = 22
/** What is not reached with fewer passes would not be with more. */
const PASSES_LAST = 400
/** How much of the way back a known topic goes in each round: as much as a good map allows. */
const PULLS = [0.3, 0.1, 0.03, 0.01, 0.003]
const PASSES_OF_KNOWN = 30
const STEP_OF_KNOWN = 0.3
/** A map with known places that is worse than this, and by this factor than a new one, gives way to it. */
export const STRESS_MOST = 0.11
export const WORSE_MOST = 1.5
/** To hold topics tighter may cost this factor of stress. */
const SLIGHTLY_WORSE = 1.15

/** Places of the nodes in a frame, rounded to tenths, and for each the number of its label's candidate. */
export interface Draft {
  places: Places
  chosen: number[]
}

/** From known places if that is good enough, else the best of some starts. */
export function placeInLandscape(task: MapTask, known: KnownPlaces): Draft {
  const kept = placeFromKnown(task, 'landscape', known)
  return kept && isGood(task, kept) ? kept : betterOf(task, kept, placeAnew(task, known))
}

/** From known places if that is good enough, else as the landscape, turned. */
export function placeInPortrait(task: MapTask, landscape: Draft, known: KnownPlaces): Draft {
  const kept = placeFromKnown(task, 'portrait', known)
  if (kept && isGood(task, kept)) return kept
  const turned = turnQuarter(landscape.places)
  alignPlaces(turned, targetsOf(task, known))
  return betterOf(task, kept, refine(task, fitFrame(turned, FRAMES.portrait), 'portrait'))
}

function stressOf({ hops }: MapTask, { places }: Draft): number {
  return normalisedStress(places, hops)
}

function isGood(task: MapTask, draft: Draft): boolean {
  return stressOf(task, draft) <= STRESS_MOST
}

/** Readers find their way on the map they know: another has to be clearly better. */
function betterOf(task: MapTask, kept: Draft | null, anew: Draft): Draft {
  return kept && stressOf(task, kept) <= stressOf(task, anew) * WORSE_MOST ? kept : anew
}

function targetsOf(
  { topics }: MapTask,
  known: KnownPlaces,
): (readonly [number, number] | undefined)[] {
  return topics.map(({ id }) => {
    const place = known.get(id)
    return place && [place[0], place[1]]
  })
}

function placeAnew(task: MapTask, known: KnownPlaces): Draft {
  const targets = targetsOf(task, known)
  let best: Draft | null = null
  let least = Number.POSITIVE_INFINITY
  for (let start = 0; start < startsFor(task); start++) {
    const places = layOutByStress(task.ideal, start + 1)
    turnLongSideAcross(places)
    alignPlaces(places, targets)
    const draft = refine(task, fitFrame(places, FRAMES.landscape), 'landscape')
    const cost = costOf(task, draft)
    if (cost < least) {
      least = cost
      best = draft
    }
  }
  return best ?? { places: { x: new Float64Array(), y: new Float64Array() }, chosen: [] }
}

function startsFor({ topics }: MapTask): number {
  if (topics.length === 0) return 0
  return Math.max(1, Math.min(STARTS, Math.round(PAIRS_MOST / topics.length ** 2)))
}

/** A map that keeps to known places, loosely if it has to; null without any. */
function placeFromKnown(task: MapTask, frame: FrameName, known: KnownPlaces): Draft | null {
  if (!task.topics.some(({ id }) => known.has(id))) return null
  const drafts: Draft[] = []
  for (const pull of PULLS) {
    const places = startAtKnown(task, frame, known)
    letPass(task, places, known, pull)
    const draft = refine(task, places, frame, { known, pull })
    if (isGood(task, draft)) return draft
    drafts.push(draft)
  }
  const least = Math.min(...drafts.map((draft) => stressOf(task, draft)))
  return drafts.find((draft) => stressOf(task, draft) <= least * SLIGHTLY_WORSE) ?? null
}

/** Brings places nearer to their ideal distances before labels stand in the way of topics that have to pass others. */
function letPass(task: MapTask, places: Places, known: KnownPlaces, pull: number): void {
  const random = generator(task.marks.length)
  const pairs = allPairs(task.marks.length)
  const unit = unitOf(places, task.ideal)
  for (let pass = 0; pass < PASSES_OF_KNOWN; pass++) {
    relaxStress(places, task.ideal, pairs, STEP_OF_KNOWN, random, unit)
    pullBack(task, places, known, pull)
  }
}

/** Makes room for labels while distances stay near the ideal, and known topics near their places. */
function refine(
  task: MapTask,
  places: Places,
  frameName: FrameName,
  kept?: { known: KnownPlaces; pull: number },
): Draft {
  const { marks, ideal } = task
  const frame = FRAMES[frameName]
  const random = generator(marks.length)
  const pairs = allPairs(marks.length)
  const unit = unitOf(places, ideal)
  const { labels, ...scales } = roomIn(frame, marks)
  const isCrowded = labels < marks.length
  const room = { ...scales, discs: isCrowded }
  if (isCrowded && !kept) evenOut(places, frame)
  let chosen: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    chosen = chooseCandidates(marks, places, room.scales, frame, chosen, labels)
    spreadMarks(marks, places, chosen, frame, { ...room, passes: 8, strength: 0.5 })
    if (round >= ROUNDS_OF_STRESS) continue
    // In a crowd it would only undo what parted marks.
    if (!isCrowded) relaxStress(places, ideal, pairs, 0.1, random, unit)
    if (kept) pullBack(task, places, kept.known, kept.pull)
  }
  for (let round = 0; round < 4; round++) {
    if (round > 0) chosen = chooseCandidates(marks, places, room.scales, frame, chosen, labels)
    const meetings = spreadMarks(marks, places, chosen, frame, {
      ...room,
      passes: PASSES_LAST,
      strength: 0.6,
    })
    if (meetings === 0) break
  }
  roundPlaces(places)
  if (isCrowded) chosen = chooseCandidates(marks, places, room.scales, frame, chosen)
  return { places, chosen }
}

/** For how many labels a frame has room, and from what scales on they and marks are to lie clear. */
function roomIn(
  { width, height }: Frame,
  marks: Mark[],
): { labels: number; scales: number[]; markScale: number } {
  const ground = width * height
  const room = LABELS_FILL * ground
  const sizes = byImportance(marks).map((node) => {
    const [{ box }] = (marks[node] as Mark).candidates as [Candidate]
    const { left, top, right, bottom } = box
    return (right - left + AIR_OF_LABELS) * (bottom - top + AIR_OF_LABELS)
  })
  const all = sizes.reduce((sum, size) => sum + size, 0)
  if (all <= room * LABEL_STEP_LAST.scale ** 2)
    return {
      labels: marks.length,
      scales: labelSteps(marks).map(({ scale }) => scale),
      markScale: MARK_SCALE,
    }
  let labels = 0
  for (let taken = 0; labels < marks.length; labels++) {
    taken += sizes[labels] as number
    if (taken > room * SCALE_OF_CROWDED ** 2) break
  }
  const squares = marks.reduce((sum, { radius }) => sum + (2 * radius + AIR_OF_MARKS) ** 2, 0)
  const markScale = Math.sqrt(squares / (MARKS_FILL * ground))
  return {
    labels,
    scales: marks.map(() => SCALE_OF_CROWDED),
    markScale: Math.max(MARK_SCALE, Math.min(SCALE_OF_CROWDED, markScale)),
  }
}

/** Each label's step, by importance. */
export function labelSteps(marks: Mark[]): LabelStep[] {
  const steps = marks.map(() => LABEL_STEP_LAST)
  for (const [rank, node] of byImportance(marks).entries()) {
    const step = LABEL_STEPS.find(({ labels }) => rank < labels)
    if (step) steps[node] = step
  }
  return steps
}

/** To tenths, no two alike: at one place labels could never stand clear of each other. */
function roundPlaces({ x, y }: Places): void {
  const taken = new Set<string>()
  for (let node = 0; node < x.length; node++) {
    let across = Math.round((x[node] as number) * 10)
    const down = Math.round((y[node] as number) * 10)
    while (taken.has(`${across} ${down}`)) across++
    taken.add(`${across} ${down}`)
    x[node] = across / 10
    y[node] = down / 10
  }
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
    shown(LABEL_STEP_LAST.scale)
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
