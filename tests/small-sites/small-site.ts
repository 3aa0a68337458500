import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copyProject } from '../../scripts/copy-project.ts'

/** Copies this project with one listing, nothing published yet, and the named pages and folders of pages alone. */
export function copySmallProject(folder: string, pages: readonly string[]): void {
  copyProject(folder)
  for (const listing of readdirSync(join(folder, 'data/listings')).slice(1))
    rmSync(join(folder, 'data/listings', listing))
  for (const name of [
    'corrections',
    'merges',
    'listings',
    'paraphrases',
    'free-paraphrases',
    'topic-paraphrases',
  ])
    rmSync(join(folder, `data/curated/${name}.yaml`))
  for (const name of ['permalinks', 'changes']) rmSync(join(folder, `data/${name}.json`))
  for (const name of readdirSync(join(folder, 'src/pages')))
    if (!pages.includes(name)) rmSync(join(folder, 'src/pages', name), { recursive: true })
  // Most of what browsers would keep is not built.
  edit(folder, 'src/site.ts', (settings) =>
    settings.replace(/(keepsOffline: \w+ = )true/, '$1false'),
  )
}

export function edit(folder: string, name: string, change: (text: string) => string): void {
  const file = join(folder, name)
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

export function runIn(folder: string, script: string, ...args: string[]): void {
  execFileSync(process.execPath, [script, ...args], { cwd: folder, stdio: 'pipe' })
}
