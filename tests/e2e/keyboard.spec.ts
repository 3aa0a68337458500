import { expect, test } from './site.ts'
import { longPaper } from './templates.ts'

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
