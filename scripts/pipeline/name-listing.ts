/**
 * The name of a listing that is added to others: `NNN_<16 hexadecimal digits>.txt`, one above the
 * highest number, and the first digits of the SHA-256 of its bytes, so that a copy can be told.
 */
export function nameListing(others: readonly string[], sha256: string): string {
  const numbers = others.flatMap((file) => {
    const number = file.match(/(?:^|[\\/])(\d+)_[^\\/]*$/)?.[1]
    return number === undefined ? [] : Number(number)
  })
  const next = Math.max(-1, ...numbers) + 1
  return `${String(next).padStart(3, '0')}_${sha256.slice(0, 16)}.txt`
}

/** Whether a listing's id, the name of its file without `.txt`, may stand in the address of its page. */
export function isListingId(id: string): boolean {
  return /^[a-z0-9]+(?:[_-][a-z0-9]+)*$/.test(id)
}
