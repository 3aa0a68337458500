import { texToMathml } from '../../../src/formats/mathml.ts'
import type { Span } from '../../../src/shared/model.ts'
import { readTex } from './read-tex.ts'
import type { Edit } from './text-edits.ts'

const delimited =
  /(?<![\\$])\$\$([^$]{1,300})\$\$(?!\$)|(?<![\\$])\$(?![\s$])([^$]{1,300})(?<![\s\\])\$(?![\d$])|\\\(((?:[^\\]|\\[^()]){1,300})\\\)|\\\[((?:[^\\]|\\[^[\]]){1,300})\\\]/g

/** Formulas between `$…$`, `$$…$$`, `\(…\)` or `\[…\]`. */
export function findDelimitedMath(text: string): Edit[] {
  return matchDelimited(text).flatMap(({ start, end, tex }) => mathEdit(start, end, tex))
}

/** The sources of formulas between such delimiters that can't be set, so that readers would see the delimiters. */
export function findRefusedMath(text: string): string[] {
  return matchDelimited(text).flatMap(({ tex }) => (mathEdit(0, 0, tex).length > 0 ? [] : tex))
}

/** What to do about the first of them. */
export function explainRefusedMath(text: string): string {
  return `"${findRefusedMath(text)[0]}" can't be set as a formula; give LaTeX that KaTeX reads, or plain text`
}

function matchDelimited(text: string): (Span & { tex: string })[] {
  return [...text.matchAll(delimited)].flatMap((match) => {
    const tex = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').trim()
    return isPrice(tex) ? [] : { start: match.index, end: match.index + match[0].length, tex }
  })
}

/** An edit that publishes a formula; none when KaTeX or the plain form refuses it. */
export function mathEdit(start: number, end: number, tex: string): Edit[] {
  const to = readTex(tex)
  if (to === null || texToMathml(tex) === null) return []
  return [{ start, end, to, math: [{ start: 0, end: to.length, tex }] }]
}

/** `$5 million, or 4$`: a number, then words, and nothing that is LaTeX. */
function isPrice(tex: string): boolean {
  return /^\d/.test(tex) && /[A-Za-z]{3}/.test(tex) && !/[\\^_{]/.test(tex)
}

/** A text with `$…$` as the text to publish and its formulas. */
export function readInlineMath(text: string): Pick<Edit, 'to' | 'math'> {
  const math: NonNullable<Edit['math']> = []
  let to = ''
  let end = 0
  for (const edit of findDelimitedMath(text)) {
    to += text.slice(end, edit.start)
    for (const span of edit.math ?? [])
      math.push({ start: to.length, end: to.length + edit.to.length, tex: span.tex })
    to += edit.to
    end = edit.end
  }
  return { to: to + text.slice(end), math }
}
