import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findRemnants } from '../../scripts/pipeline/find-remnants.ts'
import { parseListing } from '../../scripts/pipeline/parse-listing.ts'
import { type CuratedCorrection, readCorrections } from '../../scripts/pipeline/read-corrections.ts'
import { repairRules, repairText } from '../../scripts/pipeline/repair-text.ts'
import { texToMathml } from '../../src/formats/mathml.ts'

function repair(printed: string, curated: CuratedCorrection[] = []) {
  return repairText(printed, 'abstract', curated)
}

function curated(from: string, to: string): CuratedCorrection {
  return { field: 'abstract', in: 'Any title', from, to, why: 'for this test', line: 1 }
}

test.each([
  // Characters
  ['a direction mark\u202e and zero\u200bwidth\u0000', 'a direction mark and zerowidth'],
  ['e\u0301tude', 'étude'],
  ['family 👩\u200d👧 stays', 'family 👩\u200d👧 stays'],
  // LaTeX in prose
  ["Hida-Mat\\'ern, H\\\"older, Uzna\\'{n}ski", 'Hida-Matérn, Hölder, Uznański'],
  ['\\`A-la-carte and {\\"o}', 'À-la-carte and ö'],
  ['12.9\\% and 86\\,min (avg.\\ 5)', '12.9% and 86 min (avg. 5)'],
  ['under i.\\,i.\\,d assumption', 'under i.i.d assumption'],
  ['significantly~(up) in Fig.~3', 'significantly (up) in Fig. 3'],
  ['\\textbf{bold \\textit{both}} {\\em finite sample}', 'bold both finite sample'],
  ['trains a {process reward model} here', 'trains a process reward model here'],
  ['sets (\\eg adapters)', 'sets (e.g. adapters)'],
  ["a ``deep'' model and a `surrogate model' too", 'a “deep” model and a ‘surrogate model’ too'],
  ['from 1.14×--2.02× at 50%--60%', 'from 1.14×–2.02× at 50%–60%'],
  ['data--and 4--8 clips -- or so---yes', 'data–and 4–8 clips – or so—yes'],
  ['a *two-stage* process', 'a two-stage process'],
  ['the {\\dataset} and \\foo again', 'the [macro: dataset] and [macro: foo] again'],
  // Formulas
  ['for ell_p sensitivity', 'for ℓₚ sensitivity'],
  ['cost O(varepsilon^{-2}) now', 'cost O(ε⁻²) now'],
  ['at the o_p(n^{-1/4}) rate', 'at the oₚ(n^(-1/4)) rate'],
  ['for 1leq p<2, we', 'for 1 ≤ p < 2, we'],
  ['mathfrak S^{2/p} samples', 'S^(2/p) samples'],
  ['CoRe^2: Collect', 'CoRe²: Collect'],
  ['or {\\epsilon}-ambiguous', 'or ε-ambiguous'],
  ['Pass@$k$ Inference', 'Pass@k Inference'],
  [
    'up to 2.5times, 256times256, (ge10), Verbosity neq Veracity',
    'up to 2.5×, 256×256, (≥10), Verbosity ≠ Veracity',
  ],
  // Spacing
  ['different LLMs.Our dataset is', 'different LLMs. Our dataset is'],
  ['precision(e.g., W6A6)', 'precision (e.g., W6A6)'],
  ['one , two .', 'one, two.'],
  ['  two  blanks\nand\ta tab ', 'two blanks and a tab'],
])('publishes %j as %j', (printed, published) => {
  expect(repair(printed).text).toBe(published)
})

test.each([
  'wide-ranging in-context learning --verbose',
  'the call vllm_ltr uses snake_case and __init__ in `x_1` code',
  'It costs $5 and $6, or $5 million to 6$ million.',
  'a framework called <projektor>, which predicts',
  'A*-decoding applies A* to W2*A8 at pass@32 with p(Y|X)',
  'three times in total, up to 5 times, in the beta version of Gamma',
  "the learners' own 'scores' aren't O(log P)",
  'C:\\temp\\new and a regex \\d+',
  'use {name} or {a, b} as a template',
  'because ...) and "[A]. [B]" at 51.3 vs. 28.9',
  'https://example.org/a_b/~me/x_{1}/ell_p?q=2times--3 and more',
])('leaves %j alone', (text) => {
  expect(repair(text)).toMatchObject({ text, math: [], corrections: [] })
})

test('puts the real host in place of a mirror, and touches nothing else in a URL but \\_', () => {
  const printed =
    'at https://hf-mirror.492719920.workers.dev/datasets/a/b and (https://github.com/p/x\\_y).'
  expect(repair(printed).text).toBe(
    'at https://huggingface.co/datasets/a/b and (https://github.com/p/x_y).',
  )
})

test('gives the range and the LaTeX source of each formula', () => {
  const { text, math } = repair('for ell_p and $x^2$')
  expect(math.map(({ start, end, tex }) => [text.slice(start, end), tex])).toEqual([
    ['ℓₚ', '\\ell_p'],
    ['x²', 'x^2'],
  ])
})

test('records a correction with the words around it, as printed and as published', () => {
  const field = 'abstract'
  expect(repair('Verbosity neq Veracity: a 5\\% study').corrections).toEqual([
    { field, rule: 'math-symbol', from: 'Verbosity neq Veracity:', to: 'Verbosity ≠ Veracity:' },
    { field, rule: 'latex-escape', from: 'a 5\\% study', to: 'a 5% study' },
  ])
})

test('records every rule that had a part in a place that needed several', () => {
  const { corrections } = repair('(5.7\\% rightarrow 25.4\\%)')
  expect(corrections.map(({ rule, from, to }) => [rule, from, to])).toEqual([
    ['latex-escape', '(5.7\\% rightarrow 25.4\\%)', '(5.7% → 25.4%)'],
    ['math-symbol', '(5.7\\% rightarrow 25.4\\%)', '(5.7% → 25.4%)'],
  ])
})

test('applies a curated correction at every occurrence, before the rules', () => {
  const fix = curated('{\\dataset}', 'MIRAGE')
  const { text, corrections, applied } = repair('{\\dataset} and {\\dataset}', [fix])
  expect(text).toBe('MIRAGE and MIRAGE')
  expect(corrections.map(({ rule }) => rule)).toEqual(['curated'])
  expect(applied).toEqual([fix])
})

test('reads $…$ in a curated correction as math', () => {
  const { text, math } = repair('As n to infty, r', [curated('n to infty', '$n \\to \\infty$')])
  expect(text).toBe('As n → ∞, r')
  expect(math).toEqual([{ start: 3, end: 8, tex: 'n \\to \\infty' }])
})

test('does not report a curated correction that matches nothing, or belongs to the other field', () => {
  const other: CuratedCorrection = { ...curated('text', 'words'), field: 'title' }
  expect(repair('a text', [curated('absent', 'here'), other])).toMatchObject({
    text: 'a text',
    applied: [],
  })
})

test('names each rule once, with a sentence on what it does', () => {
  const ids = repairRules.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id, description } of repairRules) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(description).toMatch(/\.$/)
  }
})

// Pieces that rules look for, so that random texts make them meet.
const pieces = [
  '$',
  '$$',
  '\\',
  '\\$',
  '\\(',
  '\\)',
  '{',
  '}',
  '^',
  '_',
  '^{',
  '_{',
  '--',
  '-',
  '`',
  "'",
  "''",
  '"',
  '*',
  '~',
  ' ',
  '  ',
  '\n',
  '.',
  ',',
  ' .',
  '(',
  ')',
  '[',
  ']',
  '<',
  '=',
  '|',
  '@',
  '\\%',
  '\\_',
  '\\,',
  '\\ ',
  '\\"',
  "\\'",
  '\\`',
  '\\textbf{',
  '{\\em ',
  '\\dataset',
  '{\\method}',
  '\\frac',
  '\\sqrt',
  '\\tilde',
  'varepsilon',
  'epsilon',
  'mathcal',
  'mathfrak ',
  'ell',
  'leq',
  'neq',
  'infty',
  'times',
  'sim',
  'rightarrow',
  'CoRe',
  'O(',
  'n',
  'x',
  'We have',
  'Our a',
  'e.g.',
  'i.',
  '2',
  '10',
  'e',
  '\u0301',
  '\u202e',
  '\u200b',
  '\u200d',
  '\0',
  '\ud800',
  '😀',
  'https://a.org/',
  'https://hf-mirror.com/',
  'two words',
  'ß',
  'ℓₚ',
  '²',
  '^(1/4)',
  'math',
  'bf',
  '\u00a0',
  'ge',
]
const hostile = fc
  .array(fc.constantFrom(...pieces), { maxLength: 24 })
  .map((parts) => parts.join(''))
const anyText = fc.oneof(hostile, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))

test('never throws, and repairing a repaired text changes nothing', () => {
  fc.assert(
    fc.property(anyText, (printed) => {
      const { text } = repair(printed)
      expect(repair(text).text).toBe(text)
    }),
    { numRuns: 3000 },
  )
})

test('formulas lie in the text, in order and apart, and KaTeX reads each', () => {
  fc.assert(
    fc.property(anyText, (printed) => {
      const { text, math } = repair(printed)
      let end = 0
      for (const span of math) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(span.end).toBeGreaterThan(span.start)
        expect(texToMathml(span.tex)).not.toBeNull()
        end = span.end
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 1000 },
  )
})

test('corrections quote the printed and the published text, and never the whole of a long one', () => {
  fc.assert(
    fc.property(anyText, (printed) => {
      const { text, corrections } = repair(printed)
      expect(text === printed).toBe(corrections.length === 0)
      for (const { from, to } of corrections) {
        expect(Math.max(from.length, to.length)).toBeLessThanOrEqual(260)
        if (!from.includes('…')) expect(printed.toWellFormed()).toContain(from)
        if (!to.includes('…')) expect(text.toWellFormed()).toContain(to)
      }
    }),
    { numRuns: 1000, examples: [['😀CoRemathmathcalvarepsilonleq$mathfrak $\\%']] },
  )
})

test.each([...pieces, 'a_', 'x^{', '`a', '{a ', '\\a{', '$a ', '"a', 'A.'])(
  'reads 200 kB of %j in one go',
  (piece) => {
    const long = piece.repeat(Math.ceil(200_000 / piece.length))
    expect(typeof repair(long).text).toBe('string')
  },
)

const file = 'data/curated/corrections.yaml'
const { corrections, problems } = readCorrections(readFileSync(file, 'utf8'), file)
const entries = readdirSync('data/listings')
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) => {
    const text = readFileSync(`data/listings/${name}`, 'utf8')
    return parseListing(name, text, { endsMidSentence: true }).entries
  })
const repaired = entries.flatMap(({ title, abstract }) => {
  const own = corrections.filter((correction) => title.startsWith(correction.in))
  return [
    { paper: title, printed: title, ...repairText(title, 'title', own) },
    { paper: title, printed: abstract, ...repairText(abstract, 'abstract', own) },
  ]
})

test('the real listings publish no remnant of LaTeX', () => {
  expect(repaired.length).toBeGreaterThanOrEqual(1144)
  expect(
    repaired.flatMap(findRemnants),
    'Readers would see this LaTeX. Mend each by an entry in data/curated/corrections.yaml; npm run data names the lines, and docs/maintaining.md says how ("Curated files").',
  ).toEqual([])
})

test('the real listings publish no stray blank', () => {
  for (const { text } of repaired) expect(text).not.toMatch(/^\s|\s$|\s\s|[^\S ]|\s[,.;:](?:\s|$)/)
})

test('the real listings keep their URLs, but for the mirror host and an escaped underscore', () => {
  for (const { printed, text } of repaired) {
    const urls = (from: string) => from.match(/https?:\/\/[^\s)]+[^\s).]/g) ?? []
    const expected = urls(printed).map((url) =>
      url.replace('hf-mirror.492719920.workers.dev', 'huggingface.co').replace('\\_', '_'),
    )
    expect(urls(text)).toEqual(expected)
  }
})

test('the real listings need every curated correction, and stay as they are when repaired again', () => {
  expect(problems).toEqual([])
  const applied = new Set(repaired.flatMap((one) => one.applied))
  expect(corrections.filter((correction) => !applied.has(correction))).toEqual([])
  for (const { text } of repaired) expect(repair(text).text).toBe(text)
})
