import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatEmbeddedJson } from '../../src/formats/embedded-json.ts'
import { elementsOf } from '../site/built-site.ts'

/** Texts rich in what could end a script element or change how it is read. */
const hostileText = fc
  .array(
    fc.constantFrom(
      '</script>',
      '</SCRIPT ',
      '<!--',
      '-->',
      '<script>',
      ']]>',
      '\u2028',
      '\u2029',
      '\\',
      '"',
      '&lt;',
      '\0',
      'ü',
      ' ',
    ),
  )
  .map((parts) => parts.join(''))
const hostileValue = fc.anything({
  values: [hostileText, fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null)],
  key: hostileText,
  maxDepth: 3,
})

test('any JSON parser gives the value back', () => {
  fc.assert(
    fc.property(hostileValue, (value) => {
      expect(JSON.parse(formatEmbeddedJson([value]))).toEqual(JSON.parse(JSON.stringify([value])))
    }),
  )
})

test('no text in it ends its script element, opens a comment or breaks a line of JavaScript', () => {
  fc.assert(
    fc.property(hostileValue, (value) => {
      const json = formatEmbeddedJson([value])
      expect(json).not.toMatch(/[<\u2028\u2029]/)
      const html = `<script type="application/ld+json">${json}</script><p>after</p>`
      expect(elementsOf(html).map(({ tag }) => tag)).toEqual([
        'html',
        'head',
        'script',
        'body',
        'p',
      ])
    }),
  )
})
