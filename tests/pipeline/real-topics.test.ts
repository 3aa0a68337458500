import { describe, expect, test } from 'vitest'
import { wasJudged } from '../../scripts/gold.ts'
import type { Grade } from '../../src/shared/model.ts'
import { realCorpus } from './real-corpus.ts'

const { papers, topics, areas } = realCorpus
const paperById = new Map(papers.map((paper) => [paper.id, paper]))
const judged = new Set(papers.filter(wasJudged).map(({ id }) => id))

describe('topics of the real papers', () => {
  test('every paper has 1 to 3 main topics, and at most 4 more', () => {
    for (const { id, topics: filed } of papers) {
      const main = filed.filter(({ grade }) => grade === 'main').length
      // Later listings may bring papers that no topic is made for.
      expect(main, id).toBeGreaterThanOrEqual(judged.has(id) ? 1 : 0)
      expect(main, id).toBeLessThanOrEqual(3)
      expect(filed.length - main, id).toBeLessThanOrEqual(4)
      // Main topics first, each topic once.
      expect(filed.slice(0, main).every(({ grade }) => grade === 'main')).toBe(true)
      expect(new Set(filed.map((topic) => topic.id)).size).toBe(filed.length)
    }
  })

  test('the mean is 1.5 to 3 main topics', () => {
    const main = papers
      .filter(({ id }) => judged.has(id))
      .flatMap((paper) => paper.topics.filter(({ grade }) => grade === 'main'))
    expect(main.length / judged.size).toBeGreaterThanOrEqual(1.5)
    expect(main.length / judged.size).toBeLessThanOrEqual(3)
  })

  test('every topic and area that is named exists', () => {
    const ids = new Set(topics.map(({ id }) => id))
    for (const paper of papers) for (const topic of paper.topics) expect(ids).toContain(topic.id)
    for (const topic of topics) expect(areas.map(({ id }) => id)).toContain(topic.area)
  })

  test('every topic has at least 3 papers, at least 2 of them about it, and at most a fifth of all', () => {
    const wrong = topics.filter(
      ({ main, also }) => main < 2 || main + also < 3 || main > papers.length / 5,
    )
    expect(wrong.map(({ id, main }) => `${id}: ${main}`)).toEqual([])
  })

  test('every assignment has evidence, in order, and each span is whole words of its field', () => {
    for (const paper of papers)
      for (const { id, evidence } of paper.topics) {
        expect(evidence.length, `${paper.id}: ${id}`).toBeGreaterThan(0)
        for (const { field, start, end } of evidence) {
          const words = paper[field].slice(start, end)
          expect(start).toBeGreaterThanOrEqual(0)
          expect(words).toHaveLength(end - start)
          expect(words).toMatch(/^[\p{L}\p{N}].*[\p{L}\p{N}\p{M}]$|^[\p{L}\p{N}]$/su)
          expect(paper[field].slice(0, start)).not.toMatch(/[\p{L}\p{N}]$/u)
          expect(paper[field].slice(end)).not.toMatch(/^[\p{L}\p{N}]/u)
        }
        const places = evidence.map(({ field, start }) => (field === 'title' ? 0 : 1e6) + start)
        expect(places).toEqual([...places].sort((a, b) => a - b))
      }
  })
})

/** What a word means in one paper, and what it does not. Titles by their beginnings. */
const traps: [title: string, is: string[], isNot: { topic: string; grade?: Grade }[]][] = [
  // State-space models of statistics, not Mamba.
  [
    'Automatic Backward Filtering Forward Guiding',
    ['filtering-smc'],
    [{ topic: 'recurrent-state-space-models' }],
  ],
  ['Black-Box Autoregressive Density Estimation', [], [{ topic: 'recurrent-state-space-models' }]],
  [
    'Exploiting locality in high-dimensional factorial hidden Markov',
    ['filtering-smc'],
    [{ topic: 'recurrent-state-space-models' }],
  ],
  [
    'A Probabilistic Inference Approach to Inference-Time Scaling',
    ['test-time-scaling', 'filtering-smc'],
    [{ topic: 'recurrent-state-space-models' }],
  ],
  ['Structured State Space Models for In-Context', ['recurrent-state-space-models'], []],
  // Monte Carlo tree search, not Markov chains.
  ['AlphaMath Almost Zero', ['tree-search'], [{ topic: 'mcmc' }]],
  ['Wider or Deeper? Scaling LLM Inference-Time', ['tree-search'], [{ topic: 'mcmc' }]],
  // Softmax attention and "circuits" of other kinds.
  ['softmax is not enough', ['distribution-shift'], [{ topic: 'probabilistic-circuits' }]],
  [
    'Revisiting In-context Learning Inference Circuit',
    ['in-context-learning', 'mechanistic-interpretability'],
    [{ topic: 'probabilistic-circuits' }],
  ],
  // Alignment of embeddings or of behaviour, not by preferences.
  [
    'Multimodal Deep Learning for Low-Resource Settings',
    ['medical-clinical'],
    [{ topic: 'preference-alignment' }],
  ],
  ['Alignment faking in large language models', ['llm-safety'], []],
  ['When Big Models Train Small Ones', [], [{ topic: 'preference-alignment' }]],
  // Inference as logic or statistics, not serving a model.
  [
    'Annotation Artifacts in Natural Language Inference',
    ['natural-language-inference'],
    [{ topic: 'llm-serving' }, { topic: 'statistical-inference' }],
  ],
  [
    'Statistical Inference and A/B Testing',
    ['statistical-inference'],
    [{ topic: 'llm-serving' }, { topic: 'natural-language-inference' }],
  ],
  [
    'Evidence Inference 2.0',
    ['medical-clinical'],
    [{ topic: 'llm-serving' }, { topic: 'statistical-inference' }],
  ],
  ['Batch Predictive Inference', ['conformal-prediction'], [{ topic: 'private-inference' }]],
  // Kernels of statistics or of GPUs; attention that is not made efficient; agents of theory.
  [
    'Estimation Beyond Data Reweighting: Kernel Method',
    ['statistical-inference'],
    [{ topic: 'gaussian-processes' }, { topic: 'llm-serving' }],
  ],
  [
    'Multi-scale self-guided attention for medical',
    ['detection-segmentation', 'medical-clinical'],
    [{ topic: 'efficient-attention' }],
  ],
  ['Meta-trained agents implement Bayes-optimal', ['meta-learning'], [{ topic: 'llm-agents' }]],
  [
    'Modeling Boundedly Rational Agents',
    [],
    [{ topic: 'llm-agents' }, { topic: 'inference-cost-analysis' }],
  ],
  // Circuits of neurons that live, private inference that is not differentially so, messages of debaters.
  [
    'Learning dynamic representations of the functional connectome',
    ['brain-cognition'],
    [{ topic: 'mechanistic-interpretability' }],
  ],
  ['Circa: Stochastic ReLUs', ['private-inference'], [{ topic: 'differential-privacy' }]],
  ['Let Models Speak Ciphers', ['llm-agents'], [{ topic: 'llm-serving' }]],
  ['Hybrid LLM: Cost-Efficient', ['model-routing'], [{ topic: 'knowledge-distillation' }]],
  // Experts who are people, preference for knowledge.
  ['Active Ranking of Experts', [], [{ topic: 'mixture-of-experts' }]],
  [
    'Establishing Knowledge Preference in Language Models',
    ['knowledge-in-lms'],
    [{ topic: 'preference-alignment' }, { topic: 'recommendation-personalization' }],
  ],
]

describe('words that mean several things', () => {
  test.each(traps)('%s', (beginning, is, isNot) => {
    const found = papers.filter(({ title }) => title.startsWith(beginning))
    expect(found).toHaveLength(1)
    const filed = found[0]?.topics ?? []
    expect(filed.filter(({ grade }) => grade === 'main').map(({ id }) => id)).toEqual(
      expect.arrayContaining(is),
    )
    for (const { topic, grade } of isNot)
      expect(
        filed.filter((one) => one.id === topic && (grade === undefined || one.grade === grade)),
      ).toEqual([])
  })
})

describe('related papers of the real papers', () => {
  test('are papers, others, each once, best first, with a reason', () => {
    for (const { id, related } of papers) {
      expect(related.length, id).toBeGreaterThanOrEqual(judged.has(id) ? 3 : 0)
      expect(related.length, id).toBeLessThanOrEqual(6)
      const ids = related.map((other) => other.id)
      expect(new Set([id, ...ids]).size, id).toBe(ids.length + 1)
      for (const other of related) {
        expect(paperById.has(other.id), other.id).toBe(true)
        expect(other.topics.length + other.terms.length, `${id}: ${other.id}`).toBeGreaterThan(0)
        expect(other.score).toBeGreaterThan(0)
        expect(other.score).toBeLessThanOrEqual(1)
      }
    }
  })

  test('no paper is a hub, and at most 2 % are never recommended', () => {
    const times = new Map<string, number>()
    for (const { id } of papers.flatMap(({ related }) => related))
      times.set(id, (times.get(id) ?? 0) + 1)
    expect(Math.max(...times.values())).toBeLessThanOrEqual(24)
    expect(papers.length - times.size).toBeLessThanOrEqual(papers.length * 0.02)
  })

  test('shared topics are topics of both', () => {
    for (const paper of papers)
      for (const { id, topics: shared } of paper.related)
        for (const topic of shared) {
          expect(paper.topics.map((one) => one.id)).toContain(topic)
          expect(paperById.get(id)?.topics.map((one) => one.id)).toContain(topic)
        }
  })

  test('papers that only share the idiom of their titles do not recommend each other', () => {
    const ids = papers.filter(({ title }) => /all you need/i.test(title)).map(({ id }) => id)
    expect(ids.length).toBeGreaterThanOrEqual(3)
    for (const id of ids)
      for (const other of paperById.get(id)?.related ?? []) expect(ids).not.toContain(other.id)
  })
})
