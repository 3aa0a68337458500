import type { Keeping } from './reading-store.ts'

const MESSAGES: Record<Keeping, string> = {
  browser: '',
  tab: 'This browser has no room left for your list. What you change now is kept until you close this tab.',
  page: 'This browser keeps nothing for this site. What you change now will be gone when you leave this page.',
  newer:
    'Your list was written by a newer version of this site. Reload the page to see it; until then no change is kept.',
}

/** What a reader must know of how long the list is kept; empty if it simply is. */
export function keepingMessage(keeping: Keeping): string {
  return MESSAGES[keeping]
}
