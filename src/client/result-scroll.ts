/** Where the page scrolls once there are results to scroll to. */
export interface ResultScroll {
  /** To where the reader was, in pixels from the top; at 0 it leaves the page alone, since a reader may have scrolled meanwhile. */
  toPlace(place: number): void
  /** To the heading, which takes the focus. */
  toResults(): void
  forget(): void
  /** Scrolls to what is on the page by now; `isLast` if no more is to come. */
  apply(isLast: boolean): void
}

/** `heading` is that of the results. A reader who scrolls meanwhile goes nowhere else. */
export function resultScroll(heading: HTMLElement): ResultScroll {
  let target: number | 'results' | null = null

  for (const event of ['wheel', 'touchmove', 'keydown'] as const)
    addEventListener(
      event,
      () => {
        if (typeof target === 'number') target = null
        letContentScroll(true)
      },
      { passive: true },
    )

  return {
    toPlace(place) {
      target = place || null
      // Firefox would go on from there as rows above it get their heights.
      letContentScroll(target === null)
    },
    toResults() {
      target = 'results'
    },
    forget() {
      target = null
      letContentScroll(true)
    },
    apply(isLast) {
      if (target === null) return
      if (target === 'results') {
        heading.focus({ preventScroll: true })
        heading.scrollIntoView({ block: 'nearest' })
        target = null
      } else scrollTo(0, target)
      if (isLast) target = null
    },
  }
}

/** Whether the page scrolls by itself, so that what is read stays in place when content above it changes. */
function letContentScroll(isLet: boolean): void {
  document.documentElement.style.overflowAnchor = isLet ? '' : 'none'
}
