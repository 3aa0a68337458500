import { expect, test } from 'vitest'
import { readOrigin, readRepositoryUrl } from '../../src/shared/site-settings.ts'

test.each([
  ['https://papers.example.org', 'https://papers.example.org'],
  ['https://papers.example.org/', 'https://papers.example.org'],
  ['https://Papers.example.org', 'https://papers.example.org'],
  ['http://127.0.0.1:4321', 'http://127.0.0.1:4321'],
])('%s is the origin %s', (value, origin) => {
  expect(readOrigin('SITE_URL', value)).toBe(origin)
})

test.each([
  '',
  'papers.example.org',
  'localhost:4321',
  '//papers.example.org',
  'ftp://papers.example.org',
  'https://papers.example.org/lectern',
  'https://papers.example.org/?a',
  'https://papers.example.org#a',
  'https://me@papers.example.org',
])('"%s" is no origin', (value) => {
  expect(() => readOrigin('SITE_URL', value)).toThrow(
    `SITE_URL is "${value}"; give scheme and host alone`,
  )
})

test.each([null, 'https://github.com/owner/name', 'https://git.example.org/a/b/c'])(
  '%s may be a repository',
  (value) => {
    expect(readRepositoryUrl('repositoryUrl', value)).toBe(value)
  },
)

test.each([
  '',
  'github.com/owner/name',
  'owner/name',
  'http://github.com/owner/name',
  'https://github.com',
  'https://github.com/owner/name/',
  'https://github.com/owner/name?tab=readme',
  'git@github.com:owner/name.git',
])('"%s" may not', (value) => {
  expect(() => readRepositoryUrl('repositoryUrl in src/site.ts', value)).toThrow(
    `repositoryUrl in src/site.ts is "${value}"; give an https: address without a slash`,
  )
})
