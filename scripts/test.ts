/**
 * Runs the checks, all of them or those named, and goes on after a failure
 * wherever a later check can still run. The last line counts all tests.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Check, checks } from './checks.ts'
import { countTests, type TestCount } from './count-tests.ts'
import { runNode } from './run-step.ts'

const reports = mkdtempSync(join(tmpdir(), 'lectern-reports-'))

function runCheck({ name, args, report, env = {} }: Check): TestCount {
  const reportFile = join(reports, `${name}.json`)
  const exitCode = runNode(
    args.map((argument) => argument.replace('REPORT', reportFile)),
    { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile } },
  )
  if (report) return countTests(report, reportFile, exitCode)
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function selectChecks(names: readonly string[]): readonly Check[] {
  const unknown = names.filter((name) => !checks.some((check) => check.name === name))
  if (unknown.length > 0)
    throw new Error(
      `There is no check "${unknown[0]}". Name some of: ${checks.map(({ name }) => name).join(', ')}.`,
    )
  return names.length === 0 ? checks : checks.filter(({ name }) => names.includes(name))
}

const total: TestCount = { passed: 0, failed: 0 }
const failedNames = new Set<string>()
const summary: string[] = []

for (const check of selectChecks(process.argv.slice(2))) {
  console.log(`\n── ${check.name} ──`)
  const missing = check.needs?.find((name) => failedNames.has(name))
  const start = performance.now()
  const { passed, failed } = missing ? { passed: 0, failed: 1 } : runCheck(check)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  if (failed > 0) failedNames.add(check.name)
  total.passed += passed
  total.failed += failed
  summary.push(
    missing
      ? `${check.name}: not run, because "${missing}" failed`
      : `${check.name}: ${passed} passed, ${failed} failed, ${seconds} s`,
  )
  console.log(summary.at(-1))
}

rmSync(reports, { recursive: true })
console.log(`\n── summary ──\n${summary.join('\n')}`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
