/** Where a label stands, seen from its mark. */
export const LABEL_SIDES = [
  'right',
  'left',
  'below',
  'above',
  'right-below',
  'right-above',
  'left-below',
  'left-above',
] as const

export type LabelSide = (typeof LABEL_SIDES)[number]

/** Where a frame of the map puts a topic. Units of the frame: at scale 1 a unit is a pixel. */
export interface PlacedTopic {
  id: string
  x: number
  y: number
  label: {
    side: LabelSide
    /** One line or two. */
    lines: string[]
    /** The least scale at which the label meets nothing; at any greater one it does not either. */
    from: number
  }
}

/** The name of an area, centred at a place where it meets no label at any scale. */
interface PlacedArea {
  id: string
  x: number
  y: number
}

/** A picture of the topic graph in a frame of this size. */
export interface MapLayout {
  width: number
  height: number
  /** By id; topics without links have no place. */
  topics: PlacedTopic[]
  areas: PlacedArea[]
}

/** The same map for wide and for tall screens. */
export interface MapLayouts {
  landscape: MapLayout
  portrait: MapLayout
}

export type FrameName = keyof MapLayouts
