import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './run-step.ts'

/**
 * Copies the source as a clone of the present state would have it: what git
 * tracks or would track, nothing it ignores. The packages are linked.
 */
export function copyProject(target: string): void {
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: projectFolder,
    encoding: 'utf8',
  })
  for (const name of new Set(list.split('\0'))) {
    const source = join(projectFolder, name)
    if (name !== '' && existsSync(source)) cpSync(source, join(target, name))
  }
  symlinkSync(join(projectFolder, 'node_modules'), join(target, 'node_modules'))
}
