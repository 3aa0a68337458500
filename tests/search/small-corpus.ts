import { engineOf, idOf, type MadeCorpus } from './search-fixtures.ts'

export const corpus: MadeCorpus = {
  papers: [
    {
      title: 'Pruning Large Language Models',
      abstract: 'We prune networks. Code is released. Sparse weights speed up serving.',
      main: ['pruning'],
      date: '2024-03-01',
      org: 'Qwen',
      account: 'ali-lab',
      has: ['code'],
      listings: ['a', 'b'],
    },
    {
      title: 'Quantization of Vision Transformers',
      abstract: 'Low bit widths make a transformer cheaper. Quantizing GPT-4 is out of reach.',
      main: ['quantization'],
      date: '2025-06-01',
      comments: 7,
    },
    {
      title: 'A Survey of Hallucination',
      abstract: 'Large language models (LLMs) hallucinate. We survey causes and behaviour.',
      main: ['hallucination'],
      also: ['pruning'],
    },
    {
      title: 'Sparse Attention',
      abstract: 'An LLM attends to few tokens. The theory of mind is not our subject.',
      date: '2023-01-05',
      listings: ['b'],
    },
    { title: 'Mind and Theory', abstract: 'Theory first, then mind. Modelling of beliefs.' },
  ],
  topics: [
    { id: 'pruning', label: 'Pruning & sparsity', aliases: ['network pruning'] },
    { id: 'quantization', label: 'Quantization', aliases: [], formerly: ['few-bits'] },
    { id: 'hallucination', label: 'Hallucination', aliases: ['factual errors'] },
  ],
  glossary: [{ short: 'LLM', long: 'large language model', in: [2] }],
  synonyms: [{ say: ['making things up'], mean: ['hallucination'] }],
}
export const engine = engineOf(corpus)
export const ids = corpus.papers.map(({ title }) => idOf(title))
