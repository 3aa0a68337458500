import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Check, checks } from './checks.ts'
import { countTests, type TestCount } from './count-tests.ts'
import { ensureBrowser } from './ensure-browser.ts'
import { readArguments } from './read-arguments.ts'
import { runChecks } from './run-checks.ts'
import { projectFolder, startNode } from './run-step.ts'

const USAGE = `Runs checks, and goes on after a failure wherever a later check can still run.

  npm test                all of them
  npm test -- CHECK...    some of: ${checks.map(({ name }) => name).join(', ')}
  npm run check           data, format, types, unit and scripts

The last line counts all tests. A failure ends it with 1.
`

const selected = selectChecks()
if (selected.some(({ name }) => name === 'browser')) await ensureBrowser()

// Hundreds of processes load the same modules; each would strip their types anew.
process.env.NODE_COMPILE_CACHE ??= join(projectFolder, 'node_modules/.cache/node')

const reports = mkdtempSync(join(tmpdir(), 'lectern-reports-'))

const total: TestCount = { passed: 0, failed: 0 }
const summary: string[] = []

async function runCheck({ name, args, report, env = {}, alone = false }: Check): Promise<boolean> {
  const reportFile = join(reports, `${name}.json`)
  if (alone) console.log(`\n── ${name} ──`)
  const begun = performance.now()
  const { exitCode, output } = await startNode(
    args.map((argument) => argument.replace('REPORT', reportFile)),
    { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile }, quiet: !alone },
  )
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  if (!alone) console.log(`\n── ${name} ──\n${output}`)
  const { passed, failed } = report
    ? countTests(report, reportFile, exitCode)
    : { passed: Number(exitCode === 0), failed: Number(exitCode !== 0) }
  add({ passed, failed }, `${name}: ${passed} passed, ${failed} failed, ${seconds} s`)
  return failed === 0
}

function skipCheck({ name }: Check, failed: string): void {
  console.log(`\n── ${name} ──`)
  add({ passed: 0, failed: 1 }, `${name}: not run, because "${failed}" failed`)
}

function add({ passed, failed }: TestCount, line: string): void {
  total.passed += passed
  total.failed += failed
  summary.push(line)
  console.log(line)
}

function selectChecks(): readonly Check[] {
  const { positionals: names, refuse } = readArguments(USAGE, {}, [0, Number.POSITIVE_INFINITY])
  const unknown = names.find((name) => !checks.some((check) => check.name === name))
  if (unknown !== undefined) refuse(`There is no check "${unknown}".`)
  return names.length === 0 ? checks : checks.filter(({ name }) => names.includes(name))
}

await runChecks(selected, runCheck, skipCheck)

rmSync(reports, { recursive: true })
console.log(`\n── summary ──\n${summary.join('\n')}`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
