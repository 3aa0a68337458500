import { oklchToHex } from '../../src/formats/area-colours.ts'

/** The colours of the light theme as sRGB, `#rrggbb`. */
export interface SiteColours {
  ground: string
  ink: string
  ink2: string
  ink3: string
  rule: string
  /** Of spines and marks, by hue number; 0 is that of unfiled papers. */
  mark(hue: number): string
  /** Of words in an area's colour. */
  markText(hue: number): string
}

/** Reads them from the site's style sheet; throws if that does not say them in the form expected. */
export function readSiteColours(css: string): SiteColours {
  const named = (name: string) => {
    const [, values] =
      new RegExp(`--${name}: light-dark\\(\\s*oklch\\(([\\d. ]+)\\)`).exec(css) ?? missing(name)
    const [lightness = 0, chroma = 0, hue = 0] = values!.split(' ').map(Number)
    return oklchToHex(lightness, chroma, hue)
  }
  const hued = (name: string) => {
    const [, lightness, lifted, chroma] =
      new RegExp(
        `--${name}: light-dark\\(\\s*oklch\\((?:([\\d.]+)|calc\\(([\\d.]+) \\+ var\\(--lift\\)\\)) ([\\d.]+) var\\(--hue\\)\\)`,
      ).exec(css) ?? missing(name)
    return (hue: number) => {
      const [, angle, lift] =
        new RegExp(`\\.hue-${hue} {\\s*--hue: (\\d+);\\s*--lift: (-?[\\d.]+)`).exec(css) ??
        missing(`hue-${hue}`)
      const light = lightness ? Number(lightness) : Number(lifted) + Number(lift)
      return oklchToHex(light, Number(chroma), Number(angle))
    }
  }
  const [mark, markText] = [hued('mark'), hued('mark-text')]
  const [ink2, ink3] = [named('ink-2'), named('ink-3')]
  return {
    ground: named('ground'),
    ink: named('ink'),
    ink2,
    ink3,
    rule: named('rule'),
    mark: (hue) => (hue === 0 ? ink3 : mark(hue)),
    markText: (hue) => (hue === 0 ? ink2 : markText(hue)),
  }
}

function missing(name: string): never {
  throw new Error(`The style sheet has no light ${name} in OKLCH.`)
}
