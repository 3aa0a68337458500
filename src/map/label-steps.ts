import type { LabelChoice } from './label-choices.ts'
import type { Box } from './marks.ts'
import { meetingScales } from './meeting-scales.ts'

/** A topic to be named: its place in units of the frame, its mark and its labels in pixels around it. */
export interface NamedTopic {
  x: number
  y: number
  radius: number
  papers: number
  choices: readonly LabelChoice[]
  /** The number of the choice that suits the whole map best. */
  liked: number
}

/** How a label is set from a scale on, up to the next step. */
export interface LabelStep {
  from: number
  /** Number of the choice. */
  choice: number
}

/** Something at a place of its own, in units of the frame, with its box in pixels. */
interface Placed {
  x: number
  y: number
  box: Box
}

interface Size {
  width: number
  height: number
}

/** The scale of the narrowest screens, where labels begin, and the one beyond which nothing changes. */
const FIRST = 0.4
const LAST = 8
/** From one scale at which labels are chosen to the next. */
const RATIO = 1.06
/** A label covers only marks of topics with less than this part of its own papers. */
const COVERED_MOST = 0.7
/** Pixels between a label and the sides of the frame. */
const EDGE = 6

/**
 * How the label of each topic is set at which scales, in the order of topics; below the first step it is not shown.
 * Topics choose by papers. A label may stand where it meets, at no scale of its step, another label, a name, the
 * sides of the frame or the mark of a topic that is not much smaller; it covers marks of those only where nothing is free.
 * What is shown at a scale is shown at every greater one, so that no label comes and goes as one zooms in.
 */
export function chooseLabelSteps(
  topics: readonly NamedTopic[],
  names: readonly Placed[],
  frame: Size,
): LabelStep[][] {
  const steps: LabelStep[][] = topics.map(() => [])
  const order = [...topics.keys()].sort(
    (a, b) => (topics[b] as NamedTopic).papers - (topics[a] as NamedTopic).papers || a - b,
  )
  let before: (number | null)[] = topics.map(() => null)
  for (let from = FIRST; from < LAST; from *= RATIO) {
    const to = from * RATIO < LAST ? from * RATIO : Number.POSITIVE_INFINITY
    const chosen: (number | null)[] = topics.map(() => null)
    for (const topic of order)
      chosen[topic] = choose(topic, { topics, names, frame, chosen }, { from, to }, before[topic])
    for (const [topic, choice] of chosen.entries()) {
      const own = steps[topic] as LabelStep[]
      if (choice === null) own.length = 0
      // Upwards, so that a rounded scale is still a clear one.
      else if (choice !== before[topic]) own.push({ from: Math.ceil(from * 1000) / 1000, choice })
    }
    before = chosen
  }
  return steps
}

/** How the label is set at this scale; null if it is not shown. */
export function choiceAt(steps: readonly LabelStep[], scale: number): number | null {
  return steps.findLast(({ from }) => from <= scale)?.choice ?? null
}

/** The steps as an attribute has them. */
export function writeLabelSteps(steps: readonly LabelStep[]): string {
  return steps.map(({ from, choice }) => `${from} ${choice}`).join(',')
}

export function readLabelSteps(text: string): LabelStep[] {
  if (text === '') return []
  return text.split(',').map((step) => {
    const [from, choice] = step.split(' ').map(Number)
    return { from: from as number, choice: choice as number }
  })
}

/** The choice that covers least between two scales; null if none may stand. */
function choose(
  topic: number,
  {
    topics,
    names,
    frame,
    chosen,
  }: {
    topics: readonly NamedTopic[]
    names: readonly Placed[]
    frame: Size
    chosen: readonly (number | null)[]
  },
  scales: { from: number; to: number },
  before: number | null | undefined,
): number | null {
  const own = topics[topic] as NamedTopic
  const doMeet = (box: Box, other: { x: number; y: number }, otherBox: Box) => {
    const met = meetingScales(other.x - own.x, other.y - own.y, box, otherBox)
    return met !== null && met.first < scales.to && met.last > scales.from
  }
  /** Papers of the topics whose marks it covers, up to `most`; infinite where it meets a label. */
  function cost(box: Box, most: number): number {
    let covered = 0
    for (const [at, other] of topics.entries()) {
      if (at === topic) continue
      if (doMeet(box, other, markBox(other.radius)))
        covered +=
          other.papers < own.papers * COVERED_MOST ? other.papers : Number.POSITIVE_INFINITY
      const label = other.choices[chosen[at] ?? -1]
      if (label && doMeet(box, other, label.box)) return Number.POSITIVE_INFINITY
      if (covered >= most) break
    }
    return covered
  }
  let best: number | null = null
  let least = Number.POSITIVE_INFINITY
  for (const number of new Set([own.liked, before ?? own.liked, ...own.choices.keys()])) {
    const { box } = own.choices[number] as LabelChoice
    if (!isInside(box, own, scales.from, frame)) continue
    if (names.some((name) => doMeet(box, name, name.box))) continue
    const covered = cost(box, least)
    if (covered >= least) continue
    least = covered
    best = number
    if (covered === 0) break
  }
  return best
}

/** Whether a box lies within the frame at this scale, and so at every greater one. */
function isInside(box: Box, { x, y }: NamedTopic, scale: number, { width, height }: Size): boolean {
  return (
    x * scale + box.left >= EDGE &&
    x * scale + box.right <= width * scale - EDGE &&
    y * scale + box.top >= 0 &&
    y * scale + box.bottom <= height * scale
  )
}

/** The square around a mark. */
export function markBox(radius: number): Box {
  return { left: -radius, top: -radius, right: radius, bottom: radius }
}
