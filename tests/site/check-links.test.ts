import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { checkLinks } from './check-links.ts'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function brokenLinks(files: Record<string, string>, base = '/'): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-links-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return checkLinks(folder, { origin: 'https://site.example', base }).broken
}

const papers = { 'papers/index.html': '<h2 id="über">Papers</h2>' }

test.each([
  '<a href="/papers/">',
  '<a href="papers/#%C3%BCber">',
  '<a href="https://site.example/papers/?q=1#über">',
  '<a href="#">',
  '<a href="https://elsewhere.example/gone">',
  '<meta http-equiv="refresh" content="0; url=/papers/">',
])('accepts %s', (html) => {
  expect(brokenLinks({ ...papers, 'index.html': html })).toEqual([])
})

test.each([
  ['<a href="/nowhere/">', 'leads to nothing'],
  ['<a href="/papers">', 'lacks its trailing slash'],
  ['<a href="/papers/#uber">', 'names a part that is not there'],
  ['<a href="https://[">', 'is not a URL'],
  ['<a href="/papers/%">', 'leads to nothing'],
  ['<img srcset="/a.png 1x, /b.png 2x">', 'leads to nothing'],
  ['<svg><use href="#icon"/></svg>', 'names a part that is not there'],
  ['<template><script src="/x.js"></script></template>', 'leads to nothing'],
  ['<meta property="og:image" content="https://site.example/x.png">', 'leads to nothing'],
  ['<meta http-equiv="refresh" content="0; url=/gone/">', 'leads to nothing'],
])('reports %s', (html, fault) => {
  expect(brokenLinks({ ...papers, 'index.html': html })[0]).toContain(fault)
})

test('reports a link that forgets the base', () => {
  const files = { ...papers, 'index.html': '<a href="/papers/">' }
  expect(brokenLinks(files, '/lectern/')[0]).toContain('leaves the base')
})

test('follows the urls of style sheets', () => {
  expect(brokenLinks({ '_astro/a.css': '@font-face{src:url(./x.woff2)}' })).toHaveLength(1)
})
