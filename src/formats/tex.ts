import type { MathSpan } from '../shared/model.ts'
import { texToMathml } from './mathml.ts'

/**
 * In the forms that most readers of BibTeX know. The plain `<`, `>` and `|` are other characters in LaTeX's
 * oldest encoding, and formulas are the one way to them that is read everywhere.
 */
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '{$\\backslash$}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\^{}',
  '<': '{$<$}',
  '>': '{$>$}',
  '|': '{$|$}',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
}

/** What LaTeX does not know as characters of a text, though it may stand in titles. */
const SYMBOLS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    String.raw`≠ \not =|≤ \leq|≥ \geq|≈ \approx|∼ \sim|∝ \propto|∞ \infty|∈ \in|− -|× \times`,
    String.raw`→ \rightarrow|← \leftarrow|↔ \leftrightarrow|⇒ \Rightarrow`,
    String.raw`α \alpha|β \beta|γ \gamma|δ \delta|ε \varepsilon|ζ \zeta|η \eta|θ \theta|κ \kappa`,
    String.raw`λ \lambda|μ \mu|ν \nu|ξ \xi|π \pi|ρ \rho|σ \sigma|τ \tau|φ \varphi|χ \chi|ψ \psi`,
    String.raw`ω \omega|Γ \Gamma|Δ \Delta|Θ \Theta|Λ \Lambda|Π \Pi|Σ \Sigma|Φ \Phi|Ψ \Psi|Ω \Omega`,
  ].flatMap((line) => line.split('|').map((entry) => [entry[0], `{$${entry.slice(2)}$}`])),
)

/** For braces without a partner, since BibTeX counts the brace of `\{` all the same. */
const LONE_BRACES: Readonly<Record<string, string>> = {
  '{': '{$\\lbrace$}',
  '}': '{$\\rbrace$}',
}

/** `MIR-Bench` in `MIR-Bench: Can …`. */
const NAME_BEFORE_COLON = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+(?=:)/u
const RAISED_NAME = /^\p{Lu}\p{L}+[¹²³]$/u

/** Commands that outlive their formula or reach outside it. KaTeX reads `\global` and `\long` before one of these only. */
const UNSAFE = /\\(?:[egx]?def|let|futurelet|(?:re)?newcommand|providecommand|char)\b/

/** Plain text as LaTeX in UTF-8; `setPart` sets each word and each mathematical sign, which begins `at` so many characters. */
export function escapeTex(text: string, setPart = (part: string, _at: number) => part): string {
  const commands = hasBalancedBraces(text) ? COMMANDS : { ...COMMANDS, ...LONE_BRACES }
  return text.replace(
    /[\p{L}\p{N}]+|[\\{}~^<>|$%&#_]|\p{Sm}/gu,
    (part, at: number) => commands[part] ?? setPart(part, at),
  )
}

/**
 * A title as LaTeX, its formulas from their source, but for those that could do more than be shown. Words with a capital
 * that is not their first letter, such as LLM, capitals alone, such as K, and proper names are in braces, so that a style
 * that sets titles in lower case leaves them. So are the parts of a name before a colon (`Self-Refine: …`), and a first
 * word behind a quotation mark, whose capital such a style does not see.
 */
export function titleTex(
  title: string,
  math: MathSpan[],
  isName: (word: string) => boolean,
): string {
  const nameEnd = NAME_BEFORE_COLON.exec(title)?.[0].length ?? 0
  const first = title.search(/[\p{L}\p{N}]/u)
  const setText = (start: number, end: number) =>
    escapeTex(title.slice(start, end), (part, at) => {
      const isFirst = start + at === first && first > 0
      const isNamed = start + at < nameEnd || isFirst
      const isKept = needsCapitals(part) || isName(part) || (isNamed && /^\p{Lu}/u.test(part))
      return SYMBOLS[part] ?? (isKept ? `{${part}}` : part)
    })
  let at = 0
  let tex = ''
  for (const { start, end, tex: formula } of math) {
    // A name with a raised digit needs no formula, for whose letters LaTeX would need a package.
    if (!isHarmless(formula) || RAISED_NAME.test(title.slice(start, end))) continue
    tex += `${setText(at, start)}{$${formula.trim()}$}`
    at = end
  }
  return tex + setText(at, title.length)
}

function needsCapitals(word: string): boolean {
  return /^.+\p{Lu}/u.test(word) || (/^\p{Lu}$/u.test(word) && word !== 'A')
}

/** Whether BibTeX and LaTeX read the formula as one and it can do nothing but be shown. */
function isHarmless(tex: string): boolean {
  return (
    !/[$\n\r]|(?<!\\)%/.test(tex) &&
    !UNSAFE.test(tex) &&
    hasBalancedBraces(tex) &&
    // KaTeX knows no command that reads or writes files.
    texToMathml(tex) !== null
  )
}

/** As BibTeX counts them, for which `\{` is a brace like any other. */
function hasBalancedBraces(tex: string): boolean {
  let depth = 0
  for (const character of tex) {
    if (character === '{') depth++
    if (character === '}') depth--
    if (depth < 0) return false
  }
  return depth === 0
}
