import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url))

/** Runs `node ...args` with its output shown, in the project or in `folder`; gives the exit code. */
export function runNode(
  args: readonly string[],
  { folder = projectFolder, env = {} }: { folder?: string; env?: NodeJS.ProcessEnv } = {},
): number {
  const { status } = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return status ?? 1
}
