import { defineConfig } from '@playwright/test'
import { findSystemBrowser } from './scripts/find-browser.mjs'
import { archivedSite } from './tests/e2e/archive.ts'
import type { SiteOptions } from './tests/e2e/site.ts'

const executablePath = findSystemBrowser()

/** What Playwright switches off itself; of two such lists Chromium heeds only the last. */
const offInPlaywright = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
]

/** Two pages of the address bar, which nobody sees here, made for each window in half of its time. */
const addressBar = ['WebUIOmniboxAimPopup', 'WebUIOmniboxPopup']

export default defineConfig<SiteOptions>({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  // An answer that a busy machine gives late is still right.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    // A worker would load its files beside every test; one spec has it.
    serviceWorkers: 'block',
    launchOptions: {
      // Without one of the system, Playwright takes its own.
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        // The headless shell would round the width of each letter, which screens do not.
        '--font-render-hinting=none',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-features=${[...offInPlaywright, ...addressBar].join()}`,
      ],
    },
  },
  projects: [
    {
      name: 'root',
      use: { site: { root: 'dist', base: '/' } },
      testIgnore: 'archive.spec.ts',
      // There each page is opened by itself, and looked at.
      grepInvert: /opens clean in a folder/,
    },
    {
      name: 'base',
      use: { site: { root: 'dist-base', base: '/lectern/' } },
      testMatch: ['addresses.spec.ts', 'theme.spec.ts', 'discovery.spec.ts'],
    },
    { name: 'unpack', testMatch: 'unpack-archive.setup.ts' },
    {
      name: 'archive',
      dependencies: ['unpack'],
      use: {
        site: { root: archivedSite, base: '/some/where/deep/', plain: true },
        // Without the long cache of real hosts, styles come too late for a transition between pages, and Chromium
        // counts that as an exception.
        contextOptions: { reducedMotion: 'reduce' },
      },
      // With ARCHIVE=whole, all that does not bring a server of its own.
      ...(process.env.ARCHIVE === 'whole'
        ? { testIgnore: ['framing.spec.ts', 'offline.spec.ts', 'search-pagefind.spec.ts'] }
        : {
            testMatch: ['archive.spec.ts', 'addresses.spec.ts', 'theme.spec.ts'],
          }),
    },
  ],
})
