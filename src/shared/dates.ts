import type { PaperDate } from './model.ts'

/** As listings print them. */
export const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
]

/** `2024-11-26` as `Nov 26, 2024`. */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${MONTHS[(month ?? 1) - 1]} ${day}, ${year}`
}

export function yearOf(date: PaperDate): string {
  return date.value.slice(0, 4)
}
