import type { MapLayouts } from '../shared/map-layout.ts'

/** A topic of the map, as its pages and scripts know it. */
export interface MapTopic {
  id: string
  label: string
  /** Place of its area among the areas, from 0. */
  area: number
  /** Place among the communities, from 0; null without a link. */
  community: number | null
  /** In either grade. */
  papers: number
}

/** A link between topics, which are given by their places among the topics. */
export interface MapLink {
  a: number
  b: number
  /** Papers filed under both. */
  observed: number
  /** Papers expected under both by chance. */
  expected: number
  /** How many times as often as expected; above 1. */
  strength: number
}

export interface MapPaper {
  year: number | null
  /** Places of its topics among the topics, those it is about first. */
  topics: number[]
}

export interface NamedPaper {
  id: string
  title: string
}

/** All that the map page knows, in one file for its script. */
export interface MapData {
  /** By id; those without links too. */
  topics: MapTopic[]
  areas: { id: string; label: string }[]
  /** What names a community: its largest topics, by their places. */
  communities: number[][]
  /** Strongest first. */
  links: MapLink[]
  papers: (MapPaper & NamedPaper)[]
  layouts: MapLayouts
}

/** What the script of the map loads; places it reads from the picture. */
export interface MapScriptData extends Omit<MapData, 'layouts' | 'papers'> {
  /** Of many papers without names. */
  papers: (MapPaper & Partial<NamedPaper>)[]
  /** Site path of the folder of the catalogue's parts, if they have the names. */
  catalogue?: string
}
