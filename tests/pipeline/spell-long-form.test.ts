import { expect, test } from 'vitest'
import { longFormSpeller } from '../../scripts/pipeline/spell-long-form.ts'

const definitions = [
  'Look-ahead Modulation',
  'Inverted Image Networks',
  'Guided Image Networks',
  'Image Networks',
]
const spell = longFormSpeller(
  [
    'We call it Look-ahead Modulation (LaM) of Markov chains, by the LLM.',
    'The Inverted Image Networks (IIN), as Guided Image Networks (GIN) and Image Networks (IN).',
    'The Inverted Image Networks (IIN) of Markov; an LLM.',
  ].map((abstract) => ({ abstract, definitions })),
)

test.each([
  ['Look-ahead Modulation', 'look-ahead modulation'],
  ['Inverted Image Networks', 'inverted image networks'],
  ['Guided Image Networks', 'guided image networks'],
  ['Needle-In-A-Haystack', 'needle-in-a-haystack'],
  ['Linear Function TRick', 'linear function trick'],
  ['Markov LLM', 'Markov LLM'],
  ['best-of-N', 'best-of-N'],
])('spells %j as %j', (long, spelled) => {
  expect(spell(long)).toBe(spelled)
})
