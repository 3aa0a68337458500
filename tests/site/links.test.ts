import { describe, expect, test } from 'vitest'
import { siteUrl } from '../../src/site.ts'
import { parsedPagesOf } from './built-site.ts'
import { checkLinks } from './check-links.ts'

const origin = new URL(siteUrl).origin

/** Each page leads at least to its style sheet, home and the main sections. */
const LEAST_LINKS_PER_PAGE = 8

describe.each([
  { folder: 'dist', base: '/' },
  { folder: 'dist-base', base: '/lectern/' },
])('the site at $base', ({ folder, base }) => {
  const parsed = parsedPagesOf(folder)

  test('has no broken link', () => {
    const { internal, external, pages, broken } = checkLinks(folder, { origin, base }, parsed)
    console.log(
      `${base}: ${pages} pages, ${internal} internal links checked, ${external} external links left`,
    )
    expect(broken.slice(0, 50)).toEqual([])
    expect(pages).toBeGreaterThan(10)
    expect(internal).toBeGreaterThan(pages * LEAST_LINKS_PER_PAGE)
  })

  test('gives each page that search engines may list its own absolute canonical address', () => {
    const wrong = parsed.flatMap(({ path, elements }) => {
      const robots = elements.find(({ attributes }) => attributes.get('name') === 'robots')
      if (robots?.attributes.get('content')?.includes('noindex')) return []
      const canonical = elements
        .filter(({ tag, attributes }) => tag === 'link' && attributes.get('rel') === 'canonical')
        .map(({ attributes }) => attributes.get('href'))
      return canonical.join(' ') === `${origin}${base}${path.slice(1)}`
        ? []
        : [`${path}: ${canonical.join(' ')}`]
    })
    expect(wrong).toEqual([])
  })
})
