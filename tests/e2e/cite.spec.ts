import { readFileSync } from 'node:fs'
import { expect, test } from './site.ts'
import { longPaper } from './templates.ts'

const file = (extension: string) =>
  readFileSync(`dist${longPaper.replace(/\/$/, '')}.${extension}`, 'utf8')

test.describe('the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('takes the citation in the chosen format, which is announced', async ({ page, visit }) => {
    await visit(longPaper)
    const cite = page.locator('cite-paper')
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    await cite.getByRole('button', { name: 'Copy' }).click()
    await expect(cite.getByRole('status')).toHaveText('BibTeX copied')
    expect(await copied()).toMatch(/^@misc\{/)

    await cite.getByRole('radio', { name: 'BibTeX' }).press('ArrowRight')
    await expect(cite.getByRole('radio', { name: 'RIS' })).toBeChecked()
    await expect(cite.getByRole('status')).toBeEmpty()
    await cite.getByRole('button', { name: 'Copy' }).click()
    await expect(cite.getByRole('status')).toHaveText('RIS copied')
    expect(await copied()).toMatch(/^TY {2}- GEN\n/)
  })

  test('takes the link to the sentence that is marked', async ({ page, visit, addressOf }) => {
    await visit(longPaper)
    const sentence = page.locator('#s2')
    await sentence.getByRole('link', { name: 'Link to sentence 2' }).press('Enter')
    await expect(page).toHaveURL(/#s2$/)
    await page.getByRole('button', { name: 'Copy link' }).click()
    await expect(page.getByText('Link to this place copied')).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      addressOf(`${longPaper}#s2`),
    )
  })
})

test('a blocked clipboard selects the text instead', async ({ page, visit }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('blocked'))
  })
  await visit(longPaper)
  await page.locator('cite-paper').getByRole('button', { name: 'Copy' }).click()
  await expect(page.locator('cite-paper').getByRole('status')).toContainText('selected')
  expect(await page.evaluate(() => String(getSelection()))).toContain('@misc{')
})

test('a download is the file beside the page', async ({ page, visit }) => {
  await visit(longPaper)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('cite-paper').getByRole('link', { name: 'RIS' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.ris$/)
  expect(readFileSync(await download.path(), 'utf8')).toBe(file('ris'))
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('each format can be chosen and read', async ({ page, visit }) => {
    await visit(longPaper)
    const cite = page.locator('cite-paper')
    await expect(cite.locator('pre:visible')).toContainText('@misc{')
    await cite.getByText('CSL-JSON').first().click()
    await expect(cite.locator('pre:visible')).toContainText('"type": "document"')
    await expect(cite.getByRole('button')).toBeHidden()
    await expect(cite.getByRole('link')).toHaveCount(5)
  })
})

test('one click selects the whole text of a correction', async ({ page, visit }) => {
  await visit(longPaper)
  await page.getByText('Something wrong?').click()
  const block = page.locator('details pre')
  await block.click()
  const selected = await page.evaluate(() => String(getSelection()))
  expect(JSON.parse(selected)).toEqual(JSON.parse(await block.innerText()))
})
