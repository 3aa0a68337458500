import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance, Lexicon, unlikeliness } from '../../src/search/lexicon.ts'

const words = [
  'plan',
  'planning',
  'planner',
  'layer',
  'lay',
  'bayesian',
  'bayes',
  '#plan',
  '=plan_b',
]
const lexicon = new Lexicon(new Map(words.map((word, at) => [word, at + 1])), 20)

test('forms meet, names are no words', () => {
  expect(lexicon.forms('plan')).toEqual(['plan', 'planning'])
  expect(lexicon.startingWith('pla')).toEqual(['plan', 'planner', 'planning'])
  expect(lexicon.startingWith('#')).toEqual([])
  expect(lexicon.papersWith('#plan')).toBe(8)
})

test('who does something goes with what is done, and only then', () => {
  expect(lexicon.doers('planner')).toEqual(['plan', 'planning'])
  expect(lexicon.doers('plan')).toEqual(['planner'])
  expect(lexicon.doers('layer')).toEqual([])
})

test('near words come nearest first', () => {
  expect(lexicon.near('bayseian', 2)).toEqual([{ term: 'bayesian', distance: 1 }])
  expect(lexicon.near('plann', 2).map(({ term }) => term)).toEqual(['plan', 'planner'])
})

test('near words are all those that few edits lead to, also when asked again', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'b', 'é', '7', '-'),
    minLength: 1,
    maxLength: 7,
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 30 }),
      word,
      fc.constantFrom(1, 2),
      (all, asked, most) => {
        const those = new Lexicon(new Map(all.map((term) => [term, 1])), 10)
        const expected = all
          .map((term) => ({ term, distance: editDistance(asked, term, most) }))
          .filter(
            ({ term, distance }) => distance > 0 && distance <= most && beginAlike(asked, term),
          )
          .sort(
            (a, b) =>
              a.distance - b.distance ||
              unlikeliness(a.term, asked) - unlikeliness(b.term, asked) ||
              (a.term < b.term ? -1 : 1),
          )
        for (let time = 0; time < 2; time++) expect(those.near(asked, most)).toEqual(expected)
      },
    ),
  )
})

test('what fewer papers have is rarer, and what none has is rarest', () => {
  expect(lexicon.rarity(0)).toBeGreaterThan(lexicon.rarity(1))
  expect(lexicon.rarity(1)).toBeGreaterThan(lexicon.rarity(10))
})

/** Whether no more is wrong with the first letter than that the next stands before it. */
function beginAlike(asked: string, term: string): boolean {
  return asked[0] === term[0] || (asked[0] === term[1] && asked[1] === term[0])
}

test('a word of six letters may have lost its first one', () => {
  const those = new Lexicon(new Map(['decoding', 'ideal'].map((term) => [term, 1])), 10)
  expect(those.near('ecoding', 2)).toEqual([{ term: 'decoding', distance: 1 }])
  expect(those.near('deal', 1)).toEqual([])
})

/** Optimal string alignment without any shortcut. */
function wholeTable(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const choices = [
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]),
      ]
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        choices.push(at(i - 2, j - 2) + 1)
      ;(rows[i] as number[])[j] = Math.min(...choices)
    }
  return at(a.length, b.length)
}

test('edits are counted as the whole table counts them, up to the bound', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 3 }), (a, b, most) => {
      expect(editDistance(a, b, most)).toBe(Math.min(wholeTable(a, b), most + 1))
    }),
  )
})

test('of words equally near, swapped letters come first and replaced ones last', () => {
  const near = new Lexicon(new Map(['cable', 'came', 'camel'].map((word) => [word, 9])), 20)
  expect(near.near('camle', 1).map(({ term }) => term)).toEqual(['camel', 'came', 'cable'])
})
