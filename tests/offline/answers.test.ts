import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Answers, answersFrom } from '../../src/offline/answers.ts'
import { cacheNames } from '../../src/offline/cache-names.ts'
import type { RequestEvent } from '../../src/offline/worker-scope.ts'
import { FakeCaches } from './fake-caches.ts'

const scope = 'https://papers.example/'
const names = cacheNames(scope)
const precache = { version: '1', shell: ['', 'offline/'], hashed: [], searchFolder: null }

let answers: Answers
let caches: FakeCaches
let network: (url: string) => Promise<Response>
let pending: Promise<unknown>[]

beforeEach(async () => {
  vi.useFakeTimers()
  caches = new FakeCaches()
  pending = []
  vi.stubGlobal('caches', caches)
  vi.stubGlobal('fetch', (request: Request | string) =>
    network(typeof request === 'string' ? request : request.url),
  )
  answers = answersFrom(precache, names, scope)
  const shell = await caches.open(`${names.shells}1`)
  await shell.put(scope, html('home of the shell'))
  await shell.put(`${scope}offline/`, html('needs a connection'))
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function html(text: string, init: ResponseInit = {}): Response {
  return new Response(text, { headers: { 'Content-Type': 'text/html' }, ...init })
}

/** As `fetch` gives what it was led to. */
function redirected(response: Response): Response {
  return Object.defineProperty(response, 'redirected', { value: true })
}

function asked(path: string): RequestEvent {
  return {
    request: new Request(scope + path),
    waitUntil: (work) => pending.push(work),
    respondWith: () => {},
  }
}

const never = () => new Promise<Response>(() => {})
const offline = () => Promise.reject(new TypeError('Failed to fetch'))

async function textOf(answer: Promise<Response>): Promise<string> {
  return (await answer).text()
}

async function visit(path: string, text: string): Promise<void> {
  network = async () => html(text)
  await answers.page(asked(path))
  await Promise.all(pending)
}

describe('a page', () => {
  test('comes from the network while that answers, whatever is kept', async () => {
    await visit('papers/x/', 'first')
    network = async () => html('second')
    expect(await textOf(answers.page(asked('papers/x/')))).toBe('second')
  })

  test('is the copy of the last visit without a connection, whatever the query', async () => {
    await visit('papers/x/?from=a', 'last')
    network = offline
    expect(await textOf(answers.page(asked('papers/x/?from=b')))).toBe('last')
    expect(await textOf(answers.page(asked('papers/x')))).toBe('last')
  })

  test('is the copy of the last visit rather than that of the shell', async () => {
    network = offline
    expect(await textOf(answers.page(asked('')))).toBe('home of the shell')
    await visit('', 'home as visited')
    network = offline
    expect(await textOf(answers.page(asked('')))).toBe('home as visited')
  })

  test('is the copy after three seconds, and what comes later is kept for the next time', async () => {
    await visit('papers/x/', 'first')
    let arrive: (response: Response) => void = () => {}
    network = () =>
      new Promise((done) => {
        arrive = done
      })
    const answer = textOf(answers.page(asked('papers/x/')))
    await vi.advanceTimersByTimeAsync(2_999)
    const before = await Promise.race([answer, Promise.resolve('nothing yet')])
    expect(before).toBe('nothing yet')
    await vi.advanceTimersByTimeAsync(1)
    expect(await answer).toBe('first')

    // A browser ends a worker that has answered and waits for nothing.
    const ended = vi.fn()
    void Promise.all(pending).then(ended)
    await vi.advanceTimersByTimeAsync(0)
    expect(ended).not.toHaveBeenCalled()
    arrive(html('second'))
    await Promise.all(pending)
    await Promise.all(pending)
    network = offline
    expect(await textOf(answers.page(asked('papers/x/')))).toBe('second')
  })

  test('without a copy is waited for', async () => {
    network = async () => {
      await new Promise((done) => setTimeout(done, 20_000))
      return html('late')
    }
    const answer = textOf(answers.page(asked('papers/y/')))
    await vi.advanceTimersByTimeAsync(20_000)
    expect(await answer).toBe('late')
  })

  test('that is neither to be had nor kept gives the page that says so', async () => {
    network = offline
    expect(await textOf(answers.page(asked('papers/y/')))).toBe('needs a connection')
  })

  test('is not kept if the server says there is none', async () => {
    network = async () => html('not found', { status: 404 })
    expect((await answers.page(asked('papers/z/'))).status).toBe(404)
    await Promise.all(pending)
    network = offline
    expect(await textOf(answers.page(asked('papers/z/')))).toBe('needs a connection')
  })

  test('is not kept if the server led elsewhere, or if it is no page', async () => {
    const others = [
      () => redirected(html('elsewhere')),
      () => new Response('a file'),
      () => new Response(new Uint8Array([1])),
    ]
    for (const answer of others) {
      network = async () => answer()
      expect(await textOf(answers.page(asked('papers/z/')))).toBe(await answer().text())
      await Promise.all(pending)
      network = offline
      expect(await textOf(answers.page(asked('papers/z/')))).toBe('needs a connection')
    }
  })

  test('is kept on demand, without its query, if there is one', async () => {
    for (const answer of [redirected(html('elsewhere')), html('gone', { status: 404 })]) {
      network = async () => answer
      await answers.keepPage(`${scope}papers/x/?from=a`)
    }
    expect(await (await caches.open(names.visited)).keys()).toEqual([])
    network = async (url) => html(url)
    await answers.keepPage(`${scope}papers/x/?from=a`)
    network = offline
    expect(await textOf(answers.page(asked('papers/x/')))).toBe(`${scope}papers/x/`)
  })

  test('is among the last three hundred that are kept', async () => {
    for (let number = 0; number <= 300; number++) await visit(`papers/${number}/`, `${number}`)
    network = offline
    expect(await textOf(answers.page(asked('papers/0/')))).toBe('needs a connection')
    expect(await textOf(answers.page(asked('papers/1/')))).toBe('1')
  })
})

describe('a hashed file', () => {
  test('is loaded once', async () => {
    network = async () => new Response('code')
    await answers.hashed(asked('_astro/a.js'))
    await Promise.all(pending)
    network = never
    expect(await textOf(answers.hashed(asked('_astro/a.js')))).toBe('code')
  })

  test('stays however many others come', async () => {
    network = async () => new Response('code')
    for (let number = 0; number <= 300; number++) await answers.hashed(asked(`_astro/${number}.js`))
    await Promise.all(pending)
    network = offline
    expect(await textOf(answers.hashed(asked('_astro/0.js')))).toBe('code')
  })

  test('is not kept if the server has none', async () => {
    network = async () => new Response('gone', { status: 404 })
    await answers.hashed(asked('_astro/a.js'))
    await Promise.all(pending)
    network = async () => new Response('code')
    expect(await textOf(answers.hashed(asked('_astro/a.js')))).toBe('code')
  })
})
