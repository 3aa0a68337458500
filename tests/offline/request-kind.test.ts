import { describe, expect, test } from 'vitest'
import { requestKind } from '../../src/offline/request-kind.ts'

const scope = 'https://papers.example/lectern/'
const shell = new Set(['', 'search/', 'favicon.svg', 'reading-list/papers.json'])

function kindOf(path: string, { method = 'GET', isNavigation = false } = {}) {
  return requestKind({ method, url: new URL(path, scope).href, isNavigation }, scope, shell)
}

describe('what a window is to show', () => {
  test.each(['', 'search/?q=a.b', 'papers/x/', 'papers/x', 'topics/a+b/', 'nowhere/'])(
    '"%s" is a page',
    (path) => expect(kindOf(path, { isNavigation: true })).toBe('page'),
  )

  test.each(['papers/x.bib', 'data/papers.json', 'feed.xml', 'favicon.svg'])(
    '%s is a file, which the browser asks for as ever',
    (path) => expect(kindOf(path, { isNavigation: true })).toBeNull(),
  )
})

describe('what a page loads', () => {
  test.each(['_astro/a.Bx1.js', 'search-index/2cf8/full.json', 'graph/d68a.json'])(
    '%s never changes',
    (path) => expect(kindOf(path)).toBe('hashed'),
  )

  test.each(['favicon.svg', 'reading-list/papers.json'])('%s is of the shell', (path) =>
    expect(kindOf(path)).toBe('shell'),
  )

  test.each(['papers/x.bib', 'data/papers.json', 'papers/x/', 'search/', 'graph/', 'sw.js'])(
    '%s is left to the browser',
    (path) => expect(kindOf(path)).toBeNull(),
  )
})

test('other sites, what is beside the site on its host, and what is sent are left alone', () => {
  for (const path of ['https://other.example/lectern/', '/', '/lecternish/', '/other/_astro/a.js'])
    expect(kindOf(path, { isNavigation: true })).toBeNull()
  expect(kindOf('search/', { method: 'POST', isNavigation: true })).toBeNull()
})
