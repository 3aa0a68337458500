import { expect, test } from 'vitest'
import { formatPapersCsv } from '../../src/formats/papers-csv.ts'
import { citable } from './citation-fixtures.ts'

test('topics are told by grade, a date with what is sure of it, and addresses whole', () => {
  const topic = (id: string, grade: 'main' | 'also') => ({
    id,
    grade,
    basis: 'name' as const,
    evidence: [],
  })
  const { paper } = citable({
    date: { value: '2025-08-07', yearInferred: true },
    topics: [topic('tides', 'main'), topic('boats', 'main'), topic('wind', 'also')],
  })
  const rowOf = (csv: string) => csv.trimEnd().split('\r\n').at(-1)
  const whole = formatPapersCsv([paper], (path) => `https://site.example${path}`)
  expect(rowOf(whole)).toMatch(/,tides boats,wind$/)
  expect(rowOf(whole)).toContain(`,https://site.example${paper.url},2025-08-07,true,,`)
  expect(rowOf(formatPapersCsv([citable().paper], String))).toMatch(/\/,{9}$/)
})
