import { expect, test } from 'vitest'
import { findLostFiles } from '../../scripts/pipeline/find-lost-files.ts'
import { CURATED_FILES, type CuratedName } from '../../scripts/pipeline/read-sources.ts'

const whole = Object.fromEntries(CURATED_FILES.map((name) => [name, 'x'])) as Record<
  CuratedName,
  string | null
>

const told = (change: Partial<typeof whole>) =>
  findLostFiles('curated', { ...whole, ...change }).map(
    ({ file, line, message }) => `${file}:${line}: ${message}`,
  )

test('most files may be left out', () => {
  expect(told({})).toEqual([])
  expect(told({ 'corrections.yaml': null, 'synonyms.yaml': null })).toEqual([])
})

test('a file that is blank, or has comments only, is told', () => {
  expect(told({ 'corrections.yaml': '', 'topics.yaml': ' \n\ufeff' })).toEqual([
    'curated/corrections.yaml:1: is empty; restore it, or delete it if nothing is to be said',
    'curated/topics.yaml:1: is empty; restore it',
  ])
  const comments = '\ufeff# Decided by people.\n\n  # - title: none\n'
  expect(told({ 'merges.yaml': comments, 'topics.yaml': comments })).toEqual([
    'curated/merges.yaml:1: has comments only; restore it, or delete it if nothing is to be said',
    'curated/topics.yaml:1: has comments only; restore it',
  ])
  expect(told({ 'merges.yaml': `${comments}merge: [] # none\n` })).toEqual([])
})

test('what files topics must be there', () => {
  expect(told({ 'topics.yaml': null, 'topic-weights.json': null })).toEqual([
    'curated/topics.yaml:1: is missing, and without it no paper has a topic; restore it',
    'curated/topic-weights.json:1: is missing, and without it no paper has a topic; restore it',
  ])
})
