import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { GraphFile, TopicsFile } from '../../src/shared/model.ts'
import { pairPath, topicPath } from '../../src/shared/paths.ts'
import { layoutShift } from './layout-faults.ts'
import { expect, test } from './site.ts'

const read = <T>(name: string) => JSON.parse(readFileSync(`dist/data/${name}`, 'utf8')) as T
const graph = read<GraphFile>('graph.json')
const { topics, pairs } = read<TopicsFile>('topics.json')
const labelOf = (id: string) => topics.find((topic) => topic.id === id)!.label

/** A link whose pair has a page, and its ends. */
const [a, b] = [...graph.links].sort((x, y) => y.observed - x.observed)[0]!.topics
/** A linked topic that shares papers with neither. */
const stranger = graph.layouts.landscape.topics.find(
  ({ id }) =>
    !pairs.some(({ topics: both }) => both.includes(id) && (both.includes(a) || both.includes(b))),
)!.id

test.use({ viewport: { width: 1440, height: 900 } })

async function openMap(
  { page, visit }: { page: Page; visit: (path: string) => Promise<number> },
  query = '',
): Promise<void> {
  await visit(`/graph/${query}`)
  await expect(page.locator('[data-graph]')).toHaveAttribute('data-state', 'ready')
}

const node = (page: Page, id: string) => page.locator(`[data-topic="${id}"]:visible`)
const dot = (page: Page, id: string) => node(page, id).locator('.dot')
const panel = (page: Page) => page.locator('[data-part="selection"]')
const selected = (page: Page) => page.locator('svg:visible .selected[data-topic]')
const address = (page: Page) => new URL(page.url()).search

test('one topic shows its neighbours, its papers and the way to its page', async ({
  page,
  visit,
  addressOf,
}) => {
  await openMap({ page, visit })
  await expect(panel(page)).toBeHidden()
  await dot(page, a).click()
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(
    new RegExp(labelOf(a).replace(/[()]/g, '.')),
  )
  await expect(panel(page).getByRole('row')).toHaveCount(
    1 + graph.links.filter(({ topics: ends }) => ends.includes(a)).length,
  )
  await expect(panel(page).getByRole('link', { name: 'Open topic' })).toHaveJSProperty(
    'href',
    addressOf(topicPath(a)),
  )
  await expect(panel(page).getByRole('listitem').first()).toBeVisible()
  expect(address(page)).toBe(`?select=${a}`)
  await expect(page.locator('topic-map [role="status"]')).toContainText(`${labelOf(a)} selected`)
})

test('a second topic shows what both share, a third the papers of all', async ({
  page,
  visit,
  addressOf,
}) => {
  await openMap({ page, visit })
  await dot(page, a).click()
  await dot(page, b).click({ modifiers: ['Shift'] })
  const pair = pairs.find(({ topics: both }) => both.includes(a) && both.includes(b))!
  await expect(panel(page)).toContainText(`${pair.papers} papers in common`)
  await expect(panel(page)).toContainText('chance would predict')
  await expect(panel(page).getByRole('listitem')).toHaveCount(Math.min(12, pair.papers))
  await expect(panel(page).getByRole('link', { name: 'Open pair' })).toHaveJSProperty(
    'href',
    addressOf(pairPath(a, b)),
  )
  await dot(page, stranger).click({ modifiers: ['Shift'] })
  await expect(selected(page)).toHaveCount(3)
  await expect(panel(page)).toContainText('No paper has all 3')
  await expect(panel(page)).toContainText(`${pair.papers} papers`)
  expect(address(page)).toBe(`?select=${a},${b},${stranger}`)
})

test('a click on a link selects its pair, one beside everything selects nothing', async ({
  page,
  visit,
}) => {
  await openMap({ page, visit })
  const ends = await Promise.all([a, b].map((id) => dot(page, id).boundingBox()))
  const middle = ends.map((box) => [box!.x + box!.width / 2, box!.y + box!.height / 2])
  // At three places along the line, since a label or another topic may lie over one of them.
  for (const part of [0.5, 0.35, 0.65]) {
    await page.mouse.click(
      middle[0]![0]! + part * (middle[1]![0]! - middle[0]![0]!),
      middle[0]![1]! + part * (middle[1]![1]! - middle[0]![1]!),
    )
    if (address(page) === `?select=${[a, b].sort().join(',')}`) break
  }
  await expect(selected(page)).toHaveCount(2)
  await page.mouse.click(1000, 800)
  await expect(panel(page)).toBeHidden()
  expect(address(page)).toBe('')
})

test('with the keyboard alone: one tab stop, arrows, Enter, Space, Escape', async ({
  page,
  visit,
}) => {
  await openMap({ page, visit })
  await expect(page.locator('svg:visible [data-topic][tabindex="0"]')).toHaveCount(1)
  const largest = page.locator('svg:visible [data-topic][tabindex="0"]')
  await largest.focus()
  const first = await largest.getAttribute('data-topic')
  await page.keyboard.press('Enter')
  expect(address(page)).toBe(`?select=${first}`)
  await page.keyboard.press(']')
  const second = await page.locator(':focus').getAttribute('data-topic')
  expect(
    graph.links.some(({ topics: ends }) => ends.includes(first!) && ends.includes(second!)),
  ).toBe(true)
  await page.keyboard.press('Space')
  expect(address(page)).toBe(`?select=${first},${second}`)
  await page.keyboard.press('ArrowRight')
  const third = await page.locator(':focus').getAttribute('data-topic')
  expect(third).not.toBe(second)
  await page.keyboard.press('Space')
  await expect(selected(page)).toHaveCount(3)
  await page.keyboard.press('Escape')
  await expect(panel(page)).toBeHidden()
  await page.keyboard.press('+')
  await expect(page.getByRole('button', { name: 'Move left' })).toBeVisible()
  await page.keyboard.press('0')
  await expect(page.getByRole('button', { name: 'Move left' })).toBeHidden()
})

test('the focus stays in the panel while it changes, and goes to the map when it closes', async ({
  page,
  visit,
}) => {
  await openMap({ page, visit }, `?select=${a}`)
  const focused = page.locator(':focus')
  const press = async (name: string | RegExp) => {
    await panel(page).getByRole('button', { name }).first().focus()
    await page.keyboard.press('Enter')
  }
  await press('Add topics')
  await expect(focused).toHaveText('Add topics')
  await press(labelOf(b))
  await expect(focused).toHaveText(labelOf(b))
  await press(`Remove ${labelOf(b)}`)
  await expect(focused).toHaveText(labelOf(a))
  await press('Clear')
  await expect(panel(page)).toBeHidden()
  await expect(focused).toHaveAttribute('data-topic', /./)
})

test.describe('on a touch screen', () => {
  test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true })

  for (const hasFullScreen of [true, false])
    test(`one finger scrolls the page, two move the map, ${hasFullScreen ? 'with' : 'without'} full screen`, async ({
      page,
      visit,
    }) => {
      // As on iPhones.
      if (!hasFullScreen)
        await page.addInitScript(() => {
          Reflect.deleteProperty(Document.prototype, 'fullscreenElement')
          Reflect.deleteProperty(Document.prototype, 'fullscreenEnabled')
        })
      await openMap({ page, visit })
      const movesMap = (fingers: number) =>
        page.locator('.stage svg:visible').evaluate((svg, count) => {
          const at = (clientY: number): TouchEventInit => {
            const touches = Array.from(
              { length: count },
              (_, identifier) =>
                new Touch({ identifier, target: svg, clientX: 300 + 100 * identifier, clientY }),
            )
            return { touches, changedTouches: touches, cancelable: true, bubbles: true }
          }
          svg.dispatchEvent(new TouchEvent('touchstart', at(400)))
          const move = new TouchEvent('touchmove', at(300))
          svg.dispatchEvent(move)
          svg.dispatchEvent(new TouchEvent('touchend', { ...at(300), touches: [] }))
          return move.defaultPrevented
        }, fingers)
      expect([await movesMap(1), await movesMap(2)]).toEqual([false, true])
    })

  test('a tap selects, a button says that the next tap adds', async ({ page, visit }) => {
    await openMap({ page, visit })
    await dot(page, a).tap()
    await expect(selected(page)).toHaveCount(1)
    await panel(page).getByRole('button', { name: 'Add topics' }).tap()
    await dot(page, b).tap()
    await dot(page, stranger).tap()
    await expect(selected(page)).toHaveCount(3)
    await panel(page).getByRole('button', { name: 'Clear' }).tap()
    await expect(selected(page)).toHaveCount(0)
    await page.getByRole('button', { name: 'Zoom in' }).tap()
    await page.getByRole('button', { name: 'Move right' }).tap()
    await expect(page).toHaveURL(/at=/)
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })

  for (const asked of ['', '?view=list'])
    test(`the map for other sites is a map: ${asked || 'as it is'}`, async ({ page, visit }) => {
      await visit(`/graph/embed/${asked}`)
      await expect(page.locator('[data-graph]')).toHaveAttribute('data-state', 'ready')
      await expect(page.locator('[data-graph]')).toBeVisible()
    })

  const bar = (page: Page) => page.getByRole('region', { name: 'Selection in short' })
  const labels = (page: Page) =>
    page.locator('svg.portrait .labelled text').evaluateAll((texts) =>
      texts.map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect()
        const topic = text.closest('a')!
        return {
          left,
          right,
          top,
          bottom,
          id: topic.dataset.topic!,
          isNear: topic.classList.contains('near'),
        }
      }),
    )

  test('the map names the largest topics', async ({ page, visit }) => {
    await openMap({ page, visit }, '?view=map')
    const named = (await labels(page)).map(({ id }) => id)
    expect(named.length).toBeGreaterThanOrEqual(12)
    const largest = [...graph.topics].sort((one, other) => other.papers - one.papers)
    for (const { id } of largest.slice(0, 5)) expect(named).toContain(id)
  })

  test('around a tapped topic names are seen whole, and more than half of them', async ({
    page,
    visit,
  }) => {
    const centre = [...graph.topics].sort((one, other) => other.papers - one.papers)[1]!.id
    await openMap({ page, visit }, '?view=map')
    await dot(page, centre).tap()
    const near = (await labels(page)).filter(({ isNear }) => isNear)
    const stage = (await page.locator('[data-graph]').boundingBox())!
    expect(near.map(({ id }) => id)).toContain(centre)
    expect(near.length).toBeGreaterThan(
      (await page.locator('svg.portrait .near[data-topic]').count()) / 2,
    )
    for (const { left, right, top, bottom, id } of near) {
      expect(left, id).toBeGreaterThanOrEqual(0)
      expect(right, id).toBeLessThanOrEqual(stage.width)
      expect(top, id).toBeGreaterThanOrEqual(stage.y)
      expect(bottom, id).toBeLessThanOrEqual(stage.y + stage.height)
    }
    await expect(node(page, centre)).toHaveCSS('outline-style', 'none')
  })

  test('a bar says at once what was tapped, and leads on', async ({ page, visit, addressOf }) => {
    await openMap({ page, visit }, '?view=map')
    await expect(bar(page)).toBeHidden()
    await dot(page, a).tap()
    const { papers } = graph.topics.find(({ id }) => id === a)!
    const linked = graph.links.filter(({ topics: ends }) => ends.includes(a)).length
    await expect(bar(page)).toContainText(labelOf(a))
    await expect(bar(page)).toContainText(`${papers} papers, ${linked} links`)
    await expect(bar(page)).toBeInViewport({ ratio: 1 })
    await expect(bar(page).getByRole('link', { name: 'Open topic' })).toHaveJSProperty(
      'href',
      addressOf(topicPath(a)),
    )
    await bar(page).getByRole('link', { name: 'Details below' }).tap()
    await expect(panel(page).getByRole('heading', { level: 2 })).toBeInViewport()
    await expect(selected(page)).toHaveCount(1)
    await bar(page).getByRole('button', { name: 'Clear selection' }).tap()
    await expect(bar(page)).toBeHidden()
    await expect(selected(page)).toHaveCount(0)
    await expect(page.locator('svg:visible [data-topic]:focus')).toHaveCount(1)
  })

  test('the bar does not lie over what was tapped', async ({ page, visit }) => {
    await openMap({ page, visit }, '?view=map')
    const low = graph.layouts.portrait.topics.reduce((one, other) =>
      other.y > one.y ? other : one,
    )
    const mark = dot(page, low.id)
    // So that the mark stands just above the lower edge of the window.
    await mark.evaluate((element) =>
      scrollBy(0, element.getBoundingClientRect().bottom - innerHeight + 10),
    )
    await mark.tap()
    const [box, over] = [await mark.boundingBox(), await bar(page).boundingBox()]
    expect(box!.y + box!.height).toBeLessThanOrEqual(over!.y)
  })
})

test('the address gives the same picture again, and Back the one before', async ({
  page,
  visit,
}) => {
  const query = `?select=${a},${b}&years=2020..2025&strength=2&colour=year&at=500,400,2.5`
  await openMap({ page, visit }, query)
  const picture = () =>
    page
      .locator('svg:visible')
      .last()
      .evaluate((svg) => ({
        sheet: svg.querySelector('.sheet')!.getAttribute('transform'),
        topics: [...svg.querySelectorAll('[data-topic]')].map((topic) =>
          topic.getAttribute('class'),
        ),
      }))
  const before = await picture()
  expect(before.sheet).toContain('scale(2.5)')
  await page.reload()
  await expect(page.locator('[data-graph]')).toHaveAttribute('data-state', 'ready')
  expect(await picture()).toEqual(before)
  await panel(page).getByRole('button', { name: 'Clear' }).click()
  await expect(selected(page)).toHaveCount(0)
  await page.goBack()
  await expect(selected(page)).toHaveCount(2)
  expect(address(page)).toBe(query)
})

test('what the map does not have is as at first, and no place is beside it', async ({
  page,
  visit,
}) => {
  await openMap({ page, visit }, '?areas=nope&communities=99&strength=1e21&years=1950..1960')
  await expect(page.locator('[data-part="filtered"]')).toBeHidden()
  await expect(page.locator('svg:visible [data-topic]:not(.out)')).toHaveCount(
    graph.layouts.landscape.topics.length,
  )
  for (const place of ['99999,99999,3', '1e300,1,3', '5000,400,2']) {
    await openMap({ page, visit }, `?at=${place}`)
    const sheet = page.locator('svg:visible .sheet').last()
    await expect(sheet, place).toHaveAttribute('transform', /scale\(1\)/)
  }
  // The farthest corner that one can move to.
  await openMap({ page, visit }, '?at=1200,800,4')
  await expect(page.locator('svg:visible .sheet').last()).toHaveAttribute(
    'transform',
    'translate(-3920 -2720) scale(4)',
  )
})

test('the fitted map has no place in its address', async ({ page, visit }) => {
  await openMap({ page, visit }, '?at=500,400,2.5')
  await page.getByRole('button', { name: 'Fit' }).click()
  await expect(page).not.toHaveURL(/at=/)
  await page.reload()
  await expect(page.locator('svg:visible .sheet').last()).toHaveAttribute('transform', /scale\(1\)/)
})

test('the list view is marked as the one that is seen', async ({ page, visit }) => {
  await openMap({ page, visit })
  const views = page.locator('.views')
  await views.getByRole('link', { name: 'List' }).click()
  await expect(views.getByRole('link', { name: 'List' })).toHaveAttribute('aria-current', 'true')
  await expect(views.getByRole('link', { name: 'Map' })).not.toHaveAttribute('aria-current')
})

test('with years the way to a topic’s page tells how many papers are there', async ({
  page,
  visit,
}) => {
  const { papers } = graph.topics.find(({ id }) => id === a)!
  await openMap({ page, visit }, `?select=${a}`)
  const way = panel(page).getByRole('link', { name: /with evidence$/ })
  await expect(way).toHaveText(`All ${papers} with evidence`)
  await visit(`/graph/?select=${a}&years=2024..2024`)
  await expect(way).toHaveText(`All ${papers}, of any year, with evidence`)
})

test('filters leave out topics and links, and say what is left', async ({ page, visit }) => {
  await openMap({ page, visit })
  const area = topics.find(({ id }) => id === a)!.area
  await page.locator(`[data-legend="areas"] input[value="${area}"]`).check()
  const inArea = graph.layouts.landscape.topics.filter(
    ({ id }) => topics.find((topic) => topic.id === id)!.area === area,
  )
  await expect(page.locator('svg:visible [data-topic]:not(.out)')).toHaveCount(inArea.length)
  await expect(page.locator('[data-part="filtered"]')).toContainText(
    `${inArea.length} of ${graph.layouts.landscape.topics.length} topics`,
  )
  await page.getByRole('button', { name: 'Reset' }).click()
  await page.getByLabel('First year').selectOption('2024')
  const note = page.locator('[data-part="filtered"]')
  await expect(note).toContainText(/\d+ papers without a year in the source are left out/)
  await page.getByRole('button', { name: 'Reset' }).click()
  await page.getByLabel('Least link strength').selectOption('4')
  await expect(page.locator('svg:visible line:not(.out)')).toHaveCount(
    graph.links.filter(({ strength }) => strength >= 4).length,
  )
})

test('a topic is found by name and brought into view', async ({ page, visit }) => {
  await openMap({ page, visit })
  await page.getByLabel('Find a topic').fill(labelOf(b).toLowerCase())
  await page.keyboard.press('Enter')
  await expect(selected(page)).toHaveAttribute('data-topic', b)
  await expect(page).toHaveURL(/at=/)
  await page.getByLabel('Find a topic').fill('no such thing')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Find a topic')).toHaveJSProperty(
    'validationMessage',
    'No topic has this name.',
  )
})

test('while a gesture lasts the map is painted, and at rest it stands in its SVG', async ({
  page,
  visit,
}) => {
  await openMap({ page, visit })
  const svg = page.locator('svg:visible[data-frame]')
  const canvas = page.locator('canvas.landscape')
  await expect(canvas).toBeHidden()
  await svg.evaluate((element) => {
    const states = [false]
    Object.assign(window, { states })
    new MutationObserver(() => {
      const isPainted = element.classList.contains('under')
      if (states.at(-1) !== isPainted) states.push(isPainted)
    }).observe(element, { attributeFilter: ['class'] })
  })
  const before = await svg.locator('.sheet').getAttribute('transform')
  await dot(page, a).hover()
  await page.mouse.wheel(0, -60)
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { states: boolean[] }).states))
    .toEqual([false, true, false])
  await expect(canvas).toBeHidden()
  expect(await svg.locator('.sheet').getAttribute('transform')).not.toBe(before)
})

test('labels take no more room than the layout gave them', async ({ page, visit }) => {
  await openMap({ page, visit })
  await page.evaluate(() => document.fonts.ready)
  const meetings = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll('svg.landscape .labelled text')].map((text) =>
      text.getBoundingClientRect(),
    )
    return boxes.flatMap((one, at) =>
      boxes
        .slice(at + 1)
        .filter(
          (other) =>
            one.left < other.right - 1 &&
            other.left < one.right - 1 &&
            one.top < other.bottom - 3 &&
            other.top < one.bottom - 3,
        ),
    ).length
  })
  expect(meetings).toBe(0)
  expect(await page.locator('svg.landscape .labelled').count()).toBeGreaterThan(60)
})

test('what does not stand out can still be read', async ({ page, visit }) => {
  await openMap({ page, visit }, `?select=${a}`)
  const other = page.locator('svg:visible a.labelled:not(.near, .out)').first()
  await expect(other.locator('text')).toHaveCSS('opacity', '0.62')
  await expect(other.locator('.dot')).toHaveCSS('opacity', '0.4')
  await page.emulateMedia({ forcedColors: 'active' })
  await expect(other.locator('text')).toHaveCSS('opacity', '1')
})

test('the legend says that it filters, and is folded before a list on a phone', async ({
  page,
  visit,
}) => {
  await openMap({ page, visit })
  const legend = page.getByRole('group', { name: 'Areas: choose to show only these' })
  await expect(legend).toBeVisible()
  await expect(legend.getByRole('checkbox').first()).toHaveAccessibleName(/ \d+ topics?$/)
  await page.setViewportSize({ width: 390, height: 844 })
  await visit('/graph/?view=list')
  await expect(page.locator('[data-graph]')).toHaveAttribute('data-state', 'ready')
  await expect(legend).toBeHidden()
  await page.getByText('Legend', { exact: true }).click()
  await expect(legend).toBeVisible()
})

test('the legend of a list unfolds where a wider window has room beside it', async ({
  page,
  visit,
}) => {
  const legend = page.locator('[data-part="legend"]')
  await page.setViewportSize({ width: 768, height: 900 })
  await openMap({ page, visit }, '?view=list')
  await expect(legend.getByRole('checkbox').first()).toBeHidden()
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(legend.getByRole('checkbox').first()).toBeVisible()
})

test('names on the small map of the front page never meet', async ({ page, visit }) => {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await visit('/')
    await page.evaluate(() => document.fonts.ready)
    const boxes = await page.locator('.map-overview svg:visible text').evaluateAll((texts) =>
      texts.map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect()
        return { left, right, top, bottom }
      }),
    )
    expect(boxes.length).toBeGreaterThan(5)
    for (const [at, one] of boxes.entries())
      for (const other of boxes.slice(at + 1))
        expect(
          one.left < other.right &&
            other.left < one.right &&
            // The box of a text is as high as its font, its capitals are not.
            one.top < other.bottom - 3 &&
            other.top < one.bottom - 3,
          `at ${width} px`,
        ).toBe(false)
  }
})

test('without its data the map says so, and marks still lead to pages', async ({
  page,
  visit,
  addressOf,
  faults,
}) => {
  await page.route('**/graph/*.json', (route) => route.fulfill({ status: 500 }))
  await visit('/graph/')
  await expect(page.locator('[data-graph]')).toHaveAttribute('data-state', 'error')
  await expect(page.getByText('could not be loaded')).toBeVisible()
  const link = (await node(page, a).getAttribute('href'))!
  expect(new URL(link, page.url()).href).toBe(addressOf(topicPath(a)))
  expect(faults.length).toBeGreaterThan(0)
  faults.length = 0
})

for (const query of [
  '',
  '?view=map',
  '?view=list',
  `?view=list&select=${a}`,
  `?select=${a}`,
  `?select=${a},${b}`,
])
  for (const width of [390, 1440])
    test(`nothing moves when the map answers, ${query || 'without selection'}, ${width} px wide`, async ({
      page,
      visit,
    }) => {
      await page.setViewportSize({ width, height: 844 })
      // The reader has seen what is there without it.
      await page.route('**/graph/*.json', async (route) => {
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await page.evaluate(() => document.fonts.ready)
        await page.evaluate(
          () => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r))),
        )
        await route.continue()
      })
      await openMap({ page, visit }, query)
      expect(await layoutShift(page)).toBeLessThan(0.001)
    })

test('what can be taken away stands below the lists', async ({ page, visit }) => {
  await openMap({ page, visit })
  const left = async (name: string) =>
    (await page.getByRole('heading', { level: 2, name }).boundingBox())!.x
  expect(await left('Take it with you')).toBe(await left('The map as lists'))
})
