import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AREA_HUES, areaColours, oklchToHex } from '../../src/formats/area-colours.ts'

const css = readFileSync('src/styles/colours.css', 'utf8')

test('hues are those of the style sheet', () => {
  const hues = [...css.matchAll(/\.hue-([1-9]\d*) \{\s*--hue: (\d+);\s*--lift: (-?[\d.]+);/g)]
  expect(hues.map(([, place, hue, lift]) => [Number(place), Number(hue), Number(lift)])).toEqual(
    AREA_HUES.map(([hue, lift], place) => [place + 1, hue, lift]),
  )
})

/** Base lightness and chroma of a colour of areas in the style sheet, light and dark. */
function themesOf(name: string): { lightness: number; chroma: number }[] {
  const value = new RegExp(`--${name}: light-dark\\(([^;]+)\\);`).exec(css)?.[1] ?? ''
  return [
    ...value.matchAll(/oklch\((?:calc\()?([\d.]+)(?: \+ var\(--lift\)\))? ([\d.]+) var/g),
  ].map(([, lightness, chroma]) => ({ lightness: Number(lightness), chroma: Number(chroma) }))
}

test.each(['mark', 'mark-text', 'wash'])('--%s is the one of the light theme', (name) => {
  const [light] = themesOf(name)
  const [hue, lift] = AREA_HUES[0]
  const colour = { mark: 'mark', 'mark-text': 'text', wash: 'wash' }[name] as 'mark'
  const lifted = (light?.lightness ?? 0) + (name === 'mark' ? lift : 0)
  expect(areaColours(0)[colour]).toBe(oklchToHex(lifted, light?.chroma ?? 0, hue))
})

type Rgb = readonly [number, number, number]

/** What those who lack a kind of cones see, in linear light (Machado, Oliveira & Fernandes 2009, severity 1). */
const VISION: Record<string, readonly Rgb[]> = {
  'usual colour vision': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

function linearOf(hex: string): Rgb {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

function seenBy(vision: readonly Rgb[], [r, g, b]: Rgb): Rgb {
  const [x = 0, y = 0, z = 0] = vision.map(([p, q, s]) =>
    Math.min(1, Math.max(0, p * r + q * g + s * b)),
  )
  return [x, y, z]
}

/** Linear light in OKLab (Ottosson 2020). */
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function contrast(a: string, b: string): number {
  const [x, y] = [a, b].map((hex) => {
    const [red, green, blue] = linearOf(hex)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
  }) as [number, number]
  return Math.max(x, y) / Math.min(x, y)
}

describe.each([
  ['light', 0, oklchToHex(0.984, 0.006, 85)],
  ['dark', 1, oklchToHex(0.185, 0.012, 265)],
])('marks of areas in the %s theme', (_, theme, ground) => {
  const colourOf = (name: string) => {
    const { lightness, chroma } = themesOf(name)[theme] as { lightness: number; chroma: number }
    return AREA_HUES.map(([hue, lift]) =>
      oklchToHex(lightness + (name === 'mark' ? lift : 0), chroma, hue),
    )
  }
  const marks = colourOf('mark')

  test.each(Object.entries(VISION))('are told apart by %s', (_name, vision) => {
    const seen = marks.map((mark) => oklab(seenBy(vision, linearOf(mark))))
    const gaps = seen.flatMap((one, at) =>
      seen.slice(at + 1).map((other) => Math.hypot(...one.map((value, i) => value - other[i]!))),
    )
    // A difference of 0.02 is just noticed where two colours touch.
    expect(Math.min(...gaps)).toBeGreaterThan(0.045)
  })

  test('stand out from the ground, and from the wash of their area', () => {
    for (const [at, wash] of colourOf('wash').entries())
      for (const behind of [ground, wash])
        expect(contrast(marks[at] ?? '', behind), `area ${at}`).toBeGreaterThanOrEqual(3)
  })
})

// From the examples of CSS Color 4, and named colours as browsers convert them.
test.each([
  [0, 0, 0, '#000000'],
  [1, 0, 0, '#ffffff'],
  [0.62796, 0.25768, 29.2339, '#ff0000'],
  [0.51975, 0.17686, 142.495, '#008000'],
  [0.45201, 0.31321, 264.052, '#0000ff'],
  [0.59987, 0, 0, '#808080'],
])('oklch(%f %f %f) is %s', (lightness, chroma, hue, hex) => {
  expect(oklchToHex(lightness, chroma, hue)).toBe(hex)
})

test('what sRGB cannot show is clipped', () => {
  expect(oklchToHex(0.9, 0.4, 140)).toMatch(/^#[\da-f]{6}$/)
})

test('places past the last hue begin again', () => {
  expect(areaColours(AREA_HUES.length)).toEqual(areaColours(0))
})
