import type { Page } from '@playwright/test'

/** Scripts that follow the width of the window do so before the next frame. */
export async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 })
  await page.evaluate(() => new Promise(requestAnimationFrame))
}

/** Elements that reach beyond the right edge of the window; empty if nothing scrolls sideways. */
export function overflowingElements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    const isInScroller = (element: Element): boolean =>
      getComputedStyle(element).overflowX !== 'visible' ||
      (element.parentElement !== null && isInScroller(element.parentElement))
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) =>
        element.getBoundingClientRect().right > width + 1 && !isInScroller(element.parentElement!),
    )
    if (wide.length === 0) return ['the page scrolls sideways, although no element sticks out']
    return wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))
  })
}

/**
 * Targets that fail WCAG 2.5.8: smaller than 24 by 24 pixels, not part of a
 * sentence, and with another target within the circle of 24 pixels around the
 * centre.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const LEAST = 24
    // WCAG 2.5.8 exempts a target whose function another target on the page has; it must be there.
    const hasEquivalent = (element: Element) => {
      const id = element.closest('[data-equivalent]')?.getAttribute('data-equivalent')
      return id ? document.getElementById(id)?.matches('a[href]') === true : false
    }
    const targets = [
      ...document.querySelectorAll('a[href], button, input, select, summary, textarea'),
    ]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => !hasEquivalent(element))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.right > 0 && box.bottom > 0 && box.width > 1 && box.height > 1)

    const isSmall = (box: DOMRect) => box.width < LEAST - 0.5 || box.height < LEAST - 0.5
    const isInSentence = (element: Element) => {
      const parent = element.parentElement!
      const others = [...parent.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
      const words = others.map((node) => node.textContent).join(' ')
      return getComputedStyle(element).display === 'inline' && /\p{L}{2}/u.test(words)
    }
    const isCrowded = (own: Element, box: DOMRect) => {
      const x = (box.left + box.right) / 2
      const y = (box.top + box.bottom) / 2
      return targets.some(({ element, box: other }) => {
        if (element === own) return false
        const dx = Math.max(other.left - x, 0, x - other.right)
        const dy = Math.max(other.top - y, 0, y - other.bottom)
        return Math.hypot(dx, dy) < LEAST / 2
      })
    }
    return targets
      .filter(({ element, box }) => isSmall(box) && !isInSentence(element))
      .filter(({ element, box }) => isCrowded(element, box))
      .slice(0, 5)
      .map(
        ({ element, box }) =>
          `${box.width.toFixed(1)} × ${box.height.toFixed(1)}: ${element.outerHTML.slice(0, 120)}`,
      )
  })
}

/** How far what is seen has moved by itself since the page was opened: the sum of its layout shifts. */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((entries) =>
          resolve(
            entries
              .getEntries()
              .reduce(
                (sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value,
                0,
              ),
          ),
        ).observe({ type: 'layout-shift', buffered: true })
        // Without any shift the observer is never called.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)))
      }),
  )
}
