/** Long enough that a screen reader hears the count of the last keystroke and not of every one. */
const PAUSE_MS = 400

/** Says a text in a live region once nothing else has been said for a moment. */
export function politeStatus(region: HTMLElement): (text: string) => void {
  let timer = 0
  return (text) => {
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      region.textContent = text
    }, PAUSE_MS)
  }
}
