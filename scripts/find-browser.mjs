import { existsSync } from 'node:fs'

const usualPlaces = [
  // Chromium without windows, which nobody sees here: the tests take a quarter less time in it.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The program of an installed Chromium or Chrome; undefined where there is none.
 * @returns {string | undefined}
 */
export function findSystemBrowser() {
  return usualPlaces.find((path) => existsSync(path))
}
