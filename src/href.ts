import { withBase } from './shared/paths.ts'
import { base } from './site.ts'

/** A site path (leading slash) under the base; every link and asset goes through here. */
export function href(path: string): string {
  return withBase(base, path)
}
