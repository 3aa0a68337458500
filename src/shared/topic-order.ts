import { byId } from './code-unit-order.ts'
import type { Paper } from './model.ts'

/**
 * Papers of a topic, those it is most central to first: by its place among the paper's topics, then by
 * whether the title names it, then by how often the text does, then by id.
 */
export function byCentrality(topic: string): (a: Paper, b: Paper) => number {
  const key = (paper: Paper) => {
    const place = paper.topics.findIndex(({ id }) => id === topic)
    const evidence = paper.topics[place]?.evidence ?? []
    return {
      place,
      inTitle: evidence.some(({ field }) => field === 'title'),
      hits: evidence.length,
    }
  }
  return (a, b) => {
    const [x, y] = [key(a), key(b)]
    return (
      x.place - y.place || Number(y.inTitle) - Number(x.inTitle) || y.hits - x.hits || byId(a, b)
    )
  }
}
