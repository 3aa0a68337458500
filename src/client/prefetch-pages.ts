interface Connected {
  connection?: { saveData: boolean; effectiveType: string }
}

/** Milliseconds after which a pointer or the focus rests on a link. */
const RESTS = 80

const fetched = new Set<string>()
let soon = 0

// On the document, so that it holds for links that scripts make, too.
for (const event of ['mouseover', 'focusin'] as const)
  document.addEventListener(event, ({ target }) => {
    clearTimeout(soon)
    const link = (target as Element).closest('a:not([download])')
    // A link of the map is none of HTML, and selects.
    if (link instanceof HTMLAnchorElement) soon = window.setTimeout(() => prefetch(link), RESTS)
  })

/** Has the browser fetch another page of the site, once; a browser that can't leaves the element alone. */
function prefetch(link: HTMLAnchorElement): void {
  const address = withoutHash(link)
  const { connection } = navigator as Connected
  if (
    link.origin !== location.origin ||
    address === withoutHash(location) ||
    fetched.has(address) ||
    connection?.saveData ||
    connection?.effectiveType.includes('2g')
  )
    return
  fetched.add(address)
  const ahead = document.createElement('link')
  ahead.rel = 'prefetch'
  ahead.href = address
  document.head.append(ahead)
}

function withoutHash({ origin, pathname, search }: HTMLAnchorElement | Location): string {
  return origin + pathname + search
}
