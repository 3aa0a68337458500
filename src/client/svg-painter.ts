import type { LabelChoice } from '../map/label-choices.ts'
import { labelsToShow } from '../map/labels.ts'
import { labelText } from '../map/marks.ts'
import { pairKey } from '../map/scene.ts'
import {
  labelViewOf,
  type MapPainter,
  type Picture,
  type PicturedTopic,
  type PictureView,
  type Seen,
} from './map-picture.ts'

/** Paints with the SVG itself. */
export function svgPainter(picture: Picture): MapPainter {
  const { svg, sheet, topics, links, names } = picture
  let seen: Seen | null = null
  let view: PictureView | null = null
  let labels: (number | null)[] = []
  let named: boolean[] = []

  function showLabels(): void {
    if (!view || !seen) return
    const shown = labelsToShow(topics, names, labelViewOf(picture, view, seen))
    for (const [at, topic] of topics.entries()) {
      const choice = shown.topics[at] ?? null
      if (choice === (labels[at] ?? null)) continue
      topic.anchor.classList.toggle('labelled', choice !== null)
      if (choice !== null) setLabel(topic, topic.choices[choice] as LabelChoice)
    }
    for (const [at, { group }] of names.entries())
      if (shown.names[at] !== named[at]) group.classList.toggle('out', !shown.names[at])
    labels = shown.topics
    named = shown.names
  }

  return {
    move(next) {
      const { k, x, y } = next.transform
      sheet.setAttribute('transform', `translate(${x} ${y}) scale(${k})`)
      if (next.scale !== seen?.scale) svg.style.setProperty('--shrink', String(1 / next.scale))
      seen = next
      showLabels()
    },
    show(next) {
      const before = view
      view = next
      svg.classList.toggle('emphasised', next.emphasis !== null)
      svg.classList.toggle('without-ground', !next.hasGround)
      for (const { topic, anchor } of topics) {
        const colour = next.colours[topic] ?? 'hue-0'
        if (before?.colours[topic] !== colour) {
          for (const name of [...anchor.classList])
            if (/^(hue|era)-/.test(name)) anchor.classList.remove(name)
          anchor.classList.add(colour)
        }
        anchor.classList.toggle('out', !next.isShown[topic])
        anchor.classList.toggle('selected', next.selected.includes(topic))
        anchor.classList.toggle('near', next.emphasis?.topics.has(topic) === true)
      }
      for (const { a, b, line } of links) {
        const key = pairKey(a, b)
        line.classList.toggle('out', !next.links.has(key))
        line.classList.toggle('near', next.emphasis?.links.has(key) === true)
      }
      showLabels()
    },
  }
}

function setLabel({ anchor, papers }: PicturedTopic, choice: LabelChoice): void {
  const text = anchor.querySelector('text')
  const { anchor: start, x, lines } = labelText(choice, papers)
  text?.setAttribute('text-anchor', start)
  text?.replaceChildren(
    ...lines.map((line) => {
      const span = document.createElementNS('http://www.w3.org/2000/svg', 'tspan')
      span.setAttribute('x', String(x))
      span.setAttribute('y', String(line.y))
      span.textContent = line.text
      return span
    }),
  )
}
