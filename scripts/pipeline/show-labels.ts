import { lastMeeting } from '../../src/map/meeting-scales.ts'
import type { FrameName } from '../../src/shared/map-layout.ts'
import { countShown, FULL_SIZE, namesOf, SIGHTS, setNames, shownFrom } from './describe-layout.ts'
import { FRAMES } from './map-frames.ts'
import type { MapTask } from './map-task.ts'
import { byImportance, type Candidate, insideFrom, type Mark } from './place-labels.ts'
import type { PlacedName } from './place-names.ts'
import type { Draft } from './place-topics.ts'

/** A label may ask another to give way, that one a third, and so on, and try so many places; more would gain little. */
const DEPTH = 3
const TRIES = 100
/** Names of areas stand elsewhere once labels have moved, so labels choose again. */
const ROUNDS = 2
/** A frame that shows less than this share of labels is too small for them, whatever their places. */
const CROWDED = 0.6

/** The same places, with other candidates for labels where more of them show at full size beside names of areas. */
export function showMoreLabels(
  task: MapTask,
  draft: Draft,
  areas: { id: string; label: string }[],
  frameName: FrameName,
): Draft {
  const shown = (one: Draft) => countShown(setNames(task, one, areas, frameName))
  let best = draft
  let most = shown(draft)
  if (most < CROWDED * task.marks.length) return draft
  for (const sight of SIGHTS) {
    let last = draft
    for (let round = 0; round < ROUNDS; round++) {
      const names = namesOf(task, last, areas, frameName, sight)
      last = { ...draft, chosen: makeRoom(task, last, names, frameName) }
      const now = shown(last)
      if (now <= most) continue
      best = last
      most = now
    }
  }
  return best
}

/** Gives hidden labels a candidate that is clear of all others, which move to another of theirs where they have to. */
function makeRoom(
  task: MapTask,
  { places, chosen }: Draft,
  names: PlacedName[],
  frameName: FrameName,
): number[] {
  const { marks } = task
  const at = (node: number) => [places.x[node] as number, places.y[node] as number] as const
  const candidateOf = (node: number, number: number) =>
    (marks[node] as Mark).candidates[number] as Candidate
  const clear = marks.map((_, node) => clearCandidates(task, places, node, names, frameName))
  const meet = (node: number, number: number, other: number, otherNumber: number) => {
    const [[x, y], [otherX, otherY]] = [at(node), at(other)]
    const [{ box }, { box: otherBox }] = [
      candidateOf(node, number),
      candidateOf(other, otherNumber),
    ]
    return lastMeeting(otherX - x, otherY - y, box, otherBox) > FULL_SIZE
  }
  let best = chosen
  let from = shownFrom(task, { places, chosen }, names, frameName)
  let tries = 0

  /** Changes `tried` so that the label has a clear candidate; `moved` stay, and nothing changes if it can't. */
  function settle(node: number, tried: number[], moved: Set<number>, depth: number): boolean {
    for (const number of clear[node] as number[]) {
      if (--tries < 0) return false
      const inTheWay = [...from.keys()].filter(
        (other) =>
          other !== node &&
          (from[other] as number) <= FULL_SIZE &&
          meet(node, number, other, tried[other] as number),
      )
      if (inTheWay.length > 0 && (depth === 0 || inTheWay.some((other) => moved.has(other))))
        continue
      const before = [...tried]
      tried[node] = number
      const settled = new Set([...moved, ...inTheWay])
      if (inTheWay.every((other) => settle(other, tried, settled, depth - 1))) return true
      tried.splice(0, tried.length, ...before)
    }
    return false
  }

  for (const node of byImportance(marks)) {
    if ((from[node] as number) <= FULL_SIZE) continue
    const tried = [...best]
    tries = TRIES
    if (!settle(node, tried, new Set([node]), DEPTH)) continue
    // A label that stays hidden may still stand in the way of others at greater scales.
    const now = shownFrom(task, { places, chosen: tried }, names, frameName)
    if (countShown({ from: now }) <= countShown({ from })) continue
    best = tried
    from = now
  }
  return best
}

/** The numbers of a label's candidates that meet no mark, no name and no edge from full size on, best liked first. */
function clearCandidates(
  { marks }: MapTask,
  { x, y }: Draft['places'],
  node: number,
  names: PlacedName[],
  frameName: FrameName,
): number[] {
  const [atX, atY] = [x[node] as number, y[node] as number]
  const { candidates } = marks[node] as Mark
  return [...candidates.keys()]
    .filter((number) => {
      const { box } = candidates[number] as Candidate
      return (
        insideFrom(box, atX, atY, FRAMES[frameName]) <= FULL_SIZE &&
        names.every(
          (name) => lastMeeting(name.x - atX, name.y - atY, box, name.box) <= FULL_SIZE,
        ) &&
        marks.every(
          (mark, other) =>
            other === node ||
            lastMeeting((x[other] as number) - atX, (y[other] as number) - atY, box, mark.box) <=
              FULL_SIZE,
        )
      )
    })
    .sort((a, b) => (candidates[a] as Candidate).cost - (candidates[b] as Candidate).cost)
}
