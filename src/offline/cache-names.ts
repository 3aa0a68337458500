/** The names of a site's caches. Sites below one origin share a storage, so each name holds the scope. */
export interface CacheNames {
  /** What stands before the name of each cache of the site. */
  prefix: string
  /** What stands before the name of each cache of a build's shell. */
  shells: string
  /** Files with a name for each content, of all builds that are still in use. */
  hashed: string
  /** Pages that the reader has opened, as they were last. */
  visited: string
}

/** `scope` is the address of the home page. */
export function cacheNames(scope: string): CacheNames {
  const prefix = `lectern:${new URL(scope).pathname}:`
  return {
    prefix,
    shells: `${prefix}shell:`,
    hashed: `${prefix}hashed`,
    visited: `${prefix}visited`,
  }
}
