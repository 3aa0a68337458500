import { expect, test } from 'vitest'
import { formatCoins } from '../../src/formats/coins.ts'
import type { Paper } from '../../src/shared/model.ts'

const paper = (title: string, date: Paper['date'] = null) => ({ title, date }) as Paper

test('reads back as a form does, whatever the title holds', () => {
  const title = 'Q&A = 100 % + "C++" <em>über</em> α;'
  const fields = new URLSearchParams(formatCoins(paper(title), 'https://a.example/papers/q-a/'))
  expect(fields.get('rft.title')).toBe(title)
  expect(fields.get('rft.identifier')).toBe('https://a.example/papers/q-a/')
  expect(fields.get('rft.type')).toBe('document')
})

test('has a date only if the source prints all of it', () => {
  const dated = paper('A', { value: '2024-11-26', yearInferred: false })
  expect(formatCoins(dated, '')).toContain('&rft.date=2024-11-26')
  const inferred = paper('A', { value: '2024-11-26', yearInferred: true })
  expect(formatCoins(inferred, '')).not.toContain('date')
  expect(formatCoins(paper('A'), '')).not.toContain('date')
})
