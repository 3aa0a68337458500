import { expect, test } from 'vitest'
import { findRemnants } from '../../scripts/pipeline/find-remnants.ts'

function remnants(text: string): string[] {
  return findRemnants({ text, math: [], applied: [] })
}

test.each([
  ['we use \\foo{bar} here', ['\\foo{bar}']],
  ['a gain of 11$ imes$ and $7.02 imes$', ['11$', 'imes$']],
  ['up to 13%$ sim$22', ['13%$', 'sim$22']],
  ['in extbf{bold words} twice: extbf{bold', ['extbf{bold', 'words}']],
  ['we propose [macro: Name], a novel one', ['[macro: Name]']],
  ["when to use’, ~word, how to use''", ['~word,', "use''"]],
  ["a `quoted' word", ["`quoted'"]],
  ['sparsity--- has', ['sparsity---']],
  ['mathcalX of varepsilon leq frac12', ['mathcalX', 'varepsilon', 'leq', 'frac12']],
  ['by 3times and 2sim4', ['3times']],
  ['from O(N^2K) to x_1 and M_{a}', ['O(N^2K)', 'x_1', 'M_{a}']],
])('finds in %j what LaTeX has left', (text, words) => {
  expect(remnants(text)).toEqual(words)
})

test.each([
  'at https://example.org/~me/{a}_b?q=$1\\x',
  'weights in {-1, 0, +1} and {1.3,…, 6}',
  'about $15 (or $0.012), US$40, a range of $5–$10-$15',
  'about ~340K, 9% ~ 85%, and 131×~3089×, for ~$3',
  'the tool S_TALIRO, snake_case and well-known — dashes',
  'frequency, ellipsis and legal neighbours',
])('finds nothing in %j', (text) => {
  expect(remnants(text)).toEqual([])
})

test('leaves formulas to KaTeX, but for a macro that it does not know either', () => {
  const text = 'in L^q-norm of [macro: gen] and L^q'
  const math = [
    { start: 3, end: 6, tex: 'L^q' },
    { start: 15, end: 27, tex: '\\gen' },
  ]
  expect(findRemnants({ text, math, applied: [] })).toEqual(['[macro: gen]', 'L^q'])
})

test('takes what a correction publishes for decided', () => {
  const place = { field: 'abstract', in: 'A printed title', why: 'for this test', line: 1 } as const
  const applied = ['{x}', 'of [macro: a]', 'times'].map((to) => ({ ...place, from: to, to }))
  const text = 'a {x} of [macro: a] and 2times [macro: b]'
  expect(findRemnants({ text, math: [], applied })).toEqual(['2times', '[macro: b]'])
})
