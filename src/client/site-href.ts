import { withBase } from '../shared/paths.ts'

/** A site path (leading slash) under the base that the page states, which may be relative to its own address. */
export function siteHref(path: string): string {
  const base = new URL(document.documentElement.dataset.base ?? '/', document.baseURI)
  return withBase(base.pathname, path)
}
