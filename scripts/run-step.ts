import { spawn, spawnSync } from 'node:child_process'
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

/**
 * Runs `node ...args` in the project beside other steps. Its output is shown as it comes, or with
 * `quiet` given back, so that the outputs of two steps do not mix.
 */
export function startNode(
  args: readonly string[],
  { env = {}, quiet = false }: { env?: NodeJS.ProcessEnv; quiet?: boolean } = {},
): Promise<{ exitCode: number; output: string }> {
  const output = quiet ? 'pipe' : 'inherit'
  const step = spawn(process.execPath, args, {
    cwd: projectFolder,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
  })
  const chunks: Buffer[] = []
  for (const stream of [step.stdout, step.stderr])
    stream?.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((resolve, reject) => {
    step.on('error', reject)
    step.on('close', (code) =>
      resolve({ exitCode: code ?? 1, output: Buffer.concat(chunks).toString() }),
    )
  })
}
