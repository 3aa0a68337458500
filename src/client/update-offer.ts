import { element } from './elements.ts'

/** Says in this tab that the reader does not want to be asked again. */
const LATER = 'lectern-update-later'

/** Offers a newer version at the foot of the window, once; `onTake` is called when the reader wants it. */
export function showUpdateOffer(onTake: () => void): void {
  if (isPutOff() || document.querySelector('.update-offer')) return
  const text = element('p', { role: 'status' })
  const show = element('button', { type: 'button', class: 'button solid' }, 'Show it')
  const later = element('button', { type: 'button', class: 'button' }, 'Later')
  const offer = element(
    'aside',
    { class: 'update-offer no-print', 'aria-label': 'Newer version' },
    text,
    element('div', {}, show, later),
  )
  show.addEventListener('click', () => {
    show.disabled = true
    onTake()
  })
  later.addEventListener('click', () => {
    putOff()
    offer.remove()
  })
  document.body.append(offer)
  // A screen reader says what is put into a status that is there already.
  requestAnimationFrame(() => {
    text.textContent = 'A newer version of this site is ready.'
  })
}

function isPutOff(): boolean {
  try {
    return sessionStorage.getItem(LATER) !== null
  } catch {
    return false
  }
}

function putOff(): void {
  try {
    sessionStorage.setItem(LATER, '1')
  } catch {
    // Where nothing can be stored it is asked again on the next page.
  }
}
