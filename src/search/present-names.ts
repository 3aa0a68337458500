import { type FormerNames, presentIds } from '../shared/moved.ts'
import type { SearchState } from './model.ts'

/** The state with what it calls by a former id under the present one. */
export function withPresentNames(state: SearchState, former: FormerNames): SearchState {
  const { topic, area } = state.chosen
  const chosen = {
    ...state.chosen,
    topic: presentIds(topic, former.topics).sort(),
    area: presentIds(area, former.areas).sort(),
  }
  return { ...state, chosen }
}
