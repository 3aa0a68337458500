/** Papers that one page lists at most, in some 600 kB; a longer list has a page for each letter or month. */
export const PAGE_MAX = 1000

/** Papers of a list that reference managers can read; in a longer one their records are half of the page. */
export const COLLECTABLE_MAX = 300
