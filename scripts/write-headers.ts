/**
 * After a build: `node scripts/write-headers.ts dist` writes the `_headers` of
 * Netlify and Cloudflare Pages into that folder. After a change of headers:
 * `node scripts/write-headers.ts --nginx` writes the committed nginx files.
 */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { base } from '../src/site.ts'
import { renderHostHeaders } from './render-host-headers.ts'
import { renderNginx } from './render-nginx.ts'

const nginxFolder = new URL('../deploy/nginx/', import.meta.url)

const target = process.argv[2] ?? 'dist'
if (target === '--nginx') {
  for (const [name, text] of Object.entries(renderNginx()))
    writeFileSync(new URL(name, nginxFolder), text)
} else {
  const names = readdirSync(target, { withFileTypes: true })
    .filter(({ name }) => name !== '_headers')
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
  writeFileSync(join(target, '_headers'), renderHostHeaders(names, base))
}
