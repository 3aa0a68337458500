import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildGlossary, findAbbreviations } from '../../scripts/pipeline/find-abbreviations.ts'

test.each([
  ['We use Retrieval-Augmented Generation (RAG).', 'RAG', 'Retrieval-Augmented Generation'],
  ['the key-value (KV) cache', 'KV', 'key-value'],
  ['Large language models (LLMs) grow.', 'LLM', 'Large language models'],
  ['It is slow. Monte Carlo tree search (MCTS) helps.', 'MCTS', 'Monte Carlo tree search'],
  ['a low-rank adaptation (LoRA) method', 'LoRA', 'low-rank adaptation'],
  ['mixture of experts (MoE)', 'MoE', 'mixture of experts'],
  ['the Abstraction and Reasoning Corpus (ARC)', 'ARC', 'Abstraction and Reasoning Corpus'],
])('reads %j', (text, short, long) => {
  expect(findAbbreviations(text)).toEqual([{ short, long }])
})

test.each([
  ['from Learning from Label Proportions (LLP)', 'Learning from Label Proportions'],
  ['of a transformer-based text embedding (TTE)', 'transformer-based text embedding'],
  ['what we term "Verbosity Compensation" (VC)', 'Verbosity Compensation'],
  ['and so in-context learning (ICL)', 'in-context learning'],
  ['a sparse subspace variational inference (SSVI)', 'sparse subspace variational inference'],
])('%j is defined by the initials of its words', (text, long) => {
  expect(findAbbreviations(text).map((found) => found.long)).toEqual([long])
})

test('finds several in one text, in order', () => {
  const text = 'Belief propagation (BP) and variational inference (VI)'
  expect(findAbbreviations(text).map(({ short }) => short)).toEqual(['BP', 'VI'])
})

test.each([
  'a year (2024) of work',
  'many words (see below)',
  'the result (A) holds',
  'we compare with others (GPT-4)',
  'GPT (GPT)',
  'transformers (TF)',
  '(RAG) at the beginning',
  'x (ab), (CD) or ((EF))',
])('finds none in %j', (text) => {
  expect(findAbbreviations(text)).toEqual([])
})

test('does not look back beyond the sentence', () => {
  expect(findAbbreviations('We go to Rome. A gate (RAG) opens.')).toEqual([])
})

test('takes any text, and its findings stand in it', () => {
  const piece = fc.constantFrom(
    '(',
    ')',
    ' ',
    'RAG',
    'A',
    'b',
    '-',
    '. ',
    'é',
    '\ud800',
    'Rag ag g',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece).map((parts) => parts.join('')),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        const plain = text.replace(/\s+/g, ' ')
        for (const { short, long } of findAbbreviations(text)) {
          expect(text).toContain(short)
          expect(plain).toContain(long)
        }
      },
    ),
    { numRuns: 2000 },
  )
})

test.each(['(RAG) ', 'a ', 'A-', '(', 'Retrieval Ag (RAG)', '. '])(
  'reads 200 kB of %j in one go',
  (piece) => {
    const start = performance.now()
    findAbbreviations(piece.repeat(200_000 / piece.length))
    // A quadratic reading takes minutes; this takes well under a second.
    expect(performance.now() - start).toBeLessThan(10_000)
  },
)

function glossary(...abstracts: string[]) {
  return buildGlossary(abstracts.map((abstract, index) => ({ id: `p${index}`, abstract }))).map(
    ({ short, meanings }) =>
      `${short}: ${meanings.map(({ long, papers }) => `${long} ${papers}`).join(' | ')}`,
  )
}

test('joins spellings that differ in case, hyphens or plural', () => {
  expect(
    glossary(
      'Gaussian processes (GPs)',
      'a Gaussian process (GP)',
      'Gaussian-process (GP)',
      'a Gaussian process (GP)',
    ),
  ).toEqual(['GP: Gaussian process p0,p1,p2,p3'])
})

test('shows a clash of meanings, most often defined first', () => {
  expect(
    glossary('speculative inference (SI)', 'selection inference (SI)', 'selection-inference (SI)'),
  ).toEqual(['SI: selection inference p1,p2 | speculative inference p0'])
})

test('long forms that mean the same are one, in the commonest', () => {
  expect(
    glossary(
      'large language models (LLMs)',
      'multimodal LLMs (MLLMs)',
      'multimodal large language models (MLLM)',
      'multimodal large language models (MLLM)',
      'multimoal large language models (MLLM)',
    ),
  ).toEqual(['LLM: large language models p0', 'MLLM: multimodal large language models p1,p2,p3,p4'])
})

test('small letters for title case, capitals for names', () => {
  expect(
    glossary(
      'Markov Chain Monte Carlo (MCMC) walks a chain.',
      'We use Markov models and the Monte method, Carlo says.',
      'All of Monte Carlo.',
      'Visual Auto-Regressive (VAR) models are visual and auto or regressive.',
    ),
  ).toEqual(['MCMC: Markov chain Monte Carlo p0', 'VAR: visual auto-regressive p3'])
})

test('entries are in the order of the alphabet, whatever their case', () => {
  expect(
    glossary(
      'belief propagation (BP)',
      'approximate belief propagation (aBP)',
      'active learning (AL)',
    ),
  ).toEqual([
    'aBP: approximate belief propagation p1',
    'AL: active learning p2',
    'BP: belief propagation p0',
  ])
})
