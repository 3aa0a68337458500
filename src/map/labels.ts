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
  /** Which names have a topic that is shown. */
  isNamed: readonly boolean[]
  /** Topics that stand out, around some of them; null if none does. */
  emphasis: { topics: readonly number[]; centres: readonly number[] } | null
  /** What of the sheet is seen, in pixels from its corner. */
  seen: Box
  /** The whole sheet, in the same pixels. */
  sheet: Box
}

/** Pixels between a label that stands out and the edge of what is seen. */
const EDGE = 8
/** A mark that a label covers counts as much as so many papers of a topic that does not stand out. */
const WORTH_OF_STANDING_OUT = 1000
/** A name over the ground that a label covers, and so takes away, counts as much as so many papers. */
const WORTH_OF_NAME = 500

/**
 * The number of the choice that each label is set by, null for one that is not shown, and which names are shown.
 * Labels that stand out choose anew: those of the centres first, then by papers, each where it can be seen whole, meets no
 * label chosen before and covers least; only a centre covers marks that stand out. Other labels and names give way.
 * So what is shown never meets.
 */
export function labelsToShow(
  topics: readonly DrawnTopic[],
  names: readonly DrawnName[],
  view: LabelView,
): { topics: (number | null)[]; names: boolean[] } {
  const { scale, isShown, emphasis } = view
  const chosen = topics.map(({ steps }, topic) => (isShown[topic] ? choiceAt(steps, scale) : null))
  const taken = isShown.includes(false) ? fillRoom(topics, names, chosen, view) : []
  const standing = emphasis ? chooseAround(topics, chosen, view, emphasis) : taken
  const isFree = (place: { x: number; y: number }, box: Box) =>
    !standing.some((other) => meet(placedBox(place, box, scale), other))
  const isEmphasised = new Set(emphasis?.topics)
  return {
    topics: chosen.map((choice, topic) => {
      if (choice === null || !emphasis || isEmphasised.has(topic)) return choice
      const drawn = topics[topic] as DrawnTopic
      return isFree(drawn, (drawn.choices[choice] as LabelChoice).box) ? choice : null
    }),
    names: names.map((name, place) => view.isNamed[place] === true && isFree(name, name.box)),
  }
}

/**
 * Where filters leave topics out, the others without a label take room that has come free: by papers, over no label and no
 * mark that is shown, and over a name only where there is no other. What of the sheet is in sight does not matter, so that
 * no label changes as the map is moved. Changes `chosen`, and gives the boxes of all labels.
 */
function fillRoom(
  topics: readonly DrawnTopic[],
  names: readonly DrawnName[],
  chosen: (number | null)[],
  { scale, isShown, isNamed, sheet }: LabelView,
): Box[] {
  const named = names
    .filter((_, place) => isNamed[place])
    .map((name) => placedBox(name, name.box, scale))
  const setter = labelSetter(topics, scale, (topic) => isShown[topic] === true, sheet, named)
  for (const [topic, choice] of chosen.entries()) setter.take(topic, choice)
  for (const topic of [...topics.keys()].sort(bySize(topics))) {
    if (!isShown[topic] || chosen[topic] !== null) continue
    chosen[topic] = setter.choose(topic, 0, WORTH_OF_STANDING_OUT)
    setter.take(topic, chosen[topic])
  }
  return setter.taken
}

/** Sets the labels that stand out; changes `chosen`, and gives their boxes. */
function chooseAround(
  topics: readonly DrawnTopic[],
  chosen: (number | null)[],
  { scale, isShown, seen }: LabelView,
  emphasis: NonNullable<LabelView['emphasis']>,
): Box[] {
  const isEmphasised = new Set(emphasis.topics)
  const room = {
    left: seen.left + EDGE,
    top: seen.top + EDGE,
    right: seen.right - EDGE,
    bottom: seen.bottom - EDGE,
  }
  const setter = labelSetter(topics, scale, (topic) => isEmphasised.has(topic), room)
  const others = emphasis.topics.filter((topic) => !emphasis.centres.includes(topic))
  for (const topic of [...emphasis.centres, ...others.sort(bySize(topics))]) {
    if (!isShown[topic]) continue
    const most = emphasis.centres.includes(topic) ? Number.POSITIVE_INFINITY : WORTH_OF_STANDING_OUT
    chosen[topic] = setter.choose(topic, chosen[topic] ?? 0, most)
    setter.take(topic, chosen[topic])
  }
  return setter.taken
}

/** Sets labels one after the other within `room`, where they meet none that was set before. */
function labelSetter(
  topics: readonly DrawnTopic[],
  scale: number,
  standsOut: (topic: number) => boolean,
  room: Box,
  names: readonly Box[] = [],
) {
  const marks = topics.map((topic) => placedBox(topic, markBox(topic.radius), scale))
  const taken: Box[] = []
  const boxOf = (topic: number, choice: number) => {
    const drawn = topics[topic] as DrawnTopic
    return placedBox(drawn, (drawn.choices[choice] as LabelChoice).box, scale)
  }
  const cover = (topic: number, box: Box) => {
    let covered = names.filter((name) => meet(box, name)).length * WORTH_OF_NAME
    for (const [other, mark] of marks.entries())
      if (other !== topic && meet(box, mark))
        covered += standsOut(other) ? WORTH_OF_STANDING_OUT : (topics[other] as DrawnTopic).papers
    return covered
  }
  return {
    taken,
    take(topic: number, choice: number | null): void {
      if (choice !== null) taken.push(boxOf(topic, choice))
    },
    /** The choice that covers least, and less than `most`; of equal ones the liked one, then the first. */
    choose(topic: number, liked: number, most: number): number | null {
      let best: number | null = null
      let least = most
      for (const choice of new Set([liked, ...(topics[topic] as DrawnTopic).choices.keys()])) {
        const box = boxOf(topic, choice)
        if (!isWithin(box, room) || taken.some((other) => meet(box, other))) continue
        const covered = cover(topic, box)
        if (covered >= least) continue
        least = covered
        best = choice
      }
      return best
    },
  }
}

function bySize(topics: readonly DrawnTopic[]): (a: number, b: number) => number {
  const size = (topic: number) => (topics[topic] as DrawnTopic).papers
  return (a, b) => size(b) - size(a) || a - b
}

/** A box around a place of the frame, in pixels. */
function placedBox({ x, y }: { x: number; y: number }, box: Box, scale: number): Box {
  return shifted(box, x * scale, y * scale)
}

export function shifted({ left, top, right, bottom }: Box, x: number, y: number): Box {
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
