import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listPrecache } from '../../scripts/list-precache.ts'
import { writeWorker } from '../../scripts/write-worker.ts'

/** A copy of a built site that can be deployed anew while it is served. */
export interface Deployments {
  folder: string
  /** Publishes a version in which every hashed file has another name, and the old names lead nowhere. */
  deployNext(text: string): Promise<void>
  /** Publishes the version of a maintainer who no longer wants a worker. */
  switchOff(): Promise<void>
  remove(): void
}

/** Copies what browsers keep of a site, and the pages of some papers by their site paths. */
export function copySite(site: string, papers: readonly string[]): Deployments {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-deployments-'))
  const { shell, hashed } = listPrecache(site).precache
  for (const path of [...shell, ...hashed, ...papers, '404.html', 'sw.js']) {
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
    cpSync(join(site, file), join(folder, file))
  }
  return {
    folder,
    async deployNext(text) {
      renameHashed(folder)
      const home = join(folder, 'index.html')
      writeFileSync(home, readFileSync(home, 'utf8').replace(/(<h1[^>]*>)[^<]*/, `$1${text}`))
      await writeWorker(folder, { keepsOffline: true })
    },
    async switchOff() {
      rewrite(folder, (content) => content.replace(/ data-worker="[^"]*"/, ''))
      await writeWorker(folder, { keepsOffline: false })
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}

/** Gives each hashed file and the folder of the search index a new name, everywhere. */
function renameHashed(folder: string): void {
  const next = (name: string) => name.replace(/(\.\w+)?$/, '-next$1')
  const places = ['_astro', 'search-index'].flatMap((place) =>
    readdirSync(join(folder, place)).map((name) => ({ place, name })),
  )
  for (const { place, name } of places)
    renameSync(join(folder, place, name), join(folder, place, next(name)))
  const names = places.map(({ name }) => name.replaceAll('.', '\\.'))
  const pattern = new RegExp(names.join('|'), 'g')
  rewrite(folder, (content) => content.replace(pattern, next))
}

function rewrite(folder: string, change: (content: string) => string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name)
    if (!/\.(html|js|css)$/.test(name) || !statSync(file).isFile()) continue
    writeFileSync(file, change(readFileSync(file, 'utf8')))
  }
}
