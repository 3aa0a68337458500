import { type Direction, nearestInDirection } from '../map/directions.ts'
import type { Picture, PicturedTopic } from './map-picture.ts'

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

interface KeyActions {
  isShown(topic: number): boolean
  /** Neighbours of a topic, strongest first. */
  neighbours(topic: number): number[]
  focus(topic: PicturedTopic): void
  select(topic: number): void
  toggle(topic: number): void
  /** Clears the selection; false if there is none. */
  clear(): boolean
  zoom(how: 'in' | 'out' | 'fit'): void
}

/** The keys of a picture: it is one tab stop, and arrows go to the nearest topic in their direction. */
export function listenToKeys(picture: Picture, actions: KeyActions): void {
  /** The topic whose neighbours `[` and `]` go through, and how far they got. */
  let centre = { topic: -1, at: -1, reached: -1 }
  picture.svg.addEventListener('keydown', (event) => {
    const anchor =
      event.target instanceof Element ? event.target.closest<SVGAElement>('a[data-topic]') : null
    const here = picture.topics.find((topic) => topic.anchor === anchor)
    if (!here || event.ctrlKey || event.metaKey || event.altKey) return
    if (onKey(event.key, here)) event.preventDefault()
  })

  function onKey(key: string, here: PicturedTopic): boolean {
    const direction = DIRECTIONS[key]
    if (direction) {
      const others = shown().filter((topic) => topic !== here)
      const next = nearestInDirection(others, here, direction)
      if (next) actions.focus(next)
      return true
    }
    switch (key) {
      case 'Enter':
        actions.select(here.topic)
        return true
      case ' ':
        actions.toggle(here.topic)
        return true
      case 'Escape':
        return actions.clear()
      case 'Home': {
        const largest = shown().sort((a, b) => b.papers - a.papers)[0]
        if (largest) actions.focus(largest)
        return true
      }
      case '[':
      case ']':
        walk(here, key === ']' ? 1 : -1)
        return true
      case '+':
      case '=':
        actions.zoom('in')
        return true
      case '-':
        actions.zoom('out')
        return true
      case '0':
        actions.zoom('fit')
        return true
      default:
        return false
    }
  }

  /** To the next strongest neighbour of the topic where the walk began. */
  function walk(here: PicturedTopic, step: number): void {
    if (centre.reached !== here.topic) centre = { topic: here.topic, at: -1, reached: here.topic }
    const around = actions.neighbours(centre.topic)
    if (around.length === 0) return
    const from = centre.at === -1 && step < 0 ? 0 : centre.at
    const at = (from + step + around.length) % around.length
    const next = picture.topics.find(({ topic }) => topic === around[at])
    if (!next) return
    centre = { ...centre, at, reached: next.topic }
    actions.focus(next)
  }

  function shown(): PicturedTopic[] {
    return picture.topics.filter(({ topic }) => actions.isShown(topic))
  }
}
