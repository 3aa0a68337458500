import { findTopic, topicNamed } from '../map/find-topic.ts'
import type { MapScriptData } from '../map/model.ts'
import type { MapColour, MapState } from '../map/state.ts'
import { part } from './elements.ts'

const NOT_FOUND = 'No topic has this name.'

export interface MapControls {
  /** Makes the controls say what the state says. */
  show(state: MapState): void
}

interface ControlListeners {
  /** The reader changed these parts of the state. */
  onChange(change: Partial<MapState>): void
  /** A topic was named. */
  onFind(topic: number): void
  onReset(): void
}

/** The tools below the map and the legend. */
export function mapControls(
  root: HTMLElement,
  data: MapScriptData,
  { onChange, onFind, onReset }: ControlListeners,
): MapControls {
  const form = part<HTMLFormElement>(root, 'tools')
  const find = form.elements.namedItem('find') as HTMLInputElement
  const [colourSelect, from, to, strengthSelect] = ['colour', 'from', 'to', 'strength'].map(
    (name) => form.elements.namedItem(name),
  ) as [HTMLSelectElement, HTMLSelectElement, HTMLSelectElement, HTMLSelectElement]
  const legends = [...root.querySelectorAll<HTMLFieldSetElement>('[data-legend]')]

  listenToName(form, find, data, onFind)
  listenToYears(from, to, (years) => onChange({ years }))
  colourSelect.addEventListener('change', () =>
    onChange({ colour: colourSelect.value as MapColour }),
  )
  strengthSelect.addEventListener('change', () =>
    onChange({ strength: Number(strengthSelect.value) }),
  )
  part(root, 'reset').addEventListener('click', () => {
    find.value = ''
    onReset()
  })
  for (const legend of legends)
    legend.addEventListener('change', () => {
      const checked = [...legend.querySelectorAll<HTMLInputElement>(':checked')]
      const values = checked.map(({ value }) => value)
      onChange(legend.dataset.legend === 'areas' ? { areas: values } : { communities: values })
    })

  return {
    show(state) {
      const { colour, years, strength } = state
      colourSelect.value = colour
      from.value = years ? String(years[0]) : ''
      to.value = years ? String(years[1]) : ''
      strengthSelect.value = nearestOption(strengthSelect, strength)
      for (const legend of legends) showLegend(legend, state)
    },
  }
}

function listenToName(
  form: HTMLFormElement,
  find: HTMLInputElement,
  { topics }: MapScriptData,
  onFind: ControlListeners['onFind'],
): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const topic = findTopic(topics, find.value)
    find.setCustomValidity(topic === null && find.value.trim() !== '' ? NOT_FOUND : '')
    if (form.reportValidity() && topic !== null) onFind(topic)
  })
  // A name taken from the list needs no Enter.
  find.addEventListener('input', (event) => {
    find.setCustomValidity('')
    const topic = topicNamed(topics, find.value)
    const isPicked = !(event instanceof InputEvent) || event.inputType === 'insertReplacementText'
    if (topic !== null && isPicked) onFind(topic)
  })
}

/** One year left open reaches to the end of those there are; a range turned round is one year. */
function listenToYears(
  from: HTMLSelectElement,
  to: HTMLSelectElement,
  onChange: (years: MapState['years']) => void,
): void {
  const years = [...from.options].map(({ value }) => value).filter(Boolean)
  const change = () => {
    const isOpen = from.value === '' && to.value === ''
    onChange(isOpen ? null : [Number(from.value || years[0]), Number(to.value || years.at(-1))])
  }
  from.addEventListener('change', () => {
    if (to.value !== '' && to.value < from.value) to.value = from.value
    change()
  })
  to.addEventListener('change', () => {
    if (to.value !== '' && from.value > to.value) from.value = to.value
    change()
  })
}

function showLegend(legend: HTMLFieldSetElement, { colour, areas, communities }: MapState): void {
  const name = legend.dataset.legend
  legend.hidden =
    name !== { area: 'areas', community: 'communities', year: 'years' }[colour] &&
    // A filter that holds stays in sight.
    !(name === 'areas' && areas.length > 0) &&
    !(name === 'communities' && communities.length > 0)
  const chosen = name === 'areas' ? areas : communities
  for (const box of legend.querySelectorAll<HTMLInputElement>('input'))
    box.checked = chosen.includes(box.value)
}

/** The greatest option that is not above a value. */
function nearestOption(select: HTMLSelectElement, value: number): string {
  const options = [...select.options].map((option) => option.value)
  return options.filter((option) => Number(option) <= value).at(-1) ?? options[0] ?? ''
}
