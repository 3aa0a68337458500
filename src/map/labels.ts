import type { Box } from './marks.ts'

/** A topic as drawn: its place in units of the frame, its mark and label in pixels around it. */
export interface DrawnTopic {
  x: number
  y: number
  radius: number
  label: Box
  /** The least scale at which the label meets nothing. */
  from: number
  papers: number
}

/** A name over the ground, with its box around its place. */
export interface DrawnName {
  x: number
  y: number
  box: Box
}

/**
 * Which labels and names to show at a scale, in pixels by unit. With emphasis, labels of its centres are always shown
 * unless they meet, and those of emphasised topics go before all others:
 * those that would be hidden are shown where they meet no label and no mark of an emphasised topic, and the others
 * give way to them, names of areas too. So what is shown never meets.
 */
export function labelsToShow(
  topics: readonly DrawnTopic[],
  scale: number,
  isShown: readonly boolean[],
  emphasised: ReadonlySet<number> | null,
  centres: readonly number[] = [],
  names: readonly DrawnName[] = [],
): { topics: boolean[]; names: boolean[] } {
  const show = topics.map(({ from }, topic) => isShown[topic] === true && from <= scale)
  if (!emphasised) return { topics: show, names: names.map(() => true) }
  const boxOf = (topic: number): Box => {
    const { x, y, label } = topics[topic] as DrawnTopic
    return shifted(label, x * scale, y * scale)
  }
  const markOf = (topic: number): Box => {
    const { x, y, radius } = topics[topic] as DrawnTopic
    return shifted(
      { left: -radius, top: -radius, right: radius, bottom: radius },
      x * scale,
      y * scale,
    )
  }
  const bySize = (a: number, b: number) => sizeOf(topics, b) - sizeOf(topics, a) || a - b
  const main = [...emphasised].filter((topic) => isShown[topic])
  const marks = main.map((topic) => ({ topic, box: markOf(topic) }))
  const taken: Box[] = []
  const added: Box[] = []
  function take(topic: number, isFree: boolean): void {
    const box = boxOf(topic)
    if (isFree && !show[topic]) added.push(box)
    if (isFree) taken.push(box)
    show[topic] = isFree
  }
  const meetsNone = (topic: number) => !taken.some((box) => meet(box, boxOf(topic)))
  for (const topic of centres) if (isShown[topic]) take(topic, meetsNone(topic))
  const others = main.filter((topic) => !centres.includes(topic))
  for (const topic of others.filter((other) => show[other])) take(topic, meetsNone(topic))
  for (const topic of others.filter((other) => !show[other]).sort(bySize))
    take(
      topic,
      meetsNone(topic) &&
        !marks.some((mark) => mark.topic !== topic && meet(boxOf(topic), mark.box)),
    )
  for (const [topic, isThere] of show.entries())
    if (isThere && !emphasised.has(topic) && added.some((box) => meet(box, boxOf(topic))))
      show[topic] = false
  return {
    topics: show,
    names: names.map(({ x, y, box }) => {
      const here = shifted(box, x * scale, y * scale)
      return !added.some((other) => meet(other, here))
    }),
  }
}

function sizeOf(topics: readonly DrawnTopic[], topic: number): number {
  return topics[topic]?.papers ?? 0
}

function shifted({ left, top, right, bottom }: Box, x: number, y: number): Box {
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y }
}

export function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
