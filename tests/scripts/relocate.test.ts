import { describe, expect, test } from 'vitest'
import { relocatePage, relocateStyles } from '../../scripts/archive/relocate.ts'

function relocate(html: string, file = 'papers/x/index.html', base = '/lectern/'): string {
  return relocatePage(html, { base, file })
}

describe('a page of the archive', () => {
  test.each([
    ['<a href="/lectern/papers/">', '<a href="../../papers/">'],
    ['<a href="/lectern/">', '<a href="../../">'],
    ['<form action="/lectern/search/">', '<form action="../../search/">'],
    ['<script src="/lectern/_astro/a.js"></script>', '<script src="../../_astro/a.js"></script>'],
    ['<html data-base="/lectern/" lang="en">', '<html data-base="../../" lang="en">'],
    ['<a href="/lectern/search/?q=a&amp;topic=b#c">', '<a href="../../search/?q=a&amp;topic=b#c">'],
    [
      '<meta http-equiv="refresh" content="0; url=/lectern/papers/y/">',
      '<meta http-equiv="refresh" content="0; url=../../papers/y/">',
    ],
  ])('%s', (html, relocated) => {
    expect(relocate(html)).toBe(relocated)
  })

  test.each([
    '<a href="#main">',
    '<a href="https://lectern.example/lectern/papers/">',
    '<a href="//other.example/">',
    '<link rel="canonical" href="https://lectern.example/papers/x/">',
    '<input aria-keyshortcuts="/lectern/">',
    '<p>href="/lectern/papers/"</p>',
    '<p>unclosed &amp; odd   <b >markup',
  ])('%s stays as it is', (html) => {
    expect(relocate(html)).toBe(html)
  })

  test('leads on without script, too', () => {
    const html = '<body><noscript><a href="/lectern/topics/">topics</a></noscript>'
    expect(relocate(html)).toContain('href="../../topics/"')
  })

  test('is at the root of the site, too', () => {
    const html = '<html data-base="/"><a href="/">home</a> <a href="/search/?q=x">x</a>'
    expect(relocate(html, 'index.html', '/')).toBe(
      '<html data-base="./"><a href="./">home</a> <a href="./search/?q=x">x</a>',
    )
  })

  test('asks for no service worker, and keeps the policy', () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`
    expect(relocate(`<html data-worker="/lectern/sw.js" lang="en">${policy}`)).toBe(
      `<html lang="en">${policy}`,
    )
  })
})

test('a style sheet finds its fonts beside it', () => {
  const css = 'src:url(/_astro/a.woff2) format("woff2"),local("Arial")'
  expect(relocateStyles(css, { base: '/', file: '_astro/page.css' })).toBe(
    'src:url(../_astro/a.woff2) format("woff2"),local("Arial")',
  )
})
