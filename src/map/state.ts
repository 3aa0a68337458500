import { type FormerNames, noFormerNames, presentIds } from '../shared/moved.ts'
import type { MapScriptData } from './model.ts'

/** What the reader has made of the map. The address says all of it. */
export interface MapState {
  /** Ids of topics, in the order they were chosen. */
  select: string[]
  /** Ids of the areas shown; none means all. */
  areas: string[]
  /** Numbers of the communities shown, from 1; none means all. */
  communities: string[]
  /** First and last year shown; null for all papers, the undated too. */
  years: [number, number] | null
  /** Links of at least this strength are shown; 1 is all of them. */
  strength: number
  colour: MapColour
  /** Null is what suits the screen. */
  view: 'map' | 'list' | null
  /** Where the reader moved to: the middle of the picture, in units of the frame, and the zoom. */
  at: MapPlace | null
}

export type MapColour = 'area' | 'community' | 'year'

export interface MapPlace {
  x: number
  y: number
  /** How many times the fitted size. */
  zoom: number
}

const COLOURS: readonly MapColour[] = ['area', 'community', 'year']
const SELECT_MOST = 8
export const ZOOM_MOST = 12
/** Beyond the frame the map can be moved by so many units. */
export const SLACK = 80
/** No frame is so large; a longer number could be written as a power of ten, whose `+` addresses take for a blank. */
const PLACE_MOST = 9999

export const noMapState: MapState = {
  select: [],
  areas: [],
  communities: [],
  years: null,
  strength: 1,
  colour: 'area',
  view: null,
  at: null,
}

/**
 * The state that an address says; what it does not say, or says wrongly, is as at first. What the data does not have is
 * left to `knownState`.
 */
export function readMapState(search: string, former: FormerNames = noFormerNames): MapState {
  const params = new URLSearchParams(search)
  const list = (name: string) => [
    ...new Set((params.get(name) ?? '').split(',').filter((id) => /^[a-z0-9-]+$/.test(id))),
  ]
  const colour = params.get('colour') as MapColour
  const view = params.get('view')
  return {
    select: presentIds(list('select'), former.topics).slice(0, SELECT_MOST),
    areas: presentIds(list('areas'), former.areas).sort(),
    communities: list('communities').sort(),
    years: readYears(params.get('years') ?? ''),
    strength: readStrength(params.get('strength') ?? ''),
    colour: COLOURS.includes(colour) ? colour : 'area',
    view: view === 'map' || view === 'list' ? view : null,
    at: readPlace(params.get('at') ?? ''),
  }
}

/** What of a state the data has; the rest is as at first. Communities, for one, have other numbers after a rebuild. */
export function knownState(state: MapState, data: MapScriptData): MapState {
  const topics = new Set(data.topics.map(({ id }) => id))
  const areas = new Set(data.areas.map(({ id }) => id))
  const communities = new Set(data.communities.map((_, place) => String(place + 1)))
  const isReached = data.links.some(({ strength }) => strength >= state.strength)
  return {
    ...state,
    select: state.select.filter((id) => topics.has(id)),
    areas: state.areas.filter((id) => areas.has(id)),
    communities: state.communities.filter((number) => communities.has(number)),
    years: state.years && knownYears(state.years, data),
    strength: isReached ? state.strength : 1,
  }
}

/** The query string of a state, with its `?`, or nothing at first: one form for one state. */
export function writeMapState(state: MapState): string {
  const { select, areas, communities, years, strength, colour, view, at } = state
  const pairs: [string, string][] = [
    ['select', select.join(',')],
    ['areas', [...areas].sort().join(',')],
    ['communities', [...communities].sort().join(',')],
    ['years', years ? years.join('..') : ''],
    ['strength', strength > 1 ? String(strength) : ''],
    ['colour', colour === 'area' ? '' : colour],
    ['view', view ?? ''],
    ['at', at ? [Math.round(at.x), Math.round(at.y), Number(at.zoom.toFixed(2))].join(',') : ''],
  ]
  const said = pairs.filter(([, value]) => value !== '')
  return said.length === 0 ? '' : `?${said.map((pair) => pair.join('=')).join('&')}`
}

/** The state with a topic chosen, or no longer chosen. */
export function withToggled(state: MapState, topic: string): MapState {
  const select = state.select.includes(topic)
    ? state.select.filter((id) => id !== topic)
    : [...state.select, topic].slice(-SELECT_MOST)
  return { ...state, select }
}

function readYears(text: string): [number, number] | null {
  const [, first, last] = /^(\d{4})\.\.(\d{4})$/.exec(text) ?? []
  return first && last && first <= last ? [Number(first), Number(last)] : null
}

/** The part of a range that lies between the first and the last year of the papers; null if there is none. */
function knownYears([first, last]: [number, number], { papers }: MapScriptData): MapState['years'] {
  const years = papers.flatMap(({ year }) => year ?? [])
  const from = Math.max(first, Math.min(...years))
  const to = Math.min(last, Math.max(...years))
  return from <= to ? [from, to] : null
}

function readStrength(text: string): number {
  const strength = /^\d{1,6}(\.\d{1,6})?$/.test(text) ? Number(text) : 1
  return Math.max(1, strength)
}

function readPlace(text: string): MapPlace | null {
  const numbers = text.split(',').map(Number)
  if (numbers.length !== 3) return null
  const [x, y, zoom] = numbers as [number, number, number]
  const isNear = Math.abs(x) <= PLACE_MOST && Math.abs(y) <= PLACE_MOST
  return isNear && zoom >= 1 && zoom <= ZOOM_MOST ? { x, y, zoom } : null
}

/** The nearest place at which no more than the slack is seen beyond the frame; null for one that lies beyond. */
export function placeWithin(
  { x, y, zoom }: MapPlace,
  { width, height }: { width: number; height: number },
): MapPlace | null {
  const isBeyond = (value: number, size: number) => value < -SLACK || value > size + SLACK
  if (isBeyond(x, width) || isBeyond(y, height)) return null
  const along = (value: number, size: number) => {
    const least = size / 2 / zoom - SLACK
    return Math.min(size - least, Math.max(least, value))
  }
  return { x: along(x, width), y: along(y, height), zoom }
}
