import { expect, test } from 'vitest'
import type { Check } from '../../scripts/checks.ts'
import { runChecks } from '../../scripts/run-checks.ts'

const check = (name: string, rest: Partial<Check> = {}): Check => ({ name, args: [], ...rest })

/** What happens, in order: `+a` where the check a begins, `-a` where it ends, `!a` where it is left out. */
async function eventsOf(checks: Check[], failing: string[] = []): Promise<string> {
  const events: string[] = []
  await runChecks(
    checks,
    async ({ name }) => {
      events.push(`+${name}`)
      await new Promise(setImmediate)
      events.push(`-${name}`)
      return !failing.includes(name)
    },
    ({ name }, failed) => events.push(`!${name} for ${failed}`),
  )
  return events.join(' ')
}

test('two checks run at once, and no third', async () => {
  expect(await eventsOf([check('a'), check('b'), check('c')])).toMatch(/^\+a \+b -a (-b )?\+c/)
})

test('a check that wants to be alone is alone, and others pass it until it can', async () => {
  const checks = [check('a'), check('b', { alone: true }), check('c')]
  expect(await eventsOf(checks)).toBe('+a +c -a -c +b -b')
})

test('a check waits for those it needs, if they are to run', async () => {
  const checks = [check('a'), check('b', { needs: ['a', 'not chosen'] })]
  expect(await eventsOf(checks)).toBe('+a -a +b -b')
})

test('a check that needs a failed one, or one left out, is left out itself', async () => {
  const checks = [check('a'), check('b', { needs: ['a'] }), check('c', { needs: ['b'] })]
  expect(await eventsOf(checks, ['a'])).toBe('+a -a !b for a !c for b')
})

test('a failure stops none that can do without', async () => {
  expect(await eventsOf([check('a'), check('b', { alone: true })], ['a'])).toBe('+a -a +b -b')
})
