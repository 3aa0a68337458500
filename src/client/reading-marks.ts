import { readingMark, showMarks, watchMarks } from './reading-mark.ts'

/** Puts a mark beside each paper of the lists that have room for it. */
for (const place of document.querySelectorAll<HTMLElement>('[data-keep]')) {
  const title = place.querySelector('[data-title]')
  title?.after(readingMark(place.dataset.keep ?? '', title.textContent.trim()))
}
showMarks(document)
watchMarks()
