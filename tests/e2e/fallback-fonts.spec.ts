import { expect, test } from './site.ts'
import { longPaper } from './templates.ts'

for (const font of ['Newsreader Text', 'Newsreader Display', 'Inter'])
  test(`what stands in for ${font} is as wide, where the system has it`, async ({
    page,
    visit,
  }) => {
    await visit(longPaper)
    const { declared, ratios } = await page.evaluate(async (name) => {
      const fallbacks = [...document.fonts]
        .map(({ family }) => family.replaceAll('"', ''))
        .filter((family) => family.startsWith(`${name} Fallback`))
      const text = document.querySelector('.reading')!.textContent
      const context = document.createElement('canvas').getContext('2d')!
      const widthOf = async (family: string) => {
        // What the system does not have fails to load.
        const loaded = await document.fonts.load(`100px "${family}"`).catch(() => [])
        if (loaded.length === 0) return null
        context.font = `100px "${family}"`
        return context.measureText(text).width
      }
      const own = (await widthOf(name))!
      const widths = await Promise.all(fallbacks.map(widthOf))
      const ratios = widths.filter((width) => width !== null).map((width) => width / own)
      return { declared: fallbacks.length, ratios }
    }, font)
    for (const ratio of ratios) expect(Math.abs(ratio - 1)).toBeLessThan(0.02)
    expect(declared).toBeGreaterThan(0)
  })
