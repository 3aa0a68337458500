import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignIds, type Identity, slugOf } from '../../scripts/pipeline/assign-ids.ts'
import { fingerprint } from '../../scripts/pipeline/fingerprint.ts'
import {
  checkRegistry,
  ID_PATTERN,
  mergePermalink,
  type PermalinkRegistry,
  resolvePermalink,
  restorePermalink,
  withdrawPermalink,
} from '../../scripts/pipeline/permalink-registry.ts'

const empty: PermalinkRegistry = { schema: 1, permalinks: [] }

function work(title: string, abstract = `about ${title}`, printed = [title]): Identity {
  return {
    title,
    titleFingerprints: printed.map(fingerprint),
    abstractFingerprints: [fingerprint(abstract)],
  }
}

function idsOf(works: Identity[], registry: PermalinkRegistry): string[] {
  return assignIds(works, registry).assigned.map(({ id }) => id)
}

const published = assignIds([work('Alpha Beta'), work('Gamma Delta')], empty).registry

test('a new work gets a readable id and is appended', () => {
  expect(published.permalinks.map(({ id, state }) => [id, state])).toEqual([
    ['alpha-beta', 'live'],
    ['gamma-delta', 'live'],
  ])
  const { registry, added } = assignIds(
    [work('Alpha Beta'), work('Gamma Delta'), work('Eta')],
    published,
  )
  expect(added).toEqual(['eta'])
  expect(registry.permalinks.slice(0, 2)).toEqual(published.permalinks)
})

test('a title corrected for display keeps its id', () => {
  expect(
    idsOf([work('Alpha Betas!', 'x', ['Alpha Beta']), work('Gamma Delta')], published)[0],
  ).toBe('alpha-beta')
})

test('a title corrected in the listing keeps its id through the abstract, and the new title is learned', () => {
  const renamed = [work('Alpha and Beta', 'about Alpha Beta'), work('Gamma Delta')]
  const { assigned, registry } = assignIds(renamed, published)
  expect(assigned[0]?.id).toBe('alpha-beta')
  const laterAbstract = [work('Alpha and Beta', 'rewritten from scratch'), work('Gamma Delta')]
  expect(idsOf(laterAbstract, registry)[0]).toBe('alpha-beta')
})

test('an added listing and another order move nothing', () => {
  const works = [work('New One'), work('Gamma Delta'), work('Alpha Beta')]
  expect(idsOf(works, published)).toEqual(['new-one', 'gamma-delta', 'alpha-beta'])
})

test('two ids that turn out to be one paper: the older stays, the younger redirects', () => {
  const joined: Identity = {
    title: 'Alpha Beta',
    titleFingerprints: ['Gamma Delta', 'Alpha Beta'].map(fingerprint),
    abstractFingerprints: [fingerprint('about Alpha Beta')],
  }
  const { assigned, merged, registry } = assignIds([joined], published)
  expect(assigned).toEqual([{ id: 'alpha-beta', withdrawn: false }])
  expect(merged).toEqual([{ id: 'gamma-delta', into: 'alpha-beta' }])
  expect(resolvePermalink(registry, 'gamma-delta').id).toBe('alpha-beta')
  expect(checkRegistry(registry)).toEqual([])
  expect(idsOf([joined], registry)).toEqual(['alpha-beta'])
  // A listing may go on with either title alone.
  expect(idsOf([work('Gamma Delta', 'x')], registry)).toEqual(['alpha-beta'])
})

test('a title leads through all redirects to the id that has its page', () => {
  const three = assignIds([work('Eta')], published).registry
  const twice = mergePermalink(
    mergePermalink(three, 'alpha-beta', 'gamma-delta'),
    'gamma-delta',
    'eta',
  )
  const { assigned, added, orphaned } = assignIds([work('Alpha Beta', 'x')], twice)
  expect(assigned).toEqual([{ id: 'eta', withdrawn: false }])
  expect({ added, orphaned }).toEqual({ added: [], orphaned: [] })
})

test('a paper with a live id and an older withdrawn one keeps the live one, and nothing is merged', () => {
  const registry = withdrawPermalink(published, 'alpha-beta', 'asked for by its authors')
  const both = work('Gamma Delta', 'x', ['Alpha Beta', 'Gamma Delta'])
  const { assigned, merged, registry: after } = assignIds([both], registry)
  expect(assigned).toEqual([{ id: 'gamma-delta', withdrawn: false }])
  expect(merged).toEqual([])
  expect(after.permalinks.map(({ state }) => state)).toEqual(['withdrawn', 'live'])
})

test('a paper with two live ids and a withdrawn one joins the live ones only', () => {
  const three = assignIds([work('Eta')], published).registry
  const registry = withdrawPermalink(three, 'gamma-delta', 'asked for by its authors')
  const all = work('Alpha Beta', 'x', ['Eta', 'Gamma Delta', 'Alpha Beta'])
  const { assigned, merged, registry: after } = assignIds([all], registry)
  expect(assigned).toEqual([{ id: 'alpha-beta', withdrawn: false }])
  expect(merged).toEqual([{ id: 'eta', into: 'alpha-beta' }])
  expect(after.permalinks.map(({ state }) => state)).toEqual(['live', 'withdrawn', 'merged'])
})

test('what two new papers share leads to the first', () => {
  const { registry } = assignIds([work('Theta', 'the same'), work('Iota', 'the same')], empty)
  expect(checkRegistry(registry)).toEqual([])
  expect(registry.permalinks.map(({ fingerprints }) => fingerprints.length)).toEqual([2, 1])
})

test('a merge by hand redirects, and both titles lead to the kept id', () => {
  const registry = mergePermalink(published, 'alpha-beta', 'gamma-delta')
  expect(idsOf([work('Gamma Delta', 'x', ['Gamma Delta', 'Alpha Beta'])], registry)).toEqual([
    'gamma-delta',
  ])
  expect(() => mergePermalink(registry, 'alpha-beta', 'gamma-delta')).toThrow(/merged already/)
  expect(() => mergePermalink(published, 'nowhere', 'gamma-delta')).toThrow(/no id "nowhere"/)
})

test('a withdrawn id stays withdrawn when its paper is still in a listing', () => {
  const registry = withdrawPermalink(published, 'alpha-beta', 'asked for by its authors')
  const { assigned, orphaned } = assignIds([work('Alpha Beta'), work('Gamma Delta')], registry)
  expect(assigned[0]).toEqual({ id: 'alpha-beta', withdrawn: true })
  expect(orphaned).toEqual([])
  expect(() => withdrawPermalink(published, 'alpha-beta', ' ')).toThrow(/say why/)
})

test('a withdrawal can be undone', () => {
  const registry = withdrawPermalink(published, 'alpha-beta', 'asked for by its authors')
  expect(restorePermalink(registry, 'alpha-beta')).toEqual(published)
  expect(() => restorePermalink(published, 'alpha-beta')).toThrow(/is live, not withdrawn/)
  expect(() => restorePermalink(published, 'nowhere')).toThrow(/no id "nowhere"/)
})

test('what is gone is no target of a merge, and what to do is told', () => {
  const gone = withdrawPermalink(published, 'alpha-beta', 'asked for by its authors')
  expect(() => mergePermalink(gone, 'gamma-delta', 'alpha-beta')).toThrow(
    /withdrawn already; .* restore alpha-beta/,
  )
  const third = assignIds([work('Eta')], published).registry
  const merged = mergePermalink(third, 'alpha-beta', 'gamma-delta')
  expect(() => mergePermalink(merged, 'eta', 'alpha-beta')).toThrow(
    /merged already; name "gamma-delta", to which it leads/,
  )
})

test('a live id that no listing has any more is told, and no other', () => {
  expect(assignIds([work('Gamma Delta')], published).orphaned).toEqual(['alpha-beta'])
  const withdrawn = withdrawPermalink(published, 'alpha-beta', 'asked for by its authors')
  expect(assignIds([work('Gamma Delta')], withdrawn).orphaned).toEqual([])
})

test('a title that the registry gives to an id another work holds is told', () => {
  const registry = assignIds([work('Alpha', 'same', ['Alpha', 'Beta'])], empty).registry
  expect(assignIds([work('Alpha', 'same'), work('Beta', 'else')], registry).conflicts).toEqual([
    { title: 'Beta', id: 'alpha' },
  ])
})

test('slugs that collide are numbered in order', () => {
  const titles = ['A/B Testing', 'A B Testing?', 'A-B-Testing.']
  // The three differ as titles do (C++ and C), though their slugs are the same.
  const works = titles.map((title, index) => work(title, title + index, [`${title} ${index}`]))
  expect(idsOf(works, empty)).toEqual(['a-b-testing', 'a-b-testing-2', 'a-b-testing-3'])
})

test.each([
  ['', /^paper-[0-9a-f]{8}$/],
  ['🚀🔥', /^paper-[0-9a-f]{8}$/],
  ['大语言模型推理综述', ID_PATTERN],
  ['../../etc/passwd', /^etc-passwd$/],
  ['..\\..\\C:\\Windows', ID_PATTERN],
  ['%2e%2e%2f', ID_PATTERN],
  ['word '.repeat(60), /^word(-word){11}$/],
  ['x'.repeat(300), /^x{60}$/],
  [`${'x'.repeat(30)} ${'y'.repeat(29)} z`, /^x{30}-y{29}$/],
  [`${'x'.repeat(30)} ${'y'.repeat(30)} z`, /^x{30}$/],
  ['<script>alert(1)</script>', ID_PATTERN],
  ['__proto__', /^proto$/],
])('a hostile title %j gives a harmless id', (title, pattern) => {
  expect(slugOf(title)).toMatch(pattern)
  expect(slugOf(title)).toMatch(ID_PATTERN)
  expect(slugOf(title).length).toBeLessThanOrEqual(60)
})

test.each([
  ['CoRe² and DeepSeek', 'core2-and-deepseek'],
  [`${'x'.repeat(30)} ${'y'.repeat(29)}`, `${'x'.repeat(30)}-${'y'.repeat(29)}`],
])('%j gives the id %s', (title, id) => {
  expect(slugOf(title)).toBe(id)
})

test('any title gives an id of at most 60 characters, the same each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
      expect(slugOf(title)).toMatch(ID_PATTERN)
      expect(slugOf(title).length).toBeLessThanOrEqual(60)
      expect(slugOf(title)).toBe(slugOf(title))
    }),
    { numRuns: 500 },
  )
})

test('whatever comes after, an id once registered resolves', () => {
  const title = fc.constantFrom('Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon')
  const corpus = fc
    .uniqueArray(title, { minLength: 1 })
    .map((titles) => titles.map((name) => work(name)))
  fc.assert(
    fc.property(fc.array(corpus, { minLength: 1, maxLength: 5 }), (builds) => {
      let registry = empty
      const known = new Map<string, string>()
      for (const works of builds) {
        const result = assignIds(works, registry)
        registry = result.registry
        expect(checkRegistry(registry)).toEqual([])
        works.forEach(({ title: name }, index) => {
          const id = result.assigned[index]?.id ?? ''
          expect(known.get(name) ?? id).toBe(id)
          known.set(name, id)
        })
        for (const id of known.values()) expect(resolvePermalink(registry, id).id).toBe(id)
      }
    }),
    { numRuns: 200 },
  )
})

test('a registry with a circle, a lost target or a doubled fingerprint is refused', () => {
  const entry = { state: 'merged' as const, fingerprints: [] }
  const circle = {
    schema: 1 as const,
    permalinks: [
      { ...entry, id: 'a', into: 'b' },
      { ...entry, id: 'b', into: 'a' },
    ],
  }
  expect(checkRegistry(circle)[0]).toMatch(/circle/)
  expect(
    checkRegistry({ schema: 1, permalinks: [{ ...entry, id: 'a', into: 'gone' }] })[0],
  ).toMatch(/no id "gone"/)
  const twice = published.permalinks.map((permalink) => ({
    ...permalink,
    fingerprints: ['t:0000000000000000'],
  }))
  expect(checkRegistry({ schema: 1, permalinks: twice })[0]).toMatch(/fingerprint/)
})
