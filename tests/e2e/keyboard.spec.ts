import { expect, test } from './site.ts'
import { longPaper, templates } from './templates.ts'

for (const { name, path } of templates) {
  test(`the skip link is the first stop on ${name} and leads to the content`, async ({
    page,
    visit,
  }) => {
    await visit(path)
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    await expect(focused).toHaveAttribute('href', '#main')
    await expect(focused).toBeInViewport()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    // A page without links in its content goes on to what follows it.
    const isBeyondHeader = await page.evaluate(() => {
      const header = document.querySelector('body > header')
      return document.activeElement !== document.body && !header?.contains(document.activeElement)
    })
    expect(isBeyondHeader).toBe(true)
  })
}

for (const path of ['/', '/papers/', longPaper]) {
  test(`every stop on ${path === longPaper ? 'a paper' : path} shows its focus and stays in view`, async ({
    page,
    visit,
  }) => {
    await visit(path)
    const unseen: string[] = []
    for (let stop = 0; stop < 25; stop++) {
      await page.keyboard.press('Tab')
      const fault = await page.evaluate(() => {
        const element = document.activeElement!
        if (element === document.body) return null
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
        const hasRing = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1
        const { top, bottom } = element.getBoundingClientRect()
        const isInView = bottom > 0 && top < window.innerHeight
        return (hasRing || boxShadow !== 'none') && isInView
          ? null
          : element.outerHTML.slice(0, 120)
      })
      if (fault) unseen.push(fault)
    }
    expect(unseen).toEqual([])
  })
}
