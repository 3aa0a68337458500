import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitSentences } from '../../scripts/pipeline/split-sentences.ts'

function split(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end))
}

test.each([
  ['two plain sentences', ['We do this.', 'It works!', 'Why?', 'Because.']],
  [
    'abbreviations',
    ['Inputs, e.g. GPT-4, i.e. LLMs, cf. Fig. 3 vs. Eq. 4 and Sec. 5, help.', 'Yes.'],
  ],
  [
    'et al.',
    ['Liu et al. (2022) and Vaswani et al. Attention differ.', 'So do Spivak et al.', 'We agree.'],
  ],
  [
    'small abbreviations',
    ['Gains w.r.t. i.i.d. data, resp. approx. 5 of avg. 86 min, hold.', 'Good.'],
  ],
  ['etc. at the end of a sentence', ['We use speech, text, etc.', 'Such data is rare.']],
  ['decimals and versions', ['It gains 5.64 over Qwen2.5-1.5B using SD3.5.', 'Code is released.']],
  ['stops of Arabic, Urdu and Hindi', ['هل يعمل؟', 'نعم۔', 'यह काम करता है।', 'हाँ॥', 'हम मापते हैं।']],
  ['URLs', ['See https://a.github.io/b.c.', 'Our code is at http://x.org/y.git.']],
  ['an ellipsis', ['She thinks ... that it is true because ...) and so on.', 'It ends...', 'Now.']],
  [
    'quotations',
    ['"Thinking is for Doing."', 'Humans do.', 'We call it “uncertain evidence.”', 'We ask.'],
  ],
  [
    'full stops inside quotes',
    ['The prompt "[A] is likely. [B] is not." shows it.', 'We test it.'],
  ],
  [
    'full stops inside brackets',
    ['A story ("Mary has it. Mary pays.") is told.', '(And we argue so.)', 'End.'],
  ],
  [
    'enumerations',
    ['We find: (1) this; (2) that.', '(ii) Then it stops.', '2) We go on.', '- We list it.'],
  ],
  ['numbered sentences', ['1. First we look.', '2. Then we act.']],
  [
    'initials',
    [
      'By J. Smith and A. B. Jones.',
      'We grow N.',
      'Results follow.',
      'Use system G. The end.'.slice(0, 13),
      'The end.',
    ],
  ],
  ['names in small letters', ['It is fast.', 'nn-JIT.web is evaluated.', 'nDCG rises.']],
  ['a slip in a bracket', ['We open (and never close it.', 'It goes on.']],
  ['Greek letters', ['It is bounded.', 'ε-privacy holds.']],
  ['no full stop at the end', ['Code is here.', 'Last words']],
])('splits %s', (_, sentences) => {
  expect(split(sentences.join(' '))).toEqual(sentences)
})

test('a text of blanks has no sentence', () => {
  expect(splitSentences(' \n ')).toEqual([])
  expect(splitSentences('')).toEqual([])
})

const words = fc.constantFrom(
  'We',
  'we',
  '.',
  '...',
  '!',
  '?”',
  'e.g.',
  'et al.',
  '(',
  ')',
  '[',
  '"',
  '“',
  '”',
  ' ',
  '  ',
  '\n',
  'A.',
  '1.',
  '(ii)',
  '3.5',
  'ε',
  '😀',
  '\ud800',
  'https://a.b/c.',
  '…',
)
const anyText = fc.oneof(
  fc.array(words, { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
)

test('sentences cover every character that is not blank, in order and apart', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let end = 0
      for (const sentence of splitSentences(text)) {
        expect(text.slice(end, sentence.start).trim()).toBe('')
        const words = text.slice(sentence.start, sentence.end)
        expect(words.trim()).toBe(words)
        expect(words).not.toBe('')
        end = sentence.end
      }
      expect(text.slice(end).trim()).toBe('')
    }),
    { numRuns: 2000 },
  )
})

test.each(['.', '(', '"', ' ', 'a. ', '(. ', '" . ', 'A. ', '...', 'x', '.)'])(
  'reads 200 kB of %j in one go',
  (piece) => {
    expect(splitSentences(piece.repeat(200_000 / piece.length))).toBeInstanceOf(Array)
  },
)

test.each([
  ['without blanks', ['我们提出一种方法。', '它有效吗？', '有效！', '代码已公开。']],
  ['before Latin letters and figures', ['本文提出新方法。', 'gpt2模型更好。', '3个数据集。']],
  ['in a quotation', ['他说“很好。真的。”这一方法。', '「はい。」と答える。', '結果は良い｡']],
  ['in brackets', ['方法（见附录。）有效。', '完成。']],
])('ends sentences of Chinese and Japanese %s', (_, sentences) => {
  expect(split(sentences.join(''))).toEqual(sentences)
})
