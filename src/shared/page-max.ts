/** Papers that one page lists at most, in some 600 kB; a longer list has a page for each letter or month. */
export const PAGE_MAX = 1000
