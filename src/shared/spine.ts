const HEIGHTS = 8

/** Height class of a paper on the shelves, 1 to 8: like books, of many sizes, and always the same. */
export function spineHeight(id: string): number {
  // FNV-1a, 32 bits: spreads similar ids well in a few lines.
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++)
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0
  return (hash % HEIGHTS) + 1
}
