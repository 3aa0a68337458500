/** Days that a statement holds; RFC 9116 recommends less than a year. */
const DAYS_VALID = 360
const DAY = 24 * 60 * 60 * 1000

interface SecurityStatement {
  /** A `mailto:` or `https:` address. */
  contact: string
  /** ISO date on which the contact was last seen to be right. */
  seen: string
  /** Absolute address of the file itself. */
  canonical: string
}

/** The end of the day until which a statement seen to be right on an ISO date holds. */
export function securityExpiry(seen: string): string {
  const last = new Date(Date.parse(seen) + DAYS_VALID * DAY)
  return `${last.toISOString().slice(0, 10)}T23:59:59Z`
}

/** A security.txt (RFC 9116). */
export function formatSecurityTxt({ contact, seen, canonical }: SecurityStatement): string {
  const fields = {
    Contact: contact,
    Expires: securityExpiry(seen),
    'Preferred-Languages': 'en',
    Canonical: canonical,
  }
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')
}
