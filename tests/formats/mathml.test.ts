import fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { texToMathml } from '../../src/formats/mathml.ts'

test('gives bare MathML with the source as annotation', () => {
  const math = texToMathml('\\ell_p')
  expect(math).toMatch(/^<math xmlns="http:\/\/www.w3.org\/1998\/Math\/MathML">.*<\/math>$/)
  expect(math).toContain('<annotation encoding="application/x-tex">\\ell_p</annotation>')
})

test.each([
  '',
  ' ',
  '{',
  'x^',
  '\\dataset',
  '\\href{javascript:alert(1)}{x}',
  '\\htmlStyle{color:red}{x}',
  '\\includegraphics{https://a.org/b.png}',
  '\\def\\a{\\a\\a}\\a',
  '{'.repeat(400),
  'x'.repeat(1001),
])('refuses %j', (tex) => {
  expect(texToMathml(tex)).toBeNull()
})

test('escapes what would be markup', () => {
  const math = texToMathml('a<b>c \\text{<script>alert(1)</script>}')
  expect(math).toContain('&lt;')
  expect(math).not.toMatch(/<script/i)
})

test('never throws, and never gives inline style or script', () => {
  const pieces = fc.constantFrom(
    '\\',
    '{',
    '}',
    '^',
    '_',
    'x',
    '1',
    '\\frac',
    '\\sqrt',
    '\\color{red}',
    '\\colorbox{red}{x}',
    '\\href',
    '\\text{',
    '<script>',
    '"',
    '&',
    '\\left(',
    '\\right)',
    '\\begin{matrix}',
    '\\end{matrix}',
    '\\rule{1em}{1em}',
    '\\kern1em',
    '%',
    '\\mathbb',
    '\\tilde',
    '\\big',
    '$',
    '\\hspace{1em}',
    '\\raisebox{1em}{x}',
    '\\phantom{x}',
    '\\boxed{x}',
    '\\cancel{x}',
  )
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
      (tex) => {
        const math = texToMathml(tex)
        if (math !== null) {
          expect(math).toMatch(/^<math[\s>].*<\/math>$/s)
          expect(math.replace(/<annotation.*?<\/annotation>/s, '')).not.toMatch(
            /<[^>]*\sstyle=|<script/i,
          )
        }
      },
    ),
    { numRuns: 2000 },
  )
})

test.each([
  'O(\\sqrt{\\mathcal{C}_\\Phi/m})',
  '\\{\\boldsymbol{x}_i\\}_{i\\le N}',
  '\\text{CoRe}^{2}',
])('gives valid HTML for %j', async (tex) => {
  const page = `<!DOCTYPE html><html lang="en"><head><title>t</title></head><body><p>${texToMathml(tex)}</p></body></html>`
  const report = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(
    page,
  )
  expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual(
    [],
  )
})
