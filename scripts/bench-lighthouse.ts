import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { chromium } from 'playwright'
import { findSystemBrowser } from './find-browser.mjs'
import { serve } from './serve.ts'

/** Fetched by npm when it is first asked for: it brings more than all other packages together, and only `bench` needs it. */
const LIGHTHOUSE = 'lighthouse@13.5.0'
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/** How Lighthouse scores a page as a slow phone sees it. */
interface LighthouseResult {
  /** 0 to 100, by category. */
  scores: Record<(typeof CATEGORIES)[number], number>
  /** Milliseconds. */
  largestPaint: number
  blocking: number
  layoutShift: number
}

interface Report {
  categories: Record<string, { score: number | null }>
  audits: Record<string, { numericValue?: number }>
}

/** Scores a page of a built site: the one of `runs` whose performance lies in the middle. Throws where Lighthouse fails. */
export async function benchLighthouse(
  root: string,
  path: string,
  runs: number,
): Promise<LighthouseResult> {
  const server = await serve({ root, base: '/', port: 0 })
  try {
    const results: LighthouseResult[] = []
    for (let run = 0; run < runs; run++) results.push(await runLighthouse(server.url + path))
    results.sort((a, b) => a.scores.performance - b.scores.performance)
    return results[Math.floor(runs / 2)] as LighthouseResult
  } finally {
    await server.close()
  }
}

async function runLighthouse(url: string): Promise<LighthouseResult> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-lighthouse-'))
  try {
    const file = join(folder, 'report.json')
    const exitCode = await new Promise((resolve) =>
      spawn(
        'npm',
        [
          'exec',
          '--yes',
          `--package=${LIGHTHOUSE}`,
          '--',
          'lighthouse',
          url,
          '--quiet',
          '--output=json',
          `--output-path=${file}`,
          `--only-categories=${CATEGORIES.join()}`,
          '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
        ],
        {
          stdio: ['ignore', 'ignore', 'inherit'],
          env: {
            ...process.env,
            // Lighthouse needs a newer Node than the system may have.
            PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
            CHROME_PATH: findSystemBrowser() ?? chromium.executablePath(),
          },
        },
      ).on('close', resolve),
    )
    if (exitCode !== 0) throw new Error(`Lighthouse failed at ${url}.`)
    const { categories, audits } = JSON.parse(readFileSync(file, 'utf8')) as Report
    const value = (audit: string) => audits[audit]?.numericValue ?? Number.NaN
    return {
      scores: Object.fromEntries(
        CATEGORIES.map((name) => [name, Math.round(100 * (categories[name]?.score ?? 0))]),
      ) as LighthouseResult['scores'],
      largestPaint: value('largest-contentful-paint'),
      blocking: value('total-blocking-time'),
      layoutShift: value('cumulative-layout-shift'),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export const LIGHTHOUSE_HEAD = `${'lighthouse, slow phone'.padEnd(24)}${['performance', 'accessible', 'practices', 'seo', 'paint ms', 'blocked ms', 'shift'].map((cell) => cell.padStart(12)).join('')}`

export function formatLighthouse(name: string, result: LighthouseResult): string {
  const cells = [
    ...CATEGORIES.map((category) => String(result.scores[category])),
    result.largestPaint.toFixed(0),
    result.blocking.toFixed(0),
    result.layoutShift.toFixed(3),
  ]
  return name.padEnd(24) + cells.map((cell) => cell.padStart(12)).join('')
}
