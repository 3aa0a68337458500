import { describe, expect, test } from 'vitest'
import { type ParsedPage, parsedPagesOf } from './built-site.ts'

const pages = parsedPagesOf('dist')

/** What is wrong on each page, as `path: what`; the first fifty will do. */
function faults(find: (page: ParsedPage) => readonly string[]): string[] {
  return pages.flatMap((page) => find(page).map((fault) => `${page.path}: ${fault}`)).slice(0, 50)
}

function countOf(page: ParsedPage, tag: string): number {
  return page.elements.filter((element) => element.tag === tag).length
}

describe('every page', () => {
  test('there are pages', () => {
    expect(pages.length).toBeGreaterThan(10)
  })

  test.each(['h1', 'main', 'body'])('has exactly one %s', (tag) => {
    expect(
      faults((page) => (countOf(page, tag) === 1 ? [] : [`${countOf(page, tag)} × ${tag}`])),
    ).toEqual([])
  })

  test('states its language, a title, a description and that it fits small screens', () => {
    expect(
      faults(({ elements }) => {
        const meta = (name: string) =>
          elements.find(({ tag, attributes }) => tag === 'meta' && attributes.get('name') === name)
        const wrong: string[] = []
        if (!elements.find(({ tag }) => tag === 'html')?.attributes.get('lang'))
          wrong.push('no lang')
        if (!elements.find(({ tag }) => tag === 'title')?.text.trim()) wrong.push('no title')
        if (!meta('description')?.attributes.get('content')) wrong.push('no description')
        if (!meta('viewport')) wrong.push('no viewport')
        return wrong
      }),
    ).toEqual([])
  })

  test('has a title of its own, if search engines may list it', () => {
    const titles = pages
      .filter(({ html }) => !html.includes('<meta name="robots" content="noindex">'))
      .map(({ elements }) => elements.find(({ tag }) => tag === 'title')?.text)
    expect(titles.length).toBeGreaterThan(pages.length / 2)
    const repeated = titles.filter((title, index) => titles.indexOf(title) !== index)
    expect(repeated).toEqual([])
  })

  test('tells topics without dated papers so', () => {
    const ofTopics = pages.filter(({ path }) => /^\/topics\/[^+/]+\/$/.test(path))
    expect(faults(({ path, html }) => (/<\/span>\s*\. /.test(html) ? [path] : []))).toEqual([])
    expect(ofTopics.some(({ html }) => html.includes('No paper about it is dated'))).toBe(true)
  })

  test('uses each id once', () => {
    expect(
      faults(({ elements }) => {
        const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? [])
        return ids.filter((id, index) => ids.indexOf(id) !== index)
      }),
    ).toEqual([])
  })

  test('has no inline script, style or handler, which the CSP would block', () => {
    expect(
      faults(({ elements }) =>
        elements.flatMap(({ tag, attributes }) => {
          const wrong: string[] = []
          const isData = attributes.get('type') === 'application/ld+json'
          if (tag === 'script' && !attributes.has('src') && !isData) wrong.push('inline script')
          if (tag === 'style') wrong.push('style element')
          for (const [name, value] of attributes) {
            if (name === 'style') wrong.push(`style="${value}" on ${tag}`)
            if (name.startsWith('on')) wrong.push(`${name} on ${tag}`)
            if (/^\s*javascript:/i.test(value)) wrong.push(`${name}="${value}" on ${tag}`)
          }
          return wrong
        }),
      ),
    ).toEqual([])
  })
})
