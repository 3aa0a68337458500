import { existsSync, readFileSync } from 'node:fs'

export interface TestCount {
  passed: number
  failed: number
}

/**
 * Reads the report of a test tool. A tool that stopped before its report, that
 * ran nothing, or that exits with an error no test shows, is one failure more.
 */
export function countTests(
  tool: 'vitest' | 'playwright',
  reportFile: string,
  exitCode: number,
): TestCount {
  const count = existsSync(reportFile)
    ? readers[tool](JSON.parse(readFileSync(reportFile, 'utf8')))
    : { passed: 0, failed: 0 }
  const isSilentFailure = count.failed === 0 && (exitCode !== 0 || count.passed === 0)
  return isSilentFailure ? { ...count, failed: 1 } : count
}

const readers = {
  vitest: ({ numPassedTests, numFailedTests }: VitestReport): TestCount => ({
    passed: numPassedTests,
    failed: numFailedTests,
  }),
  playwright: ({ stats }: PlaywrightReport): TestCount => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
  }),
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number }
}
