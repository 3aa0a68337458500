import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { countTests } from '../../scripts/count-tests.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-count-'))
afterAll(() => rmSync(folder, { recursive: true }))

function reportOf(report: object): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}

test('counts the tests of a Vitest report', () => {
  const report = reportOf({ numPassedTests: 5, numFailedTests: 2 })
  expect(countTests('vitest', report, 1)).toEqual({ passed: 5, failed: 2 })
})

test('counts a flaky browser test as failed', () => {
  const report = reportOf({ stats: { expected: 3, unexpected: 1, flaky: 1 } })
  expect(countTests('playwright', report, 1)).toEqual({ passed: 3, failed: 2 })
})

test.each([
  ['ended with an error although all tests passed', { numPassedTests: 5, numFailedTests: 0 }, 1, 5],
  ['found no test', { numPassedTests: 0, numFailedTests: 0 }, 0, 0],
])('a run that %s is a failure', (_, report, exitCode, passed) => {
  expect(countTests('vitest', reportOf(report), exitCode)).toEqual({ passed, failed: 1 })
})

test('a tool that wrote no report is a failure', () => {
  expect(countTests('vitest', join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1 })
})
