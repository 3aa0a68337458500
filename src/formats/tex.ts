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

/** For braces without a partner, since BibTeX counts the brace of `\{` all the same. */
const LONE_BRACES: Readonly<Record<string, string>> = {
  '{': '{$\\lbrace$}',
  '}': '{$\\rbrace$}',
}

/** Commands that outlive their formula or reach outside it. */
const UNSAFE = /\\(?:[egx]?def|let|futurelet|global|long|(?:re)?newcommand|providecommand|char)\b/

/** Plain text as LaTeX in UTF-8; `setWord` sets each word. */
export function escapeTex(text: string, setWord = (word: string) => word): string {
  const commands = hasBalancedBraces(text) ? COMMANDS : { ...COMMANDS, ...LONE_BRACES }
  return text.replace(/[\p{L}\p{N}]+|[\\{}~^<>|$%&#_]/gu, (part) => commands[part] ?? setWord(part))
}

/**
 * A published text as LaTeX, its formulas from their source. `setText` sets what lies between them; a formula
 * that could do more than be shown stays plain text.
 */
export function texWithMath(
  text: string,
  math: MathSpan[],
  setText: (text: string) => string = (plain) => escapeTex(plain),
): string {
  let at = 0
  let tex = ''
  for (const span of math) {
    if (!isHarmless(span.tex)) continue
    tex += `${setText(text.slice(at, span.start))}{$${span.tex.trim()}$}`
    at = span.end
  }
  return tex + setText(text.slice(at))
}

/**
 * A title as LaTeX. Words with a capital that is not their first letter, such as LLM, capitals alone, such as K, and
 * proper names are in braces, so that a style that sets titles in lower case leaves them.
 */
export function titleTex(
  title: string,
  math: MathSpan[],
  isName: (word: string) => boolean,
): string {
  return texWithMath(title, math, (text) =>
    escapeTex(text, (word) => (needsCapitals(word) || isName(word) ? `{${word}}` : word)),
  )
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
