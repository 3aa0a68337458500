import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findSystemBrowser } from './find-browser.mjs'
import { runNode } from './run-step.ts'

/** Installs a Chromium where there is none; says so, and goes on, where that can't be done. */
export async function ensureBrowser(): Promise<void> {
  if (findSystemBrowser()) return
  const { chromium } = await import('@playwright/test')
  if (existsSync(chromium.executablePath())) return

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('The browser tests need Chromium and there is none: installing it with apt-get …')
    runApt('update', '-qq')
    // Older systems have no package of the first name.
    for (const name of ['chromium-headless-shell', 'chromium']) {
      runApt('install', '-y', '-qq', '--no-install-recommends', name)
      if (findSystemBrowser()) return
    }
  }
  console.log('The browser tests need Chromium and there is none: Playwright downloads one …')
  if (runNode(['node_modules/@playwright/test/cli.js', 'install', 'chromium']) !== 0)
    console.error(
      'No Chromium could be installed, so the browser tests will fail. Install Chromium or ' +
        'Google Chrome on this system and run the command again.',
    )
}

function runApt(...args: string[]): void {
  spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}
