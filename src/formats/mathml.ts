import katex from 'katex'

/** Longer sources are refused: no formula in an abstract comes near, and parsing is not linear. */
const LONGEST_TEX = 1000

/**
 * `<math>…</math>` for a LaTeX formula, with its source as annotation; null when KaTeX refuses it.
 * Free of inline style and script, so that it passes the strict content security policy.
 */
export function texToMathml(tex: string): string | null {
  if (tex.trim() === '' || tex.length > LONGEST_TEX) return null
  const html = render(tex)
  const math = html?.match(/<math[\s\S]*<\/math>/)?.[0]
  // \href and \html… are set in the colour of errors instead of being refused.
  if (math === undefined || /<[^>]*(?:\sstyle=|mathcolor="#cc0000")|<script/i.test(math))
    return null
  return math
}

function render(tex: string): string | null {
  try {
    return katex.renderToString(tex, {
      output: 'mathml',
      throwOnError: true,
      trust: false,
      strict: 'ignore',
    })
  } catch {
    // Besides its own ParseError, KaTeX throws TypeError and RangeError on hostile input.
    return null
  }
}
