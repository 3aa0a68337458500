import { expect, test } from 'vitest'
import { findProperNames } from '../../src/formats/proper-names.ts'

test('a proper name has its capital inside sentences of two papers, and nowhere loses it', () => {
  const texts = [
    'We sample, Markov chains in hand, from a Gaussian. Waves are Large.',
    'Of a Gaussian and of Markov chains. Tides move the Moon Large.',
    'Large waves, large tides. Of Waves.',
  ]
  const papers = texts.map((abstract) => ({ title: 'Waves of Tides', abstract }))
  expect([...findProperNames(papers)]).toEqual(['Markov', 'Gaussian'])
})
