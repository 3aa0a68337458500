/** Hue and step of lightness of the areas in their order, as `.hue-1` to `.hue-10` have them; a test compares the two. */
export const AREA_HUES = [
  [276, -0.02],
  [151, -0.04],
  [237, 0.04],
  [76, -0.04],
  [11, 0],
  [319, -0.04],
  [105, 0.01],
  [336, 0.04],
  [142, 0.04],
  [189, -0.02],
] as const

/** Colours of the light theme as `#rrggbb`, for programs that know no `oklch()`. */
export const LIGHT_COLOURS = {
  ground: oklchToHex(0.984, 0.006, 85),
  ink: oklchToHex(0.235, 0.018, 265),
  softInk: oklchToHex(0.43, 0.016, 265),
  faintInk: oklchToHex(0.51, 0.013, 265),
} as const

/** Mark, text and ground of the area at this place among the areas, from 0; past the last hue they repeat. */
export function areaColours(place: number): { mark: string; text: string; wash: string } {
  const [hue, lift] = AREA_HUES[place % AREA_HUES.length] as (typeof AREA_HUES)[number]
  return {
    mark: oklchToHex(0.58 + lift, 0.125, hue),
    text: oklchToHex(0.42, 0.11, hue),
    wash: oklchToHex(0.955, 0.022, hue),
  }
}

/** `oklch(lightness chroma hue)` in sRGB (Ottosson 2020); what sRGB cannot show is clipped, as browsers do. */
export function oklchToHex(lightness: number, chroma: number, hue: number): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return `#${[
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
    .map(toByte)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')}`
}

/** Linear light as a channel of sRGB (IEC 61966-2-1), 0 to 255. */
function toByte(linear: number): number {
  const channel = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055
  return Math.round(255 * Math.min(1, Math.max(0, channel)))
}
