import { spawnSync } from 'node:child_process'

/** What git prints in the current folder, without white space at the ends; null where it fails. */
export function git(...args: string[]): string | null {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 2 ** 30 })
  return status === 0 ? stdout.trim() : null
}
