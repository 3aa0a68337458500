import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const importPattern = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g

/** Who must not know whom, as patterns of import paths; see the diagram in docs/design.md. */
const bannedImports: Readonly<Record<string, RegExp>> = {
  'src/shared': /^node:|^\.\.\//,
  'src/search': /^node:|\/(corpus|pages|components|layouts|client)\b|scripts\//,
  'src/map': /^node:|\/(corpus|pages|components|layouts|client)\b|scripts\//,
  'src/reading-list': /^node:|\/(corpus|pages|components|layouts|client|formats)\b|scripts\//,
  'src/compare': /^node:|\/(corpus|pages|components|layouts|client|formats)\b|scripts\//,
  'src/offline': /^node:|\/(corpus|pages|components|layouts|client|formats)\b|scripts\//,
  'src/formats': /^node:|\/(corpus|pages|components|layouts|client)\b|scripts\//,
  'src/client': /^node:|\/(corpus|pages|layouts|components)\b|scripts\/|data\/generated/,
  'src/components': /^node:|\/(corpus|pages)\b|scripts\//,
  'src/layouts': /^node:|\/(corpus|pages)\b|scripts\//,
  'src/pages': /^node:|scripts\/|data\/generated/,
  // Hashing is arithmetic; everything else of node: is the world outside.
  'scripts/pipeline': /^node:(?!crypto$)|\/(pages|components|layouts|client|corpus)\b/,
  scripts: /\/(pages|components|layouts|client)\b|\/corpus(\.ts)?$/,
}

interface Ban {
  what: string
  pattern: RegExp
  /** Folders or files below which it holds. */
  where: readonly string[]
  /** Files that may, each with its reason. */
  allowed?: Readonly<Record<string, string>>
}

const bans: readonly Ban[] = [
  {
    what: 'way to turn text into markup or code',
    pattern:
      /set:html|\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|DOMParser|new Function|\beval\(|\.html\(/,
    where: ['src'],
    allowed: {
      'src/components/Formula.astro': 'prints MathML that KaTeX wrote at build, with trust off',
      'src/components/JsonLd.astro': 'prints JSON that cannot end its script element',
    },
  },
  {
    what: 'chance, clock or system locale, which make builds differ',
    pattern: /Math\.random|Date\.now|new Date\(\s*\)|localeCompare|\.toLocale\w+\(/,
    where: ['src', 'scripts/pipeline', 'scripts/build-data.ts'],
    allowed: { 'src/client': 'runs in the reader’s browser, at the reader’s time' },
  },
  {
    what: 'note that something is left to do',
    pattern: /\b(TODO|FIXME|XXX|HACK)\b/,
    where: ['src', 'scripts', 'tests', 'docs', 'public'],
    allowed: { 'tests/architecture.test.ts': 'names the words' },
  },
  {
    what: 'silenced check without a reason',
    pattern: /@ts-(ignore|nocheck|expect-error)|biome-ignore(?!.*: \w)/,
    where: ['src', 'scripts'],
  },
  {
    what: 'setting taken from the environment',
    pattern: /process\.env\.(?!SITE_URL\b|BASE_PATH\b)|import\.meta\.env\.(?!BASE_URL\b|SITE\b)/,
    where: ['src', 'scripts/pipeline', 'scripts/build-data.ts'],
  },
]

const textFile = /\.(ts|mjs|js|astro|css|md|json|ya?ml)$/

function filesBelow(place: string): string[] {
  if (textFile.test(place)) return [place]
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && textFile.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
}

function isAllowed(file: string, { allowed = {} }: Ban): boolean {
  return Object.keys(allowed).some((place) => file === place || file.startsWith(`${place}/`))
}

describe('imports', () => {
  test.each(Object.entries(bannedImports))('%s knows only what it may know', (folder, banned) => {
    const wrong = filesBelow(folder).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(importPattern)]
        .filter(([, path]) => banned.test(path!))
        .map(([, path]) => `${file} imports ${path}`),
    )
    expect(wrong).toEqual([])
  })

  test('only the corpus reads the generated data', () => {
    const readers = filesBelow('src').filter((file) =>
      [...readFileSync(file, 'utf8').matchAll(importPattern)].some(([, path]) =>
        path!.includes('data/generated'),
      ),
    )
    expect(readers.filter((file) => file !== 'src/corpus.ts')).toEqual([])
  })
})

describe('source', () => {
  test.each(bans)('has no $what', (ban) => {
    const wrong = ban.where
      .flatMap(filesBelow)
      .filter((file) => !isAllowed(file, ban))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .flatMap((line, index) =>
            ban.pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
          ),
      )
    expect(wrong).toEqual([])
  })

  test('has no file named for nothing in particular, and no barrel', () => {
    const vague = ['src', 'scripts', 'tests']
      .flatMap(filesBelow)
      .filter((file) => /\/(utils?|helpers?|common|misc|index)\.(ts|mjs)$/.test(file))
    expect(vague).toEqual([])
  })
})
