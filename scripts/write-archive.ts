import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import slugify from '@sindresorhus/slugify'
import { counted } from '../src/shared/facts.ts'
import type { PapersFile } from '../src/shared/model.ts'
import { base, siteDescription, siteName, siteUrl } from '../src/site.ts'
import { archiveSite } from './archive/archive-site.ts'
import { readArguments } from './read-arguments.ts'
import { runNode } from './run-step.ts'
import { bundleFarewell } from './write-worker.ts'

const USAGE = `Writes the whole site as one zip that works in any folder of any web server.

  npm run archive                            builds the site first
  node scripts/write-archive.ts [FOLDER]     of the site that is in FOLDER, dist if none is named

The zip is in the folder of the project and has the version of the data in its name.
`

const { values, positionals, refuse } = readArguments(
  USAGE,
  { build: { type: 'boolean', default: false } },
  [0, 1],
)
if (values.build) {
  if (positionals.length > 0) refuse('--build builds dist; name no folder.')
  const status = runNode(['scripts/build-site.ts'])
  if (status !== 0) process.exit(status)
}
const site = positionals[0] ?? 'dist'
const papersFile = join(site, 'data/papers.json')
if (!existsSync(papersFile)) refuse(`There is no built site in "${site}".`)
const { corpus } = JSON.parse(readFileSync(papersFile, 'utf8')) as PapersFile
const folder = `${slugify(siteName)}-${corpus.hash}`

const readme = `${siteName}
${siteDescription}

This folder is the whole site: ${counted(corpus.papers, 'paper')} from ${counted(corpus.sightings, 'record')} in ${counted(corpus.listings, 'listing')}.
Version of the data: ${corpus.hash}
Address of the site: ${siteUrl}${base}

To read it, serve this folder with any web server, at the root or below any
path. With Python, for example, run in this folder

    python3 -m http.server --bind 127.0.0.1 8000

and open http://127.0.0.1:8000/ in a browser. Search and the map work without
any connection to elsewhere. Opened as files, without a server, they do not:
browsers run no such scripts from a disk.

To see that nothing was changed on the way, run in this folder

    sha256sum -c SHA256SUMS
`

const archive = archiveSite({ site, base, folder, readme, farewell: await bundleFarewell() })
writeFileSync(`${folder}.zip`, archive)
console.log(`archive: ${folder}.zip, ${(archive.length / 1e6).toFixed(1)} MB`)
