import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { listen, type StaticServer } from '../../scripts/serve.ts'

/** What Python's `http.server` knows, more or less; and it names no character set. */
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xml': 'text/xml',
}

/** A server of files that knows nothing of the site: no headers of ours, no page for what is not there. */
export async function servePlain(root: string, base: string): Promise<StaticServer> {
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname)
    const name = path.startsWith(base) ? normalize(path.slice(base.length)) : '..'
    const isFolder = isFolderAt(join(root, name))
    if (isFolder && !path.endsWith('/')) {
      response.writeHead(301, { Location: `${path}/` }).end()
      return
    }
    const file = join(root, name, isFolder ? 'index.html' : '')
    if (name.startsWith('..') || !existsSync(file)) {
      response.writeHead(404, { 'Content-Type': 'text/html' }).end('<h1>Error response</h1>')
      return
    }
    const type = types[extname(file)] ?? 'application/octet-stream'
    response.writeHead(200, { 'Content-Type': type }).end(readFileSync(file))
  })
  return listen(server, base, 0)
}

function isFolderAt(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
