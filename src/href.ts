import { withBase } from './shared/paths.ts'
import { base, siteUrl } from './site.ts'

/** A site path (leading slash) under the base; every link and asset goes through here. */
export function href(path: string): string {
  return withBase(base, path)
}

/** A site path as an absolute address, for those who read it elsewhere. */
export function address(path: string): string {
  return siteUrl + href(path)
}
