import type { LabelChoice } from './label-choices.ts'
import { choiceAt, type LabelStep, markBox } from './label-steps.ts'
import type { Box } from './marks.ts'

/** A topic as drawn: its place in units of the frame, its mark and the ways to set its label in pixels around it. */
export interface DrawnTopic {
  x: number
  y: number
  radius: number
  papers: number
  choices: readonly LabelChoice[]
  /** How its label is set while nothing stands out. */
  steps: readonly LabelStep[]
}

/** A name over the ground, with its box around its place. */
export interface DrawnName {
  x: number
  y: number
  box: Box
}

/** What is to be named, by places among the topics. */
export interface LabelView {
  /** Pixels by unit of the frame. */
  scale: number
  isShown: readonly boolean[]
  /** Topics that stand out, around some of them; null if none does. */
  emphasis: { topics: readonly number[]; centres: readonly number[] } | null
  /** What of the sheet is seen, in pixels from its corner. */
  seen: Box
}

/** Pixels between a label that stands out and the edge of what is seen. */
const EDGE = 8
/** A mark that a label covers counts as much as so many papers of a topic that does not stand out. */
const WORTH_OF_STANDING_OUT = 1000

/**
 * The number of the choice that each label is set by, null for one that is not shown, and which names are shown.
 * Labels that stand out choose anew: those of the centres first, then by papers, each where it can be seen whole, meets no
 * label chosen before and covers least; only a centre covers marks that stand out. Other labels and names give way.
 * So what is shown never meets.
 */
export function labelsToShow(
  topics: readonly DrawnTopic[],
  names: readonly DrawnName[],
  { scale, isShown, emphasis, seen }: LabelView,
): { topics: (number | null)[]; names: boolean[] } {
  const chosen = topics.map(({ steps }, topic) => (isShown[topic] ? choiceAt(steps, scale) : null))
  if (!emphasis) return { topics: chosen, names: names.map(() => true) }
  const at = ({ x, y }: { x: number; y: number }, box: Box) => shifted(box, x * scale, y * scale)
  const isEmphasised = new Set(emphasis.topics)
  const marks = topics.map((topic) => at(topic, markBox(topic.radius)))
  const room = {
    left: seen.left + EDGE,
    top: seen.top + EDGE,
    right: seen.right - EDGE,
    bottom: seen.bottom - EDGE,
  }
  const taken: Box[] = []

  function cover(topic: number, box: Box): number {
    let covered = 0
    for (const [other, mark] of marks.entries())
      if (other !== topic && meet(box, mark))
        covered += isEmphasised.has(other)
          ? WORTH_OF_STANDING_OUT
          : (topics[other] as DrawnTopic).papers
    return covered
  }

  function choose(topic: number, most: number): number | null {
    const { choices } = topics[topic] as DrawnTopic
    let best: number | null = null
    let least = most
    for (const number of new Set([chosen[topic] ?? 0, ...choices.keys()])) {
      const box = at(topics[topic] as DrawnTopic, (choices[number] as LabelChoice).box)
      if (!isWithin(box, room) || taken.some((other) => meet(box, other))) continue
      const covered = cover(topic, box)
      if (covered >= least) continue
      least = covered
      best = number
    }
    return best
  }

  const bySize = (a: number, b: number) =>
    (topics[b] as DrawnTopic).papers - (topics[a] as DrawnTopic).papers || a - b
  const others = emphasis.topics.filter((topic) => !emphasis.centres.includes(topic)).sort(bySize)
  for (const topic of [...emphasis.centres, ...others]) {
    if (!isShown[topic]) continue
    const isCentre = emphasis.centres.includes(topic)
    const choice = choose(topic, isCentre ? Number.POSITIVE_INFINITY : WORTH_OF_STANDING_OUT)
    chosen[topic] = choice
    const box = (topics[topic] as DrawnTopic).choices[choice ?? -1]?.box
    if (box) taken.push(at(topics[topic] as DrawnTopic, box))
  }
  const isFree = (box: Box) => !taken.some((other) => meet(box, other))
  return {
    topics: chosen.map((choice, topic) => {
      if (choice === null || isEmphasised.has(topic)) return choice
      const { choices } = topics[topic] as DrawnTopic
      return isFree(at(topics[topic] as DrawnTopic, (choices[choice] as LabelChoice).box))
        ? choice
        : null
    }),
    names: names.map((name) => isFree(at(name, name.box))),
  }
}

function shifted({ left, top, right, bottom }: Box, x: number, y: number): Box {
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y }
}

function isWithin(box: Box, room: Box): boolean {
  return (
    box.left >= room.left &&
    box.right <= room.right &&
    box.top >= room.top &&
    box.bottom <= room.bottom
  )
}

export function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
