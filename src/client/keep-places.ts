/**
 * The order of `after`, but those of its ids that stand in `inView` keep their places there. A place whose
 * id has gone is taken by the first of `after` that has none.
 */
export function keepPlaces(inView: string[], after: string[]): string[] {
  const still = new Set(inView).intersection(new Set(after))
  const others = after.filter((id) => !still.has(id))
  const placed = inView.flatMap((id) => (still.has(id) ? [id] : others.splice(0, 1)))
  return [...placed, ...others]
}
