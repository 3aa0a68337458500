import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AREA_HUES, areaColours, oklchToHex } from '../../src/formats/area-colours.ts'

const css = readFileSync('src/styles/global.css', 'utf8')

test('hues are those of the style sheet', () => {
  const hues = [...css.matchAll(/\.hue-([1-9]\d*) \{\s*--hue: (\d+);/g)]
  expect(hues.map(([, place, hue]) => [Number(place), Number(hue)])).toEqual(
    AREA_HUES.map((hue, place) => [place + 1, hue]),
  )
})

test.each(['mark', 'mark-text', 'wash'])('--%s is the one of the light theme', (name) => {
  const value = new RegExp(`--${name}: light-dark\\(oklch\\(([\\d.]+) ([\\d.]+) var`).exec(css)
  const colour = { mark: 'mark', 'mark-text': 'text', wash: 'wash' }[name] as 'mark'
  expect(areaColours(0)[colour]).toBe(
    oklchToHex(Number(value![1]), Number(value![2]), AREA_HUES[0]),
  )
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
