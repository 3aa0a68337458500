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
    return toHex(values!.split(' ').map(Number))
  }
  const hued = (name: string) => {
    const [, values] =
      new RegExp(`--${name}: light-dark\\(\\s*oklch\\(([\\d. ]+) var\\(--hue\\)\\)`).exec(css) ??
      missing(name)
    const [lightness, chroma] = values!.split(' ').map(Number)
    return (hue: number) => {
      const [, angle] =
        new RegExp(`\\.hue-${hue} {\\s*--hue: (\\d+)`).exec(css) ?? missing(`hue-${hue}`)
      return toHex([lightness!, chroma!, Number(angle)])
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

/** OKLCH to sRGB by Björn Ottosson's matrices, as in CSS Color 4; what lies outside sRGB is clipped. */
function toHex([lightness = 0, chroma = 0, hue = 0]: number[]): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return `#${linear.map((value) => channel(value).toString(16).padStart(2, '0')).join('')}`
}

function channel(linear: number): number {
  const value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055
  return Math.round(255 * Math.min(1, Math.max(0, value)))
}
