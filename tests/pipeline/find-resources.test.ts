import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findResources } from '../../scripts/pipeline/find-resources.ts'

test.each([
  ['Code: https://github.com/a/b.', 'https://github.com/a/b', 'code'],
  ['(https://github.com/a/b_c).', 'https://github.com/a/b_c', 'code'],
  ['at https://github.com/a/b.git.', 'https://github.com/a/b.git', 'code'],
  ['"https://gitlab.com/a/b", and', 'https://gitlab.com/a/b', 'code'],
  ['https://gitlab.inria.fr/a/b;', 'https://gitlab.inria.fr/a/b', 'code'],
  ['https://bitbucket.org/a/b!', 'https://bitbucket.org/a/b', 'code'],
  ['https://codeberg.org/a/b?', 'https://codeberg.org/a/b', 'code'],
  ['https://huggingface.co/datasets/a/b and', 'https://huggingface.co/datasets/a/b', 'data'],
  ['https://www.kaggle.com/datasets/a/b', 'https://www.kaggle.com/datasets/a/b', 'data'],
  ['https://zenodo.org/record/1.', 'https://zenodo.org/record/1', 'data'],
  ['https://huggingface.co/Qwen/Qwen3.', 'https://huggingface.co/Qwen/Qwen3', 'model'],
  ['https://huggingface.co/spaces/a/b', 'https://huggingface.co/spaces/a/b', 'project'],
  ['https://huggingface.co/Qwen', 'https://huggingface.co/Qwen', 'project'],
  ['http://evidence-inference.ebm-nlp.com/.', 'http://evidence-inference.ebm-nlp.com/', 'project'],
  ['https://notgithub.com/a/b', 'https://notgithub.com/a/b', 'project'],
  ['https://github.com.a.org/b', 'https://github.com.a.org/b', 'project'],
  ['https://gist.github.com/a', 'https://gist.github.com/a', 'code'],
  ['https://wnjxyk.github.io/RPC.', 'https://wnjxyk.github.io/RPC', 'project'],
  ['https://en.wikipedia.org/wiki/A_(b)).', 'https://en.wikipedia.org/wiki/A_(b)', 'project'],
  ['https://a.org/x?y=1&z=%20#top…', 'https://a.org/x?y=1&z=%20#top', 'project'],
])('finds the URL in %j', (text, url, kind) => {
  const start = text.indexOf(url)
  expect(findResources(text)).toEqual([{ start, end: start + url.length, url, kind }])
})

test.each([
  'ftp://a.org/b',
  'javascript:alert(1)',
  'nn-JIT.web',
  'https://',
  'https://.',
  'http://[',
  'xhttps://a.org',
])('finds no URL in %j', (text) => {
  expect(findResources(text)).toEqual([])
})

test.each([
  '。',
  '，',
  '、',
  '；',
  '：',
  '！',
  '？',
  '）',
  '」',
  '』',
  '】',
  '》',
  '\u3000',
  '،',
  '؛',
  '؟',
  '۔',
  '।',
])('ends a URL before %s', (sign) => {
  const text = `代码（https://a.org/b${sign}更多 https://a.org/例え/パス${sign}`
  expect(findResources(text).map(({ url }) => url)).toEqual([
    'https://a.org/b',
    'https://a.org/例え/パス',
  ])
})

test('gives a URL that is printed twice once, at its first place', () => {
  const text = 'https://a.org/x, https://b.org and again https://a.org/x.'
  expect(findResources(text).map(({ start, url }) => [start, url])).toEqual([
    [0, 'https://a.org/x'],
    [17, 'https://b.org'],
  ])
})

test('each range prints its URL, which is valid and ends without punctuation', () => {
  const pieces = fc.constantFrom(
    'https://',
    'http://',
    'a.org',
    '/',
    '(',
    ')',
    '[',
    ']',
    '.',
    ',',
    '…',
    ' ',
    '😀',
    '"',
    '<',
    '?',
    '#',
    '%',
    '_',
  )
  const text = fc.oneof(
    fc.array(pieces).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(text, (printed) => {
      for (const { start, end, url } of findResources(printed)) {
        expect(printed.slice(start, end)).toBe(url)
        expect(URL.canParse(url)).toBe(true)
        expect(url).not.toMatch(/[.,;:!?…"'<>\s]$/)
      }
    }),
    { numRuns: 2000 },
  )
})

test.each(['https://', 'https://a.b/', 'https://a.b(', 'https://a.b)', 'h', '.', ')'])(
  'reads 200 kB of %j in one go',
  (piece) => {
    const long = `https://a.org/${piece.repeat(200_000 / piece.length)}`
    expect(findResources(long)).toBeInstanceOf(Array)
  },
)
