import type { Problem } from './pipeline/problem.ts'

/** Prints problems as `file:line: message` and ends the process with 1. */
export function exitWithProblems(problems: readonly Problem[]): never {
  for (const { file, line, message } of problems) console.error(`${file}:${line}: ${message}`)
  console.error(
    `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}; nothing was written.`,
  )
  process.exit(1)
}
