import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesOf, pagesOf } from './built-site.ts'

const folder = 'dist'

test('each utility that a page uses has a rule', () => {
  const styles = filesOf(folder)
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .join('')
  const classes = pagesOf(folder).flatMap(({ html }) =>
    [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names]) => names!.split(' ')),
  )
  const utilities = new Set(
    classes.filter((name) => /^(?:[\w-]+:)?(?:[mp][trblxy]?-\d+|sr-only|grow)$/.test(name)),
  )
  expect(utilities.size).toBeGreaterThan(10)
  for (const name of utilities) expect(styles).toContain(`.${name.replace(':', '\\:')}{`)
})

test('colours are written as browsers of 2023 know them', () => {
  const styles = filesOf(folder).filter((name) => name.endsWith('.css'))
  expect(styles).not.toHaveLength(0)
  for (const name of styles)
    expect(readFileSync(`${folder}/${name}`, 'utf8')).not.toContain('light-dark(')
})
