import { part, setText } from './elements.ts'

/** Where the column of filters stands beside the results. */
const WIDE = '(width >= 60rem)'

export interface FilterPanel {
  /** Offers the way to the results below, in these words; without any, there is none. */
  offer(text: string): void
}

/** The filters: open where they stand beside the results, and folded above them, with a way on to these. */
export function filterPanel(panel: HTMLDetailsElement, onShow: () => void): FilterPanel {
  const wide = matchMedia(WIDE)
  const follow = () => {
    panel.open = wide.matches
  }
  wide.addEventListener('change', follow)
  follow()
  const row = part(panel, 'show-results')
  const button = row.querySelector('button')!
  button.addEventListener('click', () => {
    panel.open = false
    onShow()
  })
  return {
    offer(text) {
      setText(button, text)
      row.hidden = text === ''
    },
  }
}
