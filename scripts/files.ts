import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeText } from './pipeline/decode-text.ts'
import { exitWithProblems } from './print-problems.ts'

/** All access to the disk by the data step. */

export interface SourceFile {
  /** Path as given and name, for messages. */
  file: string
  bytes: Uint8Array
  sha256: string
}

/** The `.txt` files of a folder in code unit order of their names. */
export async function readListingFiles(folder: string): Promise<SourceFile[]> {
  const names = (await namesIn(folder)).filter((name) => name.endsWith('.txt')).sort()
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, name))
      return {
        file: join(folder, name),
        bytes,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      }
    }),
  )
}

/** What else is in a folder of listings, but for hidden files; nothing reads it. */
export async function listOtherFiles(folder: string): Promise<string[]> {
  return (await namesIn(folder))
    .filter((name) => !name.endsWith('.txt') && !name.startsWith('.'))
    .sort()
    .map((name) => join(folder, name))
}

/** Git keeps no empty folder, so one without listings may be gone. */
async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(nothingFor([]))
}

/** What stands for a file or folder that is not there. */
function nothingFor<Nothing>(nothing: Nothing): (error: NodeJS.ErrnoException) => Nothing {
  return (error) => {
    if (error.code === 'ENOENT') return nothing
    throw error
  }
}

/** The text of a file, or null when there is no such file. Ends the process if the file is not UTF-8. */
export async function readTextFile(file: string): Promise<string | null> {
  const bytes = await readFile(file).catch(nothingFor(null))
  if (bytes === null) return null
  // Decoded leniently, what is not UTF-8 would be published as U+FFFD.
  const decoded = decodeText(file, bytes)
  return 'problem' in decoded ? exitWithProblems([decoded.problem]) : decoded.text
}

/** Replaces a folder by one with these files; a failure on the way leaves the old folder as it was, or beside as `.old`. */
export async function replaceFolder(folder: string, files: Map<string, string>): Promise<void> {
  const staging = `${folder}.next`
  await rm(staging, { recursive: true, force: true })
  await mkdir(staging, { recursive: true })
  for (const [name, content] of files) await writeFile(join(staging, name), content)
  const old = `${folder}.old`
  await rm(old, { recursive: true, force: true })
  await rename(folder, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  await rename(staging, folder)
  await rm(old, { recursive: true, force: true })
}

/** Replaces a file in one step. */
export async function replaceFile(file: string, content: string): Promise<void> {
  await writeFile(`${file}.next`, content)
  await rename(`${file}.next`, file)
}
