import { type MapState, readMapState, writeMapState } from '../map/state.ts'
import { formerNames } from './former-names.ts'

const IDLE_MS = 300

export interface MapHistory {
  /** The address follows, without a new entry. */
  draft(state: MapState): void
  /** A new entry, unless the address says the state already. */
  commit(state: MapState): void
}

/** Keeps the state of the map in the address. `onReturn` hears of Back and Forward. */
export function mapHistory(onReturn: (state: MapState) => void): MapHistory {
  let timer = 0
  addEventListener('popstate', () => {
    clearTimeout(timer)
    onReturn(stateHere())
  })
  return {
    draft(state) {
      clearTimeout(timer)
      timer = window.setTimeout(() => {
        history.replaceState(history.state, '', addressOf(state))
      }, IDLE_MS)
    },
    commit(state) {
      clearTimeout(timer)
      if (writeMapState(state) !== writeMapState(stateHere()))
        history.pushState(null, '', addressOf(state))
    },
  }
}

/** The state that the page's address says. */
export function stateHere(): MapState {
  return readMapState(location.search, formerNames())
}

/** The page's address with this state. */
function addressOf(state: MapState): string {
  return `${location.pathname}${writeMapState(state)}`
}
