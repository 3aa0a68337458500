import { describe, expect, test } from 'vitest'
import { ask, engineOf, told } from './search-fixtures.ts'
import { engine } from './small-corpus.ts'

test('names of what every object has are names like others', async () => {
  const made = engineOf({
    papers: [{ title: 'Constructor', main: ['constructor'], org: 'constructor' }],
    topics: [{ id: 'constructor', label: 'Builders' }],
  })
  expect(told(await ask(made, 'constructor org:constructor'))).toEqual(['Constructor'])
})

describe('names', () => {
  test('a short form finds its long form, and that is told', async () => {
    const answer = await ask(engine, 'LLM')
    expect(new Set(told(answer))).toEqual(
      new Set(['Pruning Large Language Models', 'A Survey of Hallucination', 'Sparse Attention']),
    )
    expect(answer.expansions).toContainEqual({ asked: 'LLM', also: 'large language model' })
  })

  test('without synonyms only the word itself', async () => {
    const answer = await ask(engine, 'LLM', { exact: true })
    expect(new Set(told(answer))).toEqual(
      new Set(['A Survey of Hallucination', 'Sparse Attention']),
    )
    expect(answer.expansions).toEqual([])
  })

  test('only as typed, a word is itself, in the singular or plural', async () => {
    const made = engineOf({
      papers: ['Planning', 'A planner', 'Planners', 'Plans', 'Data sets', 'Datasets'].map(
        (title) => ({ title }),
      ),
    })
    const exact = async (q: string) => told(await ask(made, q, { exact: true })).sort()
    expect(await exact('planners')).toEqual(['A planner', 'Planners'])
    expect(await exact('plan')).toEqual(['Plans'])
    expect(await exact('data sets')).toEqual(['Data sets'])
  })

  describe('a word that is also written as two', () => {
    const titles = [
      'Images of Sparse Seas',
      'Images of Sparse Seas for Multimodal Birds',
      'A multi modal cat',
    ]
    const made = engineOf({
      papers: titles.map((title) => ({ title })),
      topics: [{ id: 'both', label: 'Multi-modal', aliases: ['multi modal'] }],
    })

    test('is whole when it is meant as typed', async () => {
      const answer = await ask(made, 'multimodal', { exact: true })
      expect(told(answer)).toEqual(['Images of Sparse Seas for Multimodal Birds'])
    })

    test('is whole in a title that is the query', async () => {
      expect(told(await ask(made, titles[1] as string))[0]).toBe(titles[1])
    })
  })

  test('a small word is no abbreviation, unless it is written as one', async () => {
    const made = engineOf({
      papers: [{ title: 'Homomorphic encryption (HE)' }, { title: 'What he saw' }],
      glossary: [{ short: 'HE', long: 'homomorphic encryption', in: [0] }],
    })
    expect((await ask(made, 'what he saw ')).expansions).toEqual([])
    expect(told(await ask(made, 'HE '))).toContain('Homomorphic encryption (HE)')
  })

  test('a plain word is no abbreviation, unless it is written as one', async () => {
    const made = engineOf({
      papers: [{ title: 'Fuzzy inference with truth (FIT)' }, { title: 'How a curve is fit' }],
      glossary: [{ short: 'FIT', long: 'fuzzy inference with truth', in: [0] }],
      synonyms: [{ say: ['fit'], mean: ['curve'] }],
    })
    const everyday = [{ asked: 'fits', also: 'curve' }]
    expect((await ask(made, 'fits ')).expansions).toEqual(everyday)
    const also = 'fuzzy inference with truth'
    expect((await ask(made, 'FITs ')).expansions).toEqual([{ asked: 'FITs', also }])
  })

  test('what an everyday word leads to is rather meant as it is written', async () => {
    const made = engineOf({
      papers: [
        { title: 'Anybody', abstract: 'Agents, agents and agents.' },
        { title: 'Work', abstract: 'All of it is agentic.' },
      ],
      synonyms: [{ say: ['on its own'], mean: ['agentic'] }],
    })
    expect(told(await ask(made, 'on its own '))).toEqual(['Work', 'Anybody'])
  })

  test('the words of a topic count for more together than apart', async () => {
    const made = engineOf({
      papers: [
        { title: 'Image generation', abstract: 'It needs code.' },
        { title: 'Programs that write themselves', main: ['code'] },
      ],
      topics: [{ id: 'code', label: 'Code & programs', aliases: ['code generation'] }],
    })
    expect(told(await ask(made, 'code generation '))).toEqual([
      'Programs that write themselves',
      'Image generation',
    ])
  })

  test('an acronym of a topic that no paper spells out means the name that it is short for', async () => {
    const made = engineOf({
      papers: [
        { title: 'Posteriors at once', main: ['amortized'] },
        { title: 'Scores for simulation-based inference' },
        { title: 'SBI in practice' },
      ],
      topics: [
        {
          id: 'amortized',
          label: 'Amortized inference',
          aliases: ['simulation-based inference', 'neural posterior estimation'],
          acronyms: ['SBI'],
        },
      ],
    })
    expect(told(await ask(made, 'SBI ')).sort()).toEqual([
      'Posteriors at once',
      'SBI in practice',
      'Scores for simulation-based inference',
    ])
    expect(told(await ask(made, 'simulation-based inference '))).toContain('SBI in practice')
    expect(told(await ask(made, 'neural posterior estimation '))).not.toContain('SBI in practice')
  })

  test('what papers say of an acronym comes before what its letters may mean', async () => {
    const made = engineOf({
      papers: [{ title: 'Questions about pictures (QAP)' }, { title: 'Quick and plain' }],
      topics: [
        { id: 'quick', label: 'Quickness', aliases: ['quick and plain'], acronyms: ['QAP'] },
      ],
      glossary: [{ short: 'QAP', long: 'questions about pictures', in: [0] }],
    })
    const { expansions } = await ask(made, 'QAP ')
    expect(expansions.map(({ also }) => also)).not.toContain('quick and plain')
  })

  test('initials may leave small words out', async () => {
    const made = engineOf({
      papers: [{ title: 'Reinforcement learning from human feedback' }],
      topics: [
        {
          id: 'preferences',
          label: 'Preferences',
          aliases: ['reinforcement learning from human feedback'],
          acronyms: ['RLHF'],
        },
      ],
    })
    expect((await ask(made, 'RLHF ')).total).toBe(1)
  })

  test('what is filed under a topic need not say its name by an abbreviation too', async () => {
    const made = engineOf({
      papers: [
        { title: 'Small pupils of large teachers', main: ['kd'] },
        { title: 'A survey', abstract: 'Knowledge distillation.' },
        { title: 'A note', abstract: 'It has KD.' },
        { title: 'Teachers', main: ['kd'] },
        { title: 'Something else' },
      ],
      topics: [{ id: 'kd', label: 'Knowledge distillation', aliases: [] }],
      glossary: [{ short: 'KD', long: 'knowledge distillation', in: [1, 2] }],
    })
    const filed = ['Small pupils of large teachers', 'Teachers']
    for (const q of ['knowledge distillation ', 'knowledge distilation ']) {
      const { results } = await ask(made, q)
      expect(results.map(({ title }) => title)).toEqual([...filed, 'A survey', 'A note'])
    }
  })

  test('further names lead to a topic, and those of its parts less', async () => {
    const made = engineOf({
      papers: [
        { title: 'Spikes of a retina', main: ['brain'] },
        {
          title: 'Ships',
          abstract: 'Hebbian learning of boats, whose sails and rudders matter more.',
        },
      ],
      topics: [{ id: 'brain', label: 'Brain & cognition', aliases: [] }],
      topicNames: { brain: { searched: ['neuroscience'], parts: ['Hebbian learning'] } },
    })
    const answer = await ask(made, 'neuroscience ')
    expect(told(answer)).toEqual(['Spikes of a retina'])
    expect(answer.results[0]?.reasons).toMatchObject([{ how: 'topic', found: 'Brain & cognition' }])
    expect(answer.suggestedTopics).toMatchObject([{ id: 'brain' }])
    expect(answer.expansions).toEqual([{ asked: 'neuroscience', also: 'Brain & cognition' }])
    const offered = async (text: string) =>
      (await made.suggest(text)).suggestions.filter(({ kind }) => kind === 'topic').length
    expect(await offered('neuros')).toBe(0)
    expect(await offered('neuroscience')).toBe(1)
    expect(told(await ask(made, 'hebbian learning '))).toEqual(['Ships', 'Spikes of a retina'])
  })

  test('a topic that a word names and everyday use means is told once', async () => {
    const made = engineOf({
      papers: [{ title: 'Sums', main: ['mathematics'] }, { title: 'Mathematical models' }],
      topics: [{ id: 'mathematics', label: 'Mathematical models', aliases: [] }],
      topicNames: { mathematics: { searched: ['math'], parts: [] } },
      synonyms: [{ say: ['math'], mean: ['mathematical model'] }],
    })
    const { expansions } = await ask(made, 'math ')
    expect(expansions).toEqual([{ asked: 'math', also: 'Mathematical models' }])
  })

  test('a name that is written as one word leads to its topic before it is finished', async () => {
    const made = engineOf({
      papers: [
        { title: 'Proofs by rules', main: ['neuro'] },
        { title: 'Neurosymbolic inference' },
        { title: 'Neurons' },
      ],
      topics: [{ id: 'neuro', label: 'Neuro-symbolic', aliases: [] }],
    })
    expect(told(await ask(made, 'neurosy')).sort()).toEqual([
      'Neurosymbolic inference',
      'Proofs by rules',
    ])
    expect(told(await ask(made, 'neuros'))).toEqual(['Neurosymbolic inference'])
  })

  test('what the whole field is called is not asked for, where it is only said what it is for', async () => {
    const made = engineOf({
      papers: [
        { title: 'Finance by hand' },
        { title: 'Anything', abstract: 'Machine learning of finance.' },
        { title: 'Machine learning' },
      ],
      synonyms: [{ say: ['AI'], mean: ['learning'] }],
    })
    const both = ['Finance by hand', 'Anything']
    expect(told(await ask(made, 'machine learning for finance '))).toEqual(both)
    expect(told(await ask(made, 'finance with deep learning '))).toEqual(both)
    const answer = await ask(made, 'AI in finance ')
    expect(told(answer)).toEqual(both)
    expect(answer.expansions).toEqual([])
    const asTyped = await ask(made, 'machine learning for finance ', { exact: true })
    expect(told(asTyped)).toEqual(['Anything'])
    expect(told(await ask(made, 'machine learning for '))).toContain('Machine learning')
  })

  test('the words of a compound count for more together than apart', async () => {
    const made = engineOf({
      papers: [
        { title: 'Bits of GPT', abstract: '4 bits.' },
        { title: 'A report', abstract: 'By GPT-4.' },
      ],
    })
    expect(told(await ask(made, 'gpt-4'))).toEqual(['A report', 'Bits of GPT'])
  })

  test('small words are asked for where papers write them in a compound', async () => {
    const made = engineOf({
      papers: [
        { title: 'Few-shot learning' },
        { title: 'Few papers' },
        { title: 'A single shot' },
        { title: 'Out-of-distribution data' },
        { title: 'A distribution of data' },
      ],
    })
    expect((await ask(made, 'few shot ')).counts.all).toBe(1)
    expect((await ask(made, 'out of distribution ')).counts.all).toBe(1)
    const question = 'is the distribution of the data out of distribution '
    expect(told(await ask(made, question))).toContain('A distribution of data')
  })

  test('words apart are a word that papers write as one, in either number, but in no other form', async () => {
    const made = engineOf({
      papers: [{ title: 'Lightweight networks' }, { title: 'Bitwidths' }, { title: 'Models' }],
    })
    expect(told(await ask(made, 'light weights '))).toEqual(['Lightweight networks'])
    expect(told(await ask(made, 'bit width '))).toEqual(['Bitwidths'])
    expect((await ask(made, 'model ability ')).counts.all).toBe(0)
  })

  test('an abbreviation as it is begins no other word', async () => {
    const made = engineOf({
      papers: [{ title: 'Federated learning (FL)' }, { title: 'Flow' }],
      glossary: [{ short: 'FL', long: 'federated learning', in: [0] }],
    })
    expect(told(await ask(made, 'FL'))).toEqual(['Federated learning (FL)'])
    expect(told(await ask(made, 'fl'))).toContain('Flow')
    expect(told(await ask(made, 'FLO'))).toEqual(['Flow'])
  })

  test('British and American spellings are one word, other forms less', async () => {
    const made = engineOf({
      papers: [
        { title: 'Anything', abstract: 'It is an optimal last.' },
        { title: 'Something', abstract: 'It is an optimization at last.' },
      ],
    })
    for (const q of ['optimisation ', 'optimization '])
      expect(told(await ask(made, q))).toEqual(['Something', 'Anything'])
  })

  test('papers about a topic come before papers that treat it', async () => {
    expect(told(await ask(engine, 'network pruning')).slice(0, 2)).toEqual([
      'Pruning Large Language Models',
      'A Survey of Hallucination',
    ])
  })
})

test('a topic that no paper is about is offered nowhere', async () => {
  const engine = engineOf({
    papers: [{ title: 'Whale Falls', abstract: 'Of a whale.' }],
    topics: [
      { id: 'whales', label: 'Whales', main: 0 },
      { id: 'falls', label: 'Falls' },
    ],
  })
  const offered = async (q: string) =>
    (await ask(engine, q)).suggestedTopics.map(({ id }) => id).join()
  expect(await offered('zzzz')).toBe('falls')
  expect(await offered('whale')).toBe('')
  expect(await offered('falls')).toBe('falls')
  const { suggestions } = await engine.suggest('whale')
  expect(suggestions.filter(({ kind }) => kind === 'topic')).toEqual([])
})
