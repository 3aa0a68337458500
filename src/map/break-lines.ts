/** A line may end after a space, and after a hyphen within a word. */
const WORD_END = /(?<= )/
const PART_END = /(?<=[ –-])/

/** A text, and what measures the width of a part of it; blanks at its end don't count. */
export interface MeasuredLabel {
  label: string
  measure: (text: string) => number
}

/** In as few lines as the room allows, and those as even as can be. Breaks at hyphens only where a word needs it. */
export function breakLines({ label, measure }: MeasuredLabel, room: number): string[] {
  const words = label.split(WORD_END)
  const parts = words.every((word) => measure(word) <= room) ? words : label.split(PART_END)
  const fewest = fill(parts, measure, room).length
  const narrowest = lineWidths({ label, measure })
    .sort((a, b) => a - b)
    .find((width) => fill(parts, measure, width).length <= fewest)
  return fill(parts, measure, narrowest ?? room)
}

/** How wide the lines can be into which a label may be broken. */
export function lineWidths({ label, measure }: MeasuredLabel): number[] {
  const parts = label.split(PART_END)
  return parts.flatMap((_, from) =>
    parts.slice(from).map((_, more) => measure(parts.slice(from, from + more + 1).join(''))),
  )
}

/** A part that is wider than the room has a line of its own. */
function fill(parts: string[], measure: (text: string) => number, room: number): string[] {
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    if (last !== undefined && measure(last + part) <= room) lines[lines.length - 1] = last + part
    else lines.push(part)
  }
  return lines.map((line) => line.trimEnd())
}

/** As narrow as no line can be broken further. */
export function widestPart({ label, measure }: MeasuredLabel): number {
  return Math.max(...label.split(PART_END).map(measure))
}
