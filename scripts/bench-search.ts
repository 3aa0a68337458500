import type { Page } from 'playwright'
import { browseSite } from './browse-site.ts'

/** Queries typed letter by letter: subjects, a half-remembered paper, a misspelling, a question, nothing. */
const QUERIES = [
  'speculative decoding',
  'kv cache compression',
  'gaussian proceses',
  'how do models hide what they know',
  'cheese fondue',
]

/** Times in milliseconds. */
interface TypingTimes {
  /** From a letter to the worker's answer to it. */
  answer: number[]
  /** From a letter to the frame that shows its answer. */
  paint: number[]
}

interface SearchSpeed {
  /** Bytes transferred with gzip, of scripts and index files, when the first result stands. */
  coldBytes: number
  /** By slowdown of the page's processor. Chromium slows the page's thread only, not the worker's. */
  typing: Map<number, TypingTimes>
}

/** Searches a built site in Chromium as a reader does. */
export function benchSearch(root: string): Promise<SearchSpeed> {
  return browseSite(root, async (browser, url) => {
    const page = await browser.newPage()
    await page.addInitScript(timeAnswers)
    const coldBytes = await visitCold(page, `${url}search/?q=inference`)
    const typing = new Map<number, TypingTimes>()
    for (const slowdown of [1, 4]) {
      const session = await page.context().newCDPSession(page)
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
      typing.set(slowdown, await typeQueries(page))
    }
    return { coldBytes, typing }
  })
}

/** Goes to a page of results; gives the bytes that its first result needs. */
async function visitCold(page: Page, url: string): Promise<number> {
  // The full index comes after the first result, but might be there before this hears of either.
  await page.route('**/full.json', (route) => route.abort())
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (/\.js$|\/search-index\//.test(request.url()))
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await page.goto(url)
  await page.waitForSelector('[data-results] [data-paper]')
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  await page.unroute('**/full.json')
  await page.reload()
  await page.waitForFunction(() => (window as unknown as Timed).answers.at(-1)?.complete)
  return bytes
}

interface Timed {
  answers: { at: number; complete: boolean }[]
}

/** Runs in the page before its scripts: notes when each answer of the worker comes. */
function timeAnswers(): void {
  const answers: Timed['answers'] = []
  ;(window as unknown as Timed).answers = answers
  const RealWorker = window.Worker
  window.Worker = class extends RealWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      this.addEventListener('message', ({ data }) => {
        if (data.kind === 'answer')
          answers.push({ at: performance.now(), complete: data.answer.complete })
      })
    }
  }
}

async function typeQueries(page: Page): Promise<TypingTimes> {
  return page.evaluate(async (queries) => {
    const { answers } = window as unknown as Timed
    const input = document.querySelector<HTMLInputElement>('main input[name=q]')
    const times: TypingTimes = { answer: [], paint: [] }
    for (const query of queries)
      for (let end = 1; end <= query.length; end++) {
        const before = answers.length
        const start = performance.now()
        if (input) input.value = query.slice(0, end)
        input?.dispatchEvent(new InputEvent('input', { bubbles: true }))
        while (answers.length === before) await new Promise((resolve) => setTimeout(resolve, 0))
        times.answer.push((answers.at(-1)?.at ?? Number.NaN) - start)
        // The frame with the answer is done when the task after it begins.
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
        times.paint.push(performance.now() - start)
      }
    return times
  }, QUERIES)
}
