import { neighboursOf, papersOfAll } from '../map/scene.ts'
import { counted } from '../shared/facts.ts'
import { arrange, element } from './elements.ts'
import { type PanelView, pageOfSelection } from './map-panel.ts'

/**
 * The selection in short, for where the panel lies below the map: its name, its figures, the ways to its page and to
 * the panel.
 */
export function showBar(
  root: HTMLElement,
  { data, scene, selected }: Pick<PanelView, 'data' | 'scene' | 'selected'>,
  onClear: () => void,
): void {
  root.hidden = selected.length === 0
  const [first] = selected
  if (first === undefined) {
    arrange(root, [])
    return
  }
  const page = pageOfSelection(data, selected)
  const clear = element(
    'button',
    { type: 'button', 'aria-label': 'Clear selection', title: 'Clear' },
    '×',
  )
  clear.addEventListener('click', onClear)
  arrange(root, [
    element(
      'p',
      { class: 'name' },
      ...selected.map((topic) =>
        element(
          'span',
          { class: `hue-${(data.topics[topic]?.area ?? -1) + 1}` },
          element('i', { class: 'dot' }),
          data.topics[topic]?.label ?? '',
        ),
      ),
    ),
    clear,
    element(
      'p',
      { class: 'ways' },
      element(
        'span',
        {},
        selected.length === 1
          ? `${counted(scene.counts[first] ?? 0, 'paper')}, ${counted(neighboursOf(scene.links, first).length, 'link')}`
          : `${counted(papersOfAll(scene.papers, selected).length, 'paper')} in common`,
      ),
      page && element('a', { href: page.href }, page.text),
      element('a', { href: '#selection' }, 'Details below'),
    ),
  ])
}
