/** Calls `focusSearch` on `/` and Ctrl or Command + K, but for a slash only where nobody is typing. */
export function onSearchShortcut(focusSearch: () => void): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return
    const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey
    const isCtrlK =
      event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey
    if ((isSlash && !isTyping(event.target)) || isCtrlK) {
      event.preventDefault()
      focusSearch()
    }
  })
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'))
  )
}
