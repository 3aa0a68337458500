import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import { relocatePage, relocateStyles } from './relocate.ts'

/** Zip has no dates before; every file has this one, so that the same site gives the same archive. */
const EARLIEST = new Date(1980, 0, 1)

/** Files that are compressed already. */
const COMPRESSED = /\.(png|woff2|pf_\w+|pagefind)$/

interface ArchiveOptions {
  /** Folder of the built site. */
  site: string
  /** Path under which it was built, with leading and trailing slash. */
  base: string
  /** Name of the one folder in the archive. */
  folder: string
  /** Text for people. */
  readme: string
  /** Text of the service worker that takes away what another has kept. */
  farewell: string
}

/** A built site as a zip that works at any address of any web server, with a list of checksums and a text for people. */
export function archiveSite({ site, base, folder, readme, farewell }: ArchiveOptions): Uint8Array {
  const files = new Map<string, Uint8Array>()
  for (const file of filesBelow(site)) {
    const content = readFileSync(join(site, file))
    if (file.endsWith('.html'))
      files.set(file, utf8(relocatePage(content.toString(), { base, file })))
    else if (file.endsWith('.css'))
      files.set(file, utf8(relocateStyles(content.toString(), { base, file })))
    // Headers and rules of hosts are for the site's own address.
    else if (file !== '_headers') files.set(file, content)
  }
  files.set('sw.js', utf8(farewell))
  files.set('README.txt', utf8(readme))
  files.set('SHA256SUMS', utf8(listChecksums(files)))
  const entries: Zippable = {}
  for (const name of [...files.keys()].sort())
    entries[`${folder}/${name}`] = [files.get(name)!, { level: COMPRESSED.test(name) ? 0 : 6 }]
  return zipSync(entries, { mtime: EARLIEST })
}

/** As `sha256sum` writes it and `sha256sum -c` reads it. */
function listChecksums(files: ReadonlyMap<string, Uint8Array>): string {
  return [...files.keys()]
    .sort()
    .map((name) => `${createHash('sha256').update(files.get(name)!).digest('hex')}  ${name}\n`)
    .join('')
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .map((name) => name.split(sep).join('/'))
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
