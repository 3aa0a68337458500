import { withBase } from '../shared/paths.ts'

/** A site path (leading slash) under the base that the page was built for. */
export function siteHref(path: string): string {
  return withBase(document.documentElement.dataset.base ?? '/', path)
}
