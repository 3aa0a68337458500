import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formatSecurityTxt, securityExpiry } from '../../src/formats/security-txt.ts'
import { securityContactSeen } from '../../src/site.ts'

const DAY = 24 * 60 * 60 * 1000

test('states the contact, the end of its validity and its own address', () => {
  const canonical = 'https://papers.example/.well-known/security.txt'
  expect(
    formatSecurityTxt({ contact: 'mailto:a@papers.example', seen: '2026-01-01', canonical }),
  ).toBe(
    `Contact: mailto:a@papers.example\nExpires: 2026-12-27T23:59:59Z\nPreferred-Languages: en\nCanonical: ${canonical}\n`,
  )
})

test('holds for less than a year, as RFC 9116 recommends', () => {
  const days = (Date.parse(securityExpiry('2027-12-31')) - Date.parse('2027-12-31')) / DAY
  expect(days).toBeLessThan(365)
})

// A commit knows its date without a clock: work on the project shows when the statement nears its end.
test.skipIf(!existsSync('.git'))(
  'holds for 30 days after the last commit (else: see that reports arrive, then set securityContactSeen in src/site.ts)',
  () => {
    const committed = execFileSync('git', ['log', '-1', '--format=%cI'], { encoding: 'utf8' })
    const left = Date.parse(securityExpiry(securityContactSeen)) - Date.parse(committed.trim())
    expect(left / DAY).toBeGreaterThan(30)
  },
)
