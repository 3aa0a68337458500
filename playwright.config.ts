import { defineConfig } from '@playwright/test'
import { findSystemBrowser } from './scripts/find-browser.mjs'
import type { SiteOptions } from './tests/e2e/site.ts'

const executablePath = findSystemBrowser()

export default defineConfig<SiteOptions>({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 30_000,
  use: {
    browserName: 'chromium',
    launchOptions: {
      // Without one of the system, Playwright takes its own.
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'root', use: { site: { root: 'dist', base: '/' } } },
    {
      name: 'base',
      use: { site: { root: 'dist-base', base: '/lectern/' } },
      testMatch: ['visits.spec.ts', 'theme.spec.ts', 'discovery.spec.ts'],
    },
  ],
})
