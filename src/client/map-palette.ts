import { fontOf } from './page-fonts.ts'

/** Colours and fonts to paint the map with. */
export interface Palette {
  ink: string
  accent: string
  line: string
  strongLine: string
  ground: string
  serif: string
  sans: string
  /** By class of colour. */
  marks: Map<string, { mark: string; text: string; wash: string }>
}

/** Colours and fonts as the style sheet has them now, read from an element beside this one that wears each class in turn. */
export function readPalette(beside: Element, classes: readonly string[]): Palette {
  const probe = document.createElement('i')
  beside.after(probe)
  const colour = (token: string) => {
    probe.style.color = `var(${token})`
    return getComputedStyle(probe).color
  }
  const marks = new Map(
    [...new Set(classes)].map((name) => {
      probe.className = name
      return [
        name,
        { mark: colour('--mark'), text: colour('--mark-text'), wash: colour('--wash') },
      ] as const
    }),
  )
  probe.className = ''
  const palette = {
    ink: colour('--ink'),
    accent: colour('--accent'),
    line: colour('--ink-3'),
    strongLine: colour('--ink-2'),
    ground: colour('--ground'),
    serif: fontOf('--font-text'),
    sans: fontOf('--font-sans'),
    marks,
  }
  probe.remove()
  return palette
}
