/** Orders texts by their code units, which is the same on every machine and in every locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function byId(a: { id: string }, b: { id: string }): number {
  return byCodeUnit(a.id, b.id)
}
