import type { MapPaper, MapTopic, NamedPaper } from '../../src/map/model.ts'

/** A topic whose label is its id in capitals. */
export const topic = (
  id: string,
  area: number,
  community: number | null,
  papers: number,
): MapTopic => ({ id, label: id.toUpperCase(), area, community, papers })

/** A paper whose title is its id. */
export const paper = (
  id: string,
  year: number | null,
  ...topics: number[]
): MapPaper & NamedPaper => ({
  id,
  title: id,
  year,
  topics,
})
