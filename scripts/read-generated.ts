import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A file of data/generated, read. Rejects if the data step has not written it. */
export async function readGenerated<File>(name: string): Promise<File> {
  return JSON.parse(await readFile(join('data/generated', name), 'utf8')) as File
}
