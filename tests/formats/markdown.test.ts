import { describe, expect, test } from 'vitest'
import {
  escapeMarkdown,
  formatListMarkdown,
  formatPaperMarkdown,
} from '../../src/formats/markdown.ts'
import { citable } from './citation-fixtures.ts'

describe('Markdown', () => {
  test.each([
    ['*a* _b_ `c` ~~d~~ $e$ | f', '\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ \\$e\\$ \\| f'],
    ['<img src=x> [a](javascript:b)', '\\<img src=x\\> \\[a\\](javascript:b)'],
    ['# no heading', '\\# no heading'],
    ['- no list', '\\- no list'],
    ['1. no list', '1\\. no list'],
    [' a\n\n# b\n', 'a # b'],
    ['AT&T &amp; &#35;', 'AT&T \\&amp; \\&#35;'],
    ['back\\slash', 'back\\\\slash'],
    ['d^(2/p)', 'd\\^(2/p)'],
  ])('shows %j as it is', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped)
  })

  test('of a paper has title, facts, abstract and what is missing', () => {
    const known = {
      authorCount: 2,
      date: { value: '2025-08-07', yearInferred: false },
      organization: { account: 'acme', name: 'Acme *Labs*' },
    }
    expect(formatPaperMarkdown(citable(known, ['Routing']))).toBe(`# A paper

- Date: Aug 7, 2025
- Authors: 2, names not in the source
- Organisation: Acme \\*Labs\\*
- Topics (by Site): Routing
- Permalink: <https://site.example/papers/a-paper/>

What it says.

The source counts 2 authors and names none; the place of publication is not in it.
`)
  })

  test('links addresses in the abstract, and says where a year is inferred', () => {
    const abstract = '# Code: https://a.example/b_c (*new*).'
    const resources = [{ url: 'https://a.example/b_c', kind: 'code' as const, start: 8, end: 29 }]
    const date = { value: '2025-08-07', yearInferred: true }
    const text = formatPaperMarkdown(citable({ abstract, resources, date }))
    expect(text).toContain('\n\\# Code: <https://a.example/b_c> (\\*new\\*).\n')
    expect(text).toContain('- Date: Aug 7, 2025 (year inferred)')
  })

  test('of several papers is a list of links', () => {
    expect(formatListMarkdown('Routing', 'Who goes where.', [citable()])).toBe(`# Routing

Who goes where. 1 paper.

- [A paper](https://site.example/papers/a-paper/)
`)
    expect(formatListMarkdown('Routing', '', [citable()])).toContain('# Routing\n\n1 paper.\n')
  })
})
