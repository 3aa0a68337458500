import { expect, test, vi } from 'vitest'
import { openReadingStore } from '../../src/client/reading-store.ts'
import { addEntries, changeEntry, newEntry, withoutEntries } from '../../src/reading-list/model.ts'
import { formatStored } from '../../src/reading-list/stored-form.ts'

const KEY = 'lectern-reading-list'

/** A storage that takes texts up to a length. */
class FakeStorage {
  room = Number.POSITIVE_INFINITY
  readonly texts = new Map<string, string>()

  getItem(key: string): string | null {
    return this.texts.get(key) ?? null
  }

  setItem(key: string, text: string): void {
    if (text.length > this.room) throw new DOMException('full', 'QuotaExceededError')
    this.texts.set(key, text)
  }

  removeItem(key: string): void {
    this.texts.delete(key)
  }
}

function blocked(): never {
  throw new DOMException('blocked', 'SecurityError')
}

/** What a page of a tab can do; each page opens the store anew. */
function pageOf(local: FakeStorage, session = new FakeStorage()) {
  const store = openReadingStore(
    () => local,
    () => session,
  )
  return { ...store, session, ...changesOf(store) }
}

function changesOf({ changeList, readingList }: ReturnType<typeof openReadingStore>) {
  return {
    add: (...ids: string[]) =>
      changeList((list) =>
        addEntries(
          list,
          ids.map((id) => newEntry(id, id)),
        ),
      ),
    remove: (...ids: string[]) => changeList((list) => withoutEntries(list, ids)),
    note: (id: string, note: string) => changeList((list) => changeEntry(list, id, { note })),
    ids: () => readingList().map(({ id }) => id),
  }
}

test('two tabs change one list', () => {
  const local = new FakeStorage()
  const [one, two] = [pageOf(local), pageOf(local)]
  one.add('a')
  two.add('b')
  one.remove('a')
  expect([one.ids(), two.ids(), pageOf(local).ids()]).toEqual([['b'], ['b'], ['b']])
  expect(one.keeping()).toBe('browser')
})

test('without room the list lasts as long as the tab, and is stored when there is room again', () => {
  const local = new FakeStorage()
  pageOf(local).add('a')
  local.room = 0
  const page = pageOf(local)
  expect(page.keeping()).toBe('browser')
  page.add('b')
  const next = pageOf(local, page.session)
  expect([next.ids(), next.keeping()]).toEqual([['a', 'b'], 'tab'])
  expect(pageOf(local).ids()).toEqual(['a'])
  local.room = Number.POSITIVE_INFINITY
  next.add('c')
  expect(next.keeping()).toBe('browser')
  expect(pageOf(local).ids()).toEqual(['a', 'b', 'c'])
  expect(page.session.texts.size).toBe(0)
})

test('without room for the tab either it lasts as long as the page', () => {
  const local = new FakeStorage()
  pageOf(local).add('a')
  local.room = 0
  const page = pageOf(local)
  page.session.room = 0
  page.add('b')
  expect([page.ids(), page.keeping()]).toEqual([['a', 'b'], 'page'])
  expect(pageOf(local, page.session).ids()).toEqual(['a'])
  local.room = Number.POSITIVE_INFINITY
  page.add('c')
  expect([pageOf(local).ids(), page.keeping()]).toEqual([['a', 'b', 'c'], 'browser'])
})

test.each(['tab', 'page'])('what only a %s has does not undo what others store', (keeping) => {
  const local = new FakeStorage()
  pageOf(local).add('a', 'b', 'c')
  local.room = 0
  const one = pageOf(local)
  if (keeping === 'page') one.session.room = 0
  one.add('d')
  one.remove('b')
  expect(one.keeping()).toBe(keeping)
  local.room = Number.POSITIVE_INFINITY
  const two = pageOf(local)
  two.add('e')
  two.remove('a')
  two.note('c', 'mine')
  expect(one.ids()).toEqual(['c', 'd', 'e'])
  one.add('f')
  expect(pageOf(local).ids()).toEqual(['c', 'd', 'e', 'f'])
  expect(pageOf(local).readingList()[0]?.note).toBe('mine')
  expect(one.keeping()).toBe('browser')
})

test('what a tab has stays if the stored list is taken away or replaced by what can’t be read', () => {
  const local = new FakeStorage()
  pageOf(local).add('a')
  local.room = 0
  const page = pageOf(local)
  page.add('b')
  for (const text of ['{"schema":99,"lists":[]}', '{"schema":1,"entr', '\n\n']) {
    local.texts.set(KEY, text)
    expect(page.ids()).toEqual(['a', 'b'])
  }
  local.removeItem(KEY)
  expect(page.ids()).toEqual(['a', 'b'])
})

test('where storage is blocked the list lasts as long as the page', () => {
  const store = openReadingStore(blocked, blocked)
  const { add, ids } = changesOf(store)
  expect([ids(), store.keeping()]).toEqual([[], 'page'])
  add('a')
  add('b')
  expect([ids(), store.keeping()]).toEqual([['a', 'b'], 'page'])
})

test('a list of a later schema is never written over', () => {
  const local = new FakeStorage()
  const newer = '{"schema":99,"lists":[]}'
  local.setItem(KEY, newer)
  const page = pageOf(local)
  page.add('a')
  page.add('b')
  expect([page.ids(), page.keeping()]).toEqual([['a', 'b'], 'newer'])
  expect([...local.texts]).toEqual([[KEY, newer]])
  expect(page.session.texts.size).toBe(0)
})

test('a text that can’t be read is kept aside', () => {
  const local = new FakeStorage()
  local.setItem(KEY, '{"schema":1,"entr')
  const page = pageOf(local)
  expect(page.ids()).toEqual([])
  page.add('a')
  expect(page.keeping()).toBe('browser')
  expect([...local.texts]).toEqual([
    [KEY, formatStored([newEntry('a', 'a')])],
    [`${KEY}-unreadable`, '{"schema":1,"entr'],
  ])
})

test('tells of changes', () => {
  const listeners = new Map<string, (event: object) => void>()
  vi.stubGlobal('addEventListener', listeners.set.bind(listeners))
  const page = pageOf(new FakeStorage())
  let told = 0
  page.watchList(() => told++)
  page.add('a')
  expect(told).toBe(1)
  listeners.get('storage')?.({ key: 'other' })
  listeners.get('pageshow')?.({ persisted: false })
  expect(told).toBe(1)
  listeners.get('storage')?.({ key: KEY })
  listeners.get('storage')?.({ key: null })
  listeners.get('pageshow')?.({ persisted: true })
  expect(told).toBe(4)
  vi.unstubAllGlobals()
})
