import { type Browser, chromium } from 'playwright'
import { findSystemBrowser } from './find-browser.mjs'
import { serve } from './serve.ts'

/** Opens Chromium for a built site that is served meanwhile at `url`, which ends with a slash. */
export async function browseSite<T>(
  root: string,
  use: (browser: Browser, url: string) => Promise<T>,
): Promise<T> {
  const server = await serve({ root, base: '/', port: 0 })
  const executablePath = findSystemBrowser()
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    return await use(browser, server.url)
  } finally {
    await browser.close()
    await server.close()
  }
}
