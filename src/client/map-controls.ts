import type { MapScriptData } from '../map/model.ts'
import type { MapColour, MapState } from '../map/state.ts'
import { part } from './elements.ts'

const NOT_FOUND = 'No topic has this name.'

export interface MapControls {
  /** Makes the controls say what the state says. */
  show(state: MapState): void
}

/** The tools below the map and the legend. `onChange` hears of the parts of the state that the reader changes. */
export function mapControls(
  root: HTMLElement,
  data: MapScriptData,
  {
    onChange,
    onFind,
    onReset,
  }: {
    onChange(change: Partial<MapState>): void
    /** A topic was named. */
    onFind(topic: number): void
    onReset(): void
  },
): MapControls {
  const form = part<HTMLFormElement>(root, 'tools')
  const find = form.elements.namedItem('find') as HTMLInputElement
  const selects = Object.fromEntries(
    ['colour', 'from', 'to', 'strength'].map((name) => [
      name,
      form.elements.namedItem(name) as HTMLSelectElement,
    ]),
  ) as Record<'colour' | 'from' | 'to' | 'strength', HTMLSelectElement>
  const years = [...selects.from.options].map(({ value }) => value).filter(Boolean)
  const legends = [...root.querySelectorAll<HTMLFieldSetElement>('[data-legend]')]

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const topic = findTopic(data, find.value, false)
    find.setCustomValidity(topic === null && find.value.trim() !== '' ? NOT_FOUND : '')
    if (form.reportValidity() && topic !== null) onFind(topic)
  })
  // A name taken from the list needs no Enter.
  find.addEventListener('input', (event) => {
    find.setCustomValidity('')
    const topic = findTopic(data, find.value, true)
    const isPicked = !(event instanceof InputEvent) || event.inputType === 'insertReplacementText'
    if (topic !== null && isPicked) onFind(topic)
  })
  selects.colour.addEventListener('change', () =>
    onChange({ colour: selects.colour.value as MapColour }),
  )
  selects.strength.addEventListener('change', () =>
    onChange({ strength: Number(selects.strength.value) }),
  )
  selects.from.addEventListener('change', () => {
    if (selects.to.value !== '' && selects.to.value < selects.from.value)
      selects.to.value = selects.from.value
    onChange({ years: chosenYears() })
  })
  selects.to.addEventListener('change', () => {
    if (selects.to.value !== '' && selects.from.value > selects.to.value)
      selects.from.value = selects.to.value
    onChange({ years: chosenYears() })
  })
  part(root, 'reset').addEventListener('click', () => {
    find.value = ''
    onReset()
  })
  for (const legend of legends)
    legend.addEventListener('change', () => {
      const values = [...legend.querySelectorAll<HTMLInputElement>(':checked')].map(
        ({ value }) => value,
      )
      onChange(legend.dataset.legend === 'areas' ? { areas: values } : { communities: values })
    })

  /** One year left open reaches to the end of those there are. */
  function chosenYears(): [number, number] | null {
    const [first, last] = [selects.from.value, selects.to.value]
    if (first === '' && last === '') return null
    return [Number(first || years[0]), Number(last || years.at(-1))]
  }

  return {
    show({ colour, years: range, strength, areas, communities }) {
      selects.colour.value = colour
      selects.from.value = range ? String(range[0]) : ''
      selects.to.value = range ? String(range[1]) : ''
      selects.strength.value = nearestOption(selects.strength, strength)
      for (const legend of legends) {
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
    },
  }
}

/** The topic with this name, in any case; otherwise, unless exact, the first with it in its name. */
function findTopic({ topics }: MapScriptData, name: string, isExact: boolean): number | null {
  const sought = name.trim().toLowerCase()
  if (sought === '') return null
  const names = topics.map(({ label }) => label.toLowerCase())
  const exact = names.indexOf(sought)
  if (exact !== -1) return exact
  if (isExact) return null
  const begins = names.findIndex((label) => label.startsWith(sought))
  const holds = begins === -1 ? names.findIndex((label) => label.includes(sought)) : begins
  return holds === -1 ? null : holds
}

/** The greatest option that is not above a value. */
function nearestOption(select: HTMLSelectElement, value: number): string {
  const options = [...select.options].map((option) => option.value)
  return options.filter((option) => Number(option) <= value).at(-1) ?? options[0] ?? ''
}
