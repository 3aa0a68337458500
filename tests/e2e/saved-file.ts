import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

/** What the button of a name gives the reader to keep: the file's name and its text. */
export async function savedFile(
  page: Page,
  button: string,
): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}
