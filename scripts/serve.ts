/** A small static server for the built site, with the headers that real hosts send. */
import { readFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { headersFor } from '../src/shared/headers.ts'
import type { SearchEngineName } from '../src/shared/search-engine.ts'
import { builtSearchEngine } from './built-search.ts'
import { contentTypeOf } from './content-types.ts'

interface ServeOptions {
  /** Folder of the built site. */
  root: string
  /** Path the site lives at, such as `/` or `/lectern/`. */
  base: string
  /** 0 takes any free port. */
  port: number
}

export interface StaticServer {
  /** Address of the home page, with the base. */
  url: string
  close(): Promise<void>
}

interface Reply {
  status: 200 | 301 | 400 | 404 | 405
  /** Base-relative path that the headers are for. */
  path: string
  file?: { name: string; content: Buffer }
  location?: string
}

/** Serves `root` on 127.0.0.1 until closed. Rejects if the port is taken. */
export async function serve({ root, base, port }: ServeOptions): Promise<StaticServer> {
  const folder = resolve(root)
  const engine = builtSearchEngine(folder)
  const zip = gzipOnce()
  const server = createServer(async (request, response) => {
    const reply = await answer(folder, base, request.method ?? '', request.url ?? '')
    send(response, reply, {
      engine,
      zip: /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') ? zip : null,
      withBody: request.method !== 'HEAD',
    })
  })
  return listen(server, base, port)
}

/** Lets a server answer on 127.0.0.1 until closed. Rejects if the port is taken; 0 takes any free one. */
export async function listen(server: Server, base: string, port: number): Promise<StaticServer> {
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', done)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function answer(root: string, base: string, method: string, target: string): Promise<Reply> {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, path: '/' }
  const [rawPath = ''] = target.split('?', 1)
  const search = target.slice(rawPath.length)
  const path = decodePath(rawPath)
  if (path === null) return { status: 400, path: '/' }
  if (`${path}/` === base) return { status: 301, path: '/', location: `${base}${search}` }
  if (!path.startsWith(base)) return notFound(root, '/')

  const relative = path.slice(base.length - 1)
  const name = relative.endsWith('/') ? `${relative}index.html` : relative
  const content = await readInside(root, name)
  if (content) return { status: 200, path: relative, file: { name, content } }
  if (await readInside(root, `${relative}/index.html`))
    return { status: 301, path: relative, location: `${rawPath.replace(/^\/+/, '/')}/${search}` }
  return notFound(root, relative)
}

function decodePath(rawPath: string): string | null {
  try {
    const path = decodeURIComponent(rawPath)
    return path.includes('\0') ? null : path
  } catch {
    return null
  }
}

/** The bytes of a file below `root`, or null where there is none. */
async function readInside(root: string, name: string): Promise<Buffer | null> {
  const file = resolve(root, `.${name}`)
  if (!file.startsWith(root + sep)) return null
  try {
    return await readFile(file)
  } catch {
    return null
  }
}

async function notFound(root: string, path: string): Promise<Reply> {
  const content = await readInside(root, '/404.html')
  return content
    ? { status: 404, path, file: { name: '/404.html', content } }
    : { status: 404, path }
}

/** Compresses what a file holds, and again only when it holds something else. */
type Zip = (file: { name: string; content: Buffer }) => Buffer

function gzipOnce(): Zip {
  const known = new Map<string, { content: Buffer; zipped: Buffer }>()
  return ({ name, content }) => {
    const last = known.get(name)
    if (last?.content.equals(content)) return last.zipped
    const zipped = gzipSync(content)
    known.set(name, { content, zipped })
    return zipped
  }
}

interface SendOptions {
  engine: SearchEngineName
  /** Null for who takes no compressed answer. */
  zip: Zip | null
  withBody: boolean
}

function send(
  response: ServerResponse,
  { status, path, file, location }: Reply,
  { engine, zip, withBody }: SendOptions,
): void {
  const headers: Record<string, string | number> = headersFor(path, engine)
  if (location !== undefined) headers.Location = location
  let body = file?.content ?? Buffer.from(`${status}\n`)
  headers['Content-Type'] = contentTypeOf(file?.name ?? 'status.txt')
  if (file && isText(file.name)) {
    headers.Vary = 'Accept-Encoding'
    if (zip) {
      body = zip(file)
      headers['Content-Encoding'] = 'gzip'
    }
  }
  headers['Content-Length'] = body.length
  response.writeHead(status, headers)
  response.end(withBody ? body : undefined)
}

function isText(name: string): boolean {
  return /^text\/|json|xml|javascript/.test(contentTypeOf(name))
}
