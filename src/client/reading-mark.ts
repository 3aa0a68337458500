import { element } from './elements.ts'
import { keepingMessage } from './keeping-message.ts'
import { keeping, readingList, watchList } from './reading-store.ts'
import { readingSwitch } from './reading-switch.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** The sentence on trouble with storage; it stands below the paper last marked. */
const trouble = element('p', { class: 'reading-trouble', role: 'status' })

/** A small button beside a paper in a list; `showMarks` then says whether the paper is in the reading list. */
export function readingMark(id: string, title: string): HTMLButtonElement {
  const button = element(
    'button',
    {
      type: 'button',
      class: 'reading-mark no-print',
      'aria-label': `Keep in reading list: ${title}`,
      title: 'Keep in reading list',
      'data-reading-mark': id,
    },
    bookmark(),
  )
  const change = readingSwitch(id, title)
  button.addEventListener('click', () => {
    change()
    const text = keepingMessage(keeping())
    if (text === '') trouble.remove()
    else if (trouble.parentElement !== button.parentElement) button.parentElement?.append(trouble)
    trouble.textContent = text
  })
  return button
}

/** Makes the marks below `root` say what is in the list. */
export function showMarks(root: ParentNode): void {
  const ids = new Set(readingList().map(({ id }) => id))
  for (const mark of root.querySelectorAll<HTMLElement>('[data-reading-mark]'))
    mark.setAttribute('aria-pressed', String(ids.has(mark.dataset.readingMark ?? '')))
}

/** Keeps all marks of the page true, whichever tab changes the list. */
export function watchMarks(): void {
  watchList(() => showMarks(document))
}

function bookmark(): Node {
  const svg = document.createElementNS(SVG, 'svg')
  const path = document.createElementNS(SVG, 'path')
  const attributes = { viewBox: '0 0 16 16', width: '16', height: '16', 'aria-hidden': 'true' }
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value)
  path.setAttribute('d', 'M4 1.75h8v12.5l-4-3.5-4 3.5z')
  svg.append(path)
  return svg
}
