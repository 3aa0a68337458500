import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { decodeText } from './pipeline/decode-text.ts'
import type { Problem } from './pipeline/problem.ts'
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
      const file = join(folder, name)
      const bytes = await readFile(file).catch(refuseToRead(file))
      return {
        file,
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
  return readdir(folder).catch(nothingFor(folder, []))
}

/** What stands for a file or folder that is not there. */
function nothingFor<Nothing>(
  file: string,
  nothing: Nothing,
): (error: NodeJS.ErrnoException) => Nothing {
  return (error) => (error.code === 'ENOENT' ? nothing : refuseToRead(file)(error))
}

/** Ends the process where something is in the place of a file that can't be read. */
function refuseToRead(file: string): (error: Error) => never {
  return ({ message }) =>
    exitWithProblems([
      {
        file,
        line: 1,
        message: `can't be read: ${message}; see what is there, and who may read it`,
      },
    ])
}

/** The text of a file, or null when there is no such file. Ends the process if the file is not UTF-8. */
export async function readTextFile(file: string): Promise<string | null> {
  const bytes = await readFile(file).catch(nothingFor(file, null))
  if (bytes === null) return null
  // Decoded leniently, what is not UTF-8 would be published as U+FFFD.
  const decoded = decodeText(file, bytes)
  return 'problem' in decoded ? exitWithProblems([decoded.problem]) : decoded.text
}

/** The bytes of a file that is named on the command line, or why there are none; `from` may be standard input, 0. */
export function readGiven(
  file: string,
  from: string | 0 = file,
): { bytes: Uint8Array } | { problem: Problem } {
  try {
    return { bytes: readFileSync(from) }
  } catch (error) {
    const begins = isAbsolute(file) ? '' : `, which begins in ${process.cwd()}`
    const message = `can't be read: ${(error as Error).message}; check the path${begins}`
    return { problem: { file, line: 1, message } }
  }
}

/** Replaces a folder by one with these files. Ends the process if that fails, with the old folder as it was. */
export async function replaceFolder(folder: string, files: Map<string, string>): Promise<void> {
  const [staging, old] = [`${folder}.next`, `${folder}.old`]
  await replace(folder, staging, async () => {
    await rm(staging, { recursive: true, force: true })
    await mkdir(staging, { recursive: true })
    for (const [name, content] of files) await writeFile(join(staging, name), content)
    await rm(old, { recursive: true, force: true })
    await rename(folder, old).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
    await rename(staging, folder).catch(async (error) => {
      await rename(old, folder).catch(() => {})
      throw error
    })
    await rm(old, { recursive: true, force: true })
  })
}

/** Replaces a file in one step. Ends the process if that fails, with the old file as it was. */
export async function replaceFile(file: string, content: string): Promise<void> {
  const staging = `${file}.next`
  await replace(file, staging, async () => {
    await writeFile(staging, content)
    await rename(staging, file)
  })
}

async function replace(place: string, staging: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    // Half of it would keep a full disk full.
    await rm(staging, { recursive: true, force: true }).catch(() => {})
    console.error(
      `${place}: can't be written: ${(error as Error).message}; what was there is as it was. Make room, or allow to write there, and run the command again.`,
    )
    process.exit(1)
  }
}
