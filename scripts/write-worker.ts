import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { Precache } from '../src/offline/precache.ts'
import { workerPath } from '../src/shared/paths.ts'
import { listPrecache, type PrecacheReport } from './list-precache.ts'

/**
 * Writes the service worker of a built site: the one that keeps it on readers' devices, or the one that takes away what
 * was kept. Returns what is kept from the beginning; null if nothing is.
 */
export async function writeWorker(
  site: string,
  { keepsOffline }: { keepsOffline: boolean },
): Promise<PrecacheReport | null> {
  const report = keepsOffline ? listPrecache(site) : null
  const code = report ? await bundleWorker(report.precache) : await bundleFarewell()
  await writeFile(join(site, workerPath), code)
  return report
}

/** The worker that keeps a site, as text. */
export function bundleWorker(precache: Precache): Promise<string> {
  return bundle('worker', { PRECACHE: JSON.stringify(precache) })
}

/** The worker that takes away what another has kept, as text. */
export function bundleFarewell(): Promise<string> {
  return bundle('farewell', {})
}

/** One script that stands alone, as not all browsers know workers that import. */
async function bundle(entry: string, define: Record<string, string>): Promise<string> {
  const result = await build({
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    define,
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input: fileURLToPath(new URL(`../src/offline/${entry}.ts`, import.meta.url)),
        output: { format: 'iife' },
      },
    },
  })
  return [result]
    .flat()
    .flatMap((made) => ('output' in made ? made.output[0].code : []))
    .join('')
}
