import { expect, test } from 'vitest'
import { nameFinder } from '../../src/shared/proper-names.ts'

const papersOf = (...abstracts: string[]) => abstracts.map((abstract) => ({ abstract }))

test('a name has its capital amid small words or in several papers, and hardly ever loses it', () => {
  const isName = nameFinder(
    papersOf(
      'We sample. Waves are Large, over the Bures-Wasserstein (BW) space of a Gaussian thing.',
      'Tides. Of Hamming, and Waves; large ones.',
      `Hamming, ${'Bayes, '.repeat(10)}and code at example.org/bayes/pareto; a Pareto front, Pareto.`,
    ),
  )
  for (const name of ['Bures', 'Wasserstein', 'Bures-Optimal', 'Gaussian', 'Hamming'])
    expect([name, isName(name)]).toEqual([name, true])
  for (const word of ['Large', 'We', 'Tides', 'Pareto', 'Bayes', 'Unseen'])
    expect([word, isName(word)]).toEqual([word, false])
})

test('a name may lack its capital once in ten times', () => {
  const isName = (times: number) =>
    nameFinder(papersOf(`${'Bayes '.repeat(times)}`, 'Of Bayes, at example.org/bayes'))('Bayes')
  expect([isName(8), isName(9)]).toEqual([false, true])
})
