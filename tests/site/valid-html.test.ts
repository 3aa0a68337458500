import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { expect, test } from 'vitest'
import { type Page, pagesOf } from './built-site.ts'

type Config = ReturnType<StaticConfigLoader['getConfigFor']>

/** Resolves the rules for the first page and keeps them: doing so again for each takes a third of the time. */
class SameForAll extends StaticConfigLoader {
  #config?: Config

  override getConfigFor(name: string): Config {
    this.#config ??= super.getConfigFor(name)
    return this.#config
  }
}

const validator = new HtmlValidate(
  new SameForAll({
    extends: ['html-validate:recommended'],
    rules: {
      // Titles of papers are as long as their authors made them.
      'long-title': 'off',
      // Astro's compressed output keeps the spaces that the text needs, also at a line's end.
      'no-trailing-whitespace': 'off',
    },
  }),
)

async function validate({ html, path }: Page): Promise<string[]> {
  const { results } = await validator.validateString(html, path)
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${path}:${line}: ${ruleId}: ${message}`),
  )
}

// In a file of its own, so that the other checks of the site run beside it.
test('every page is valid HTML', async () => {
  const pages = pagesOf('dist')
  expect(pages.length).toBeGreaterThan(10)
  const messages: string[] = []
  for (const page of pages) messages.push(...(await validate(page)))
  expect(messages.slice(0, 50)).toEqual([])
})

test('the last page is held to the rules as the first was', async () => {
  const html =
    '<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><img src="/x"></body></html>'
  expect(await validate({ path: '/', html })).toEqual([expect.stringContaining('wcag/h37')])
})
