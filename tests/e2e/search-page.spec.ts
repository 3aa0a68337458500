import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { sortKey } from '../../src/shared/alphabet.ts'
import type { PapersFile } from '../../src/shared/model.ts'
import { layoutShift, overflowingElements, resize, smallTargets } from './layout-faults.ts'
import { quickIndex } from './quick-index.ts'
import { savedFile } from './saved-file.ts'
import { expect, test } from './site.ts'

const list = (page: Page) => page.locator('[data-results]')
const found = (page: Page) => page.locator('[data-results] > [data-paper]')

async function settled(page: Page, state: 'ready' | 'none' = 'ready'): Promise<void> {
  await expect(list(page)).toHaveAttribute('data-state', state)
}

test.beforeEach(({ page }) => quickIndex(page))

/** Number of papers that the list says there are. */
async function total(page: Page): Promise<number> {
  await settled(page)
  return Number(await list(page).getAttribute('data-total'))
}

test('in any order, papers with some of the words stand apart', async ({ page, visit }) => {
  await visit('/search/?q=speculative decoding pruning&sort=newest')
  await settled(page)
  const divider = page.locator('[data-results] .divider')
  await expect(divider).toHaveText('These match only some of your words')
  await expect(divider.locator('~ [data-match="all"]')).toHaveCount(0)
  await expect(divider.locator('~ [data-match="some"]').first()).toBeVisible()
})

test('results carry what other programs rely on', async ({ page, visit, addressOf }) => {
  await visit('/search/?q=speculative+decoding')
  const count = await total(page)
  await expect(found(page)).toHaveCount(Math.min(count, 20))
  const some = await list(page).locator('[data-match="some"]').count()
  const told = `${count - some} papers and ${some} that match some of your words`
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(told)
  for (const item of await found(page).all()) {
    expect(await item.getAttribute('data-match')).toMatch(/^(all|fuzzy|some)$/)
    const id = await item.getAttribute('data-paper')
    await expect(item.getByRole('link')).toHaveJSProperty('href', addressOf(`/papers/${id}/`))
  }
  const first = found(page).first()
  await expect(first.locator('h3 mark').first()).toBeVisible()
  await expect(first.locator('.snippet mark').first()).toBeVisible()
  await expect(first.locator('.why')).toContainText('Matches')
  await expect(page.locator('search-page > [role="status"]')).toHaveText(told)
})

test('snippets come into a room that is kept for them', async ({ page, visit }) => {
  await visit('/search/?q=speculative+decoding')
  await settled(page)
  await expect(found(page).first().locator('.snippet')).not.toBeEmpty()
  expect(await layoutShift(page)).toBe(0)
})

test('the keyboard reaches results without passing all filters', async ({ page, visit }) => {
  await visit('/search/?q=pruning')
  await total(page)
  await page.locator('#query').focus()
  await page.keyboard.press('ArrowDown')
  await expect(found(page).first().getByRole('link')).toBeFocused()
  const skip = page.getByRole('link', { name: 'Skip filters' })
  await skip.focus()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Sort')).toBeFocused()
})

test('an answer follows every keystroke', async ({ page, visit }) => {
  await visit('/search/')
  const start = page.getByText('are searched as you type')
  await expect(start).toBeVisible()
  await expect(found(page)).toHaveCount(0)
  await page.locator('#query').pressSequentially('prun')
  await expect(found(page).first()).toBeVisible()
  await expect(start).toBeHidden()
})

for (const query of ['hallucination', 'speculative decoding', 'gaussian process'])
  test(`a snippet shows what it marks for “${query}”, narrow or wide`, async ({ page, visit }) => {
    await visit(`/search/?q=${query}`)
    await settled(page)
    await expect(found(page).last().locator('.snippet')).not.toBeEmpty()
    for (const width of [390, 1440]) {
      await resize(page, width)
      const hidden = await page.locator('.snippet:has(mark)').evaluateAll((snippets) =>
        snippets.flatMap((snippet) => {
          const { bottom } = snippet.getBoundingClientRect()
          const marks = [...snippet.querySelectorAll('mark')]
          const isShown = marks.some((mark) => mark.getBoundingClientRect().bottom <= bottom)
          return isShown ? [] : [snippet.textContent]
        }),
      )
      expect(hidden, `at ${width} px`).toEqual([])
    }
  })

for (const query of [
  'how do chatbots make things up',
  'hallucination in vision language models',
  'fast text generation on small devices',
])
  test(`nothing that explains a match is cut for “${query}”, narrow or wide`, async ({
    page,
    visit,
  }) => {
    await visit(`/search/?q=${query}`)
    await settled(page)
    await expect(found(page).last().locator('.snippet')).not.toBeEmpty()
    for (const width of [320, 390, 768, 1440]) {
      await resize(page, width)
      const cut = await page.locator('.room').evaluateAll((rooms) =>
        rooms.flatMap((room) => {
          const why = room.querySelector('.why')!
          const shown = [...room.children].filter((part) => part.checkVisibility())
          const { bottom } = shown.at(-1)!.getBoundingClientRect()
          const isCut =
            why.scrollHeight > why.clientHeight + 1 ||
            bottom > room.getBoundingClientRect().bottom + 1
          return isCut ? [why.textContent] : []
        }),
      )
      expect(cut, `at ${width} px`).toEqual([])
    }
  })

test('what follows the first results comes when typing rests', async ({ page, visit }) => {
  await visit('/search/')
  await page.locator('#query').pressSequentially('inference')
  await expect(found(page)).toHaveCount(20)
  await expect(found(page).last().locator('.snippet')).not.toBeEmpty()
  await expect(page.getByRole('navigation', { name: 'Pages of results' })).toContainText('Next')
  await page.locator('#query').pressSequentially(' cheese fondue recipe')
  await expect(found(page)).toHaveCount(0)
  await expect(page.locator('[data-part="pages"]')).toBeEmpty()
})

test('filters narrow the list, and their counts are true', async ({ page, visit }) => {
  await visit('/search/?q=bayesian')
  const before = await total(page)
  const year = page.getByRole('group', { name: 'Year' })
  const row = year.getByRole('listitem').first()
  const count = Number(await row.locator('.count').textContent())
  expect(count).toBeLessThan(before)
  await row.getByRole('checkbox').check()
  await expect(list(page)).toHaveAttribute('data-total', String(count))
  await expect(page).toHaveURL(/year=\d{4}$/)
  await expect(row.getByRole('checkbox')).toBeFocused()

  const other = year.getByRole('listitem').nth(1)
  const otherCount = Number(await other.locator('.count').textContent())
  await other.getByRole('checkbox').check()
  await expect(list(page)).toHaveAttribute('data-total', String(count + otherCount))

  const chosen = page.getByRole('list', { name: 'Chosen filters' })
  const removers = chosen.getByRole('link', { name: /^Remove filter Year:/ })
  await removers.first().click()
  await expect(removers).toHaveCount(1)
  await removers.click()
  await expect(list(page)).toHaveAttribute('data-total', String(before))
  await expect(page).toHaveURL(/\?q=bayesian$/)
})

test('filters alone list papers', async ({ page, visit }) => {
  await visit('/search/?topic=quantization')
  expect(await total(page)).toBeGreaterThan(0)
  await expect(page.getByRole('link', { name: 'Remove filter Topic: Quantization' })).toBeVisible()
})

test('a long facet unfolds', async ({ page, visit }) => {
  await visit('/search/?q=bayesian')
  await settled(page)
  const topics = page.getByRole('group', { name: 'Topic' })
  await expect(topics.getByRole('checkbox')).toHaveCount(7)
  const button = topics.getByRole('button')
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  const all = Number(/\d+/.exec((await button.textContent())!)![0])
  await button.click()
  await expect(topics.getByRole('checkbox')).toHaveCount(all)
})

test('sorting orders by what it says', async ({ page, visit }) => {
  await visit('/search/?q=bayesian')
  await settled(page)
  await page.getByLabel('Sort').selectOption('title')
  await expect(page).toHaveURL(/sort=title/)
  await settled(page)
  const titles = await found(page).getByRole('heading').allTextContents()
  const { papers } = JSON.parse(readFileSync('dist/data/papers.json', 'utf8')) as PapersFile
  expect(papers.map(({ title }) => title)).toEqual(expect.arrayContaining(titles))
  const letters = titles.map((title) => sortKey(title)[0])
  expect(letters).toEqual([...letters].sort())
})

test('a wider meaning can be switched off and on', async ({ page, visit }) => {
  await visit('/search/?q=llm')
  const wide = await total(page)
  await expect(page.getByText('Also searching:')).toContainText('large language model')
  await page.getByRole('link', { name: 'Only as typed' }).click()
  await expect(page).toHaveURL(/exact=1/)
  await expect(page.getByText('Searching only for the words as typed.')).toBeVisible()
  expect(await total(page)).toBeLessThan(wide)
  await page.getByRole('link', { name: 'Other forms and meanings too' }).click()
  await expect(list(page)).toHaveAttribute('data-total', String(wide))
})

test('a question lists what answers most of it, and tells in which other words', async ({
  page,
  visit,
}) => {
  await visit('/search/?q=chatbot+that+helps+people+buy+things+online')
  const first = page.locator('[data-results][data-state=ready] [data-paper]').first()
  await expect(first).toContainText('E-Commerce Shopping Assistant')
  await expect(first).toHaveAttribute('data-match', 'some')
  await expect(first.locator('.why')).toContainText('only some of your words')
  await expect(first.locator('.paraphrase')).toHaveText(/^In other words: “.*chatbot.*online.*”$/)
  await expect(first.locator('.paraphrase mark')).not.toHaveCount(0)
  await page.getByRole('link', { name: 'Only as typed' }).click()
  await expect(page.locator('[data-results][data-state=none]')).toBeAttached()
})

test('a slip of the pen is mended and said', async ({ page, visit }) => {
  await visit('/search/?q=specualtive+decodign')
  await settled(page)
  await expect(page.getByText('Showing results for')).toContainText('speculative decoding')
  await expect(found(page).first()).toHaveAttribute('data-match', 'fuzzy')
  await expect(list(page).getByText('Close in spelling')).toBeVisible()
  await page.getByRole('link', { name: 'speculative decoding', exact: true }).first().click()
  await expect(page.locator('#query')).toHaveValue('speculative decoding')
})

test('what is foreign to the corpus finds nothing, and says how to go on', async ({
  page,
  visit,
}) => {
  await visit('/search/?q=hovercraft+marmalade')
  await settled(page, 'none')
  await expect(list(page)).toHaveAttribute('data-total', '0')
  await expect(page.getByText('Nothing close to “hovercraft marmalade”.')).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: /A to Z$/ })).toBeVisible()
  await expect(page.locator('search-page > [role="status"]')).toHaveText('No papers found')
})

test('a filter that shuts all papers out is named, with what there is without it', async ({
  page,
  visit,
}) => {
  await visit('/search/?q=hallucination+year:2030')
  await settled(page, 'none')
  await expect(page.getByText('No papers match “hallucination year:2030”.')).toBeVisible()
  await expect(page.getByText('Did you mean')).toBeHidden()
  await page.getByRole('link', { name: 'hallucination', exact: true }).click()
  await expect(found(page).first()).toBeVisible()
})

test('each example of the help sheet finds papers', async ({ page, visit }) => {
  await visit('/search/')
  await page.getByText('Search tips').click()
  const help = page.getByRole('group').filter({ hasText: 'Search tips' })
  const examples = await help.getByRole('link').allTextContents()
  expect(examples.length).toBeGreaterThan(8)
  for (const example of examples) {
    await help.getByRole('link', { name: example.trim(), exact: true }).click()
    await expect(page.locator('#query')).toHaveValue(example.trim())
    expect(await total(page), example).toBeGreaterThan(0)
  }
})

test('an unknown field is explained', async ({ page, visit }) => {
  await visit('/search/?q=venue:neurips+pruning')
  await expect(page.locator('[data-part="messages"]')).toContainText('venue')
})

test('the result set can be taken along as a file', async ({ page, visit, addressOf }) => {
  await visit('/search/?q=quantization&sort=title')
  const count = await total(page)
  const ids = await found(page).evaluateAll((items) =>
    items.map((item) => (item as HTMLElement).dataset.paper),
  )
  await page.getByText('Export', { exact: true }).click()
  const { papers } = JSON.parse((await savedFile(page, 'JSON')).text) as PapersFile
  expect(papers).toHaveLength(count)
  expect(papers.slice(0, ids.length).map(({ id }) => id)).toEqual(ids)
  const { text: rows } = await savedFile(page, 'CSV')
  expect(rows).toContain(`\n${ids[1]},`)
  expect(rows).toContain(`,${addressOf(`/papers/${ids[1]}/`)},`)
})

for (const { name, extension, between } of [
  { name: 'BibTeX', extension: 'bib', between: '\n' },
  { name: 'RIS', extension: 'ris', between: '' },
])
  test(`many results can be taken along as ${name}, in their order, by one request`, async ({
    page,
    visit,
    addressOf,
  }) => {
    await visit('/search/?q=language+model&sort=title')
    const count = await total(page)
    expect(count).toBeGreaterThan(40)
    const ids = await found(page).evaluateAll((items) =>
      items.map((item) => (item as HTMLElement).dataset.paper),
    )
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.getByText('Export', { exact: true }).click()
    const { text } = await savedFile(page, name)
    const firstPage = ids.map((id) => readFileSync(`dist/papers/${id}.${extension}`, 'utf8'))
    expect(text.startsWith(firstPage.join(between))).toBe(true)
    expect(text.match(/^(@misc|TY {2}-)/gm)).toHaveLength(count)
    expect(asked.filter((path) => path.endsWith(extension))).toEqual([
      addressOf(`/papers.${extension}`),
    ])
  })

test('few results are taken from the files of their papers, in their order', async ({
  page,
  visit,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await visit('/search/?q=quantization+listing:000&sort=title')
  expect(await total(page)).toBeLessThan(40)
  const ids = await found(page).evaluateAll((items) =>
    items.map((item) => (item as HTMLElement).dataset.paper!),
  )
  await page.getByText('Export', { exact: true }).click()
  const beside = (extension: string) =>
    ids.map((id) => readFileSync(`dist/papers/${id}.${extension}`, 'utf8'))
  expect((await savedFile(page, 'BibTeX')).text).toBe(beside('bib').join('\n'))
  const all = JSON.parse(readFileSync('dist/data/papers.json', 'utf8')) as PapersFile
  expect(JSON.parse((await savedFile(page, 'JSON')).text)).toEqual({
    ...all,
    papers: ids.map((id) => all.papers.find((paper) => paper.id === id)),
  })
  expect(asked).not.toContain('/papers.bib')
  expect(asked).not.toContain('/data/papers.json')
})

test('the result set can be taken along as CSL-JSON and Markdown, in its order', async ({
  page,
  visit,
}) => {
  await visit('/search/?q=quantization&sort=title')
  const count = await total(page)
  const ids = await found(page).evaluateAll((items) =>
    items.map((item) => (item as HTMLElement).dataset.paper),
  )
  await page.getByText('Export', { exact: true }).click()
  const items = JSON.parse((await savedFile(page, 'CSL-JSON')).text) as { id: string }[]
  expect(items).toHaveLength(count)
  expect(items.slice(0, ids.length).map(({ id }) => id)).toEqual(ids)
  const [heading, , size, , ...lines] = (await savedFile(page, 'Markdown')).text
    .trimEnd()
    .split('\n')
  expect([heading, size]).toEqual(['# Search results', `${count} papers.`])
  expect(lines).toHaveLength(count)
  expect(lines[1]).toContain(`/papers/${ids[1]}/)`)
})

test.describe('the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('takes the link and the search record', async ({ page, visit }) => {
    await visit('/search/?q=quantization')
    await settled(page)
    const value = page.getByRole('group', { name: 'Topic' }).getByRole('listitem').nth(1)
    const label = await value.locator('span').first().textContent()
    await value.getByRole('checkbox').check()
    await expect(page).toHaveURL(/topic=/)
    const narrowed = await total(page)
    await page.getByText('Export', { exact: true }).click()
    await page.getByRole('button', { name: 'Copy link' }).click()
    await expect(page.getByText('Link copied')).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())

    await page.getByRole('button', { name: 'Search record' }).click()
    const dialog = page.getByRole('dialog', { name: 'Search record' })
    await dialog.getByRole('button', { name: 'Copy' }).click()
    await expect(dialog.getByText('Copied')).toBeVisible()
    const record = await page.evaluate(() => navigator.clipboard.readText())
    expect(record).toContain(`Query: quantization\nFilters: Topic: ${label}\n`)
    expect(record).toMatch(/^Search index: [0-9a-f]{8,}$/m)
    expect(record).toContain(`Result: ${narrowed} paper`)
    expect(record).toContain(`${page.url()}&then=${narrowed}\n`)
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(dialog).toBeHidden()
  })
})

test('arrows that choose among candidates of an input method stay in the field', async ({
  page,
  visit,
}) => {
  await visit('/search/?q=quantization')
  await settled(page)
  const field = page.locator('#query')
  await field.focus()
  await field.dispatchEvent('keydown', { key: 'ArrowDown', isComposing: true })
  await expect(field).toBeFocused()
})

test('the link of a search record says then and now', async ({ page, visit }) => {
  await visit('/search/?q=quantization')
  const count = await total(page)
  await visit(`/search/?q=quantization&then=${count}`)
  await settled(page)
  await expect(page.getByText(`${count} papers, as when this search was recorded.`)).toBeVisible()
  await visit('/search/?q=quantization&then=1')
  await settled(page)
  await expect(page.getByText(`1 paper when this search was recorded, ${count} now.`)).toBeVisible()
  await page.locator('#query').fill('pruning')
  await expect(page.getByText('when this search was recorded')).toBeHidden()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('filters are folded, and nothing sticks out or is too small', async ({ page, visit }) => {
    await visit('/search/?q=inference&topic=quantization')
    await settled(page)
    await expect(page.getByRole('checkbox').first()).toBeHidden()
    await page.locator('summary').filter({ hasText: 'Filters' }).click()
    await expect(page.getByRole('checkbox').first()).toBeVisible()
    await page.getByText('Search tips').click()
    await page.getByText('Export', { exact: true }).click()
    expect(await overflowingElements(page)).toEqual([])
    expect(await smallTargets(page)).toEqual([])
  })

  test('open filters say what they leave, and lead to it', async ({ page, visit }) => {
    await visit('/search/?q=inference')
    const before = await total(page)
    await page.locator('summary').filter({ hasText: 'Filters' }).click()
    const way = page.getByRole('button', { name: /^Show \d/ })
    await expect(way).toHaveText(`Show ${before} papers`)
    await expect(way).toBeInViewport({ ratio: 1 })
    await page.getByRole('checkbox').first().check()
    await expect(way).not.toHaveText(`Show ${before} papers`)
    const after = await total(page)
    await expect(way).toHaveText(`Show ${after} papers`)
    await way.click()
    await expect(page.getByRole('checkbox').first()).toBeHidden()
    await expect(page.locator('#result-count')).toBeFocused()
    await expect(found(page).first()).toBeInViewport()
  })
})

test('parts of a query that no paper has whole lead to what they find', async ({ page, visit }) => {
  const list = page.locator('[data-results]')
  for (const [q, state, within] of [
    ['pruning pigeons', 'ready', 'messages'],
    ['sourdough attention', 'none', 'none-alone'],
  ] as const) {
    await visit(`/search/?q=${q}`)
    await settled(page, state)
    const part = page.locator(`[data-part="${within}"] li`).filter({ has: page.getByRole('link') })
    const [word = '', count = ''] = (await part.first().textContent())!.split(' ')
    expect(q).toContain(word)
    await part.first().getByRole('link').click()
    await expect(page.locator('#query')).toHaveValue(word)
    await expect(list).toHaveAttribute('data-total', count)
    await expect(list).toHaveAttribute('data-state', 'ready')
  }
})

test('a phrase that stands nowhere leads to its words', async ({ page, visit }) => {
  await visit('/search/?q="theory+of+minds"')
  await expect(page.getByText('Nothing close to "theory of minds".')).toBeVisible()
  await page.getByRole('link', { name: 'Search without quotation marks' }).click()
  await expect(page.locator('#query')).toHaveValue('theory of minds')
  await expect(page.locator('[data-paper]').first()).toBeVisible()
  await visit('/search/?q=zzzzz')
  await expect(page.getByText('Nothing close to “zzzzz”.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Search without quotation marks' })).toHaveCount(0)
})
