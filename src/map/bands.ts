/**
 * Scales that the map's style sheet knows, in hundredths: a picture without script is drawn for the greatest of them
 * that is not above the scale it is shown at.
 */
const BANDS = [35, 40, 45, 50, 60, 70, 80, 90, 100, 120, 140] as const

/** The first band in which a label that needs this scale can be shown; null if there is none. */
export function bandFrom(scale: number): number | null {
  return BANDS.find((band) => band >= scale * 100) ?? null
}
