import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the tests unpack the archive: it has one folder, with the site in it. */
export const unpacked = 'dist-archive'

const { corpus } = JSON.parse(readFileSync('dist/data/papers.json', 'utf8'))
const name = `lectern-${corpus.hash}`

/** The archive of the built site, which `npm run archive` writes. */
export const archiveFile = () => `${name}.zip`

/** The site in the unpacked archive. */
export const archivedSite = join(unpacked, name)
