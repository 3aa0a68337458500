import type { Check } from './checks.ts'

const AT_ONCE = 2

/**
 * Runs the checks in their order, two at once where neither wants to be alone, each after those of
 * the checks that it needs. `run` gives whether a check passed; for a check that needs a failed
 * one it is not called, but `skip` with the failed one's name.
 */
export async function runChecks(
  checks: readonly Check[],
  run: (check: Check) => Promise<boolean>,
  skip: (check: Check, failed: string) => void,
): Promise<void> {
  const waiting = [...checks]
  const running = new Map<Check, Promise<void>>()
  const failed = new Set<string>()

  const isReady = ({ alone, needs = [] }: Check) => {
    const others = [...running.keys()]
    if (alone ? others.length > 0 : others.length >= AT_ONCE || others.some((one) => one.alone))
      return false
    return ![...waiting, ...others].some(({ name }) => needs.includes(name))
  }
  const start = async (check: Check) => {
    if (!(await run(check))) failed.add(check.name)
    running.delete(check)
  }

  while (waiting.length > 0) {
    const at = waiting.findIndex(isReady)
    if (at < 0) {
      await Promise.race(running.values())
      continue
    }
    const [check] = waiting.splice(at, 1) as [Check]
    const missing = check.needs?.find((name) => failed.has(name))
    if (missing === undefined) running.set(check, start(check))
    else {
      failed.add(check.name)
      skip(check, missing)
    }
  }
  await Promise.all(running.values())
}
