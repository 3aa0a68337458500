import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** An nginx that can be started, and its list of types. */
interface Nginx {
  program: string
  types: string
}

/** The nginx of this system, or Debian's, unpacked below `folder` and not installed; or why there is none. */
export function findNginx(folder: string): Nginx | { missing: string } {
  const installed = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/bin/nginx'].find(
    (program) => starts(program),
  )
  const types = '/etc/nginx/mime.types'
  if (installed && existsSync(types)) return { program: installed, types }

  const packages = ['nginx', 'nginx-common']
  const download = spawnSync('apt-get', ['download', ...packages], { cwd: folder })
  if (download.status !== 0)
    return { missing: 'it is not installed, and apt-get cannot download it here' }
  const unpack = spawnSync('sh', ['-c', 'for deb in *.deb; do dpkg -x "$deb" unpacked; done'], {
    cwd: folder,
  })
  const unpacked = {
    program: join(folder, 'unpacked/usr/sbin/nginx'),
    types: join(folder, 'unpacked/etc/nginx/mime.types'),
  }
  return unpack.status === 0 && starts(unpacked.program)
    ? unpacked
    : { missing: 'Debian’s nginx was downloaded but does not start here' }
}

function starts(program: string): boolean {
  return spawnSync(program, ['-v']).status === 0
}

/** A site for nginx to serve. */
interface NginxSite {
  /** What `renderNginx` gives. */
  files: Record<string, string>
  /** Folder that the addresses begin at. */
  root: string
}

export interface RunningNginx {
  /** Origins of the sites, in order. */
  origins: string[]
  stop(): void
}

/** Starts one nginx on 127.0.0.1 that serves all sites with their files as they are, but for port and root. */
export async function startNginx(nginx: Nginx, sites: readonly NginxSite[]): Promise<RunningNginx> {
  const prefix = mkdtempSync(join(tmpdir(), 'lectern-nginx-'))
  const ports = await freePorts(sites.length)
  const at = (name: string) => join(prefix, name)
  copyFileSync(nginx.types, at('mime.types'))
  for (const [index, { files, root }] of sites.entries()) {
    mkdirSync(at(`site-${index}`))
    for (const [name, text] of Object.entries(files))
      writeFileSync(
        at(`site-${index}/${name}`),
        text
          .replaceAll('include lectern/', `include site-${index}/`)
          .replace('listen 80;', `listen 127.0.0.1:${ports[index]};`)
          .replace('root /var/www/lectern;', `root "${root}";`),
      )
  }
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  writeFileSync(
    at('nginx.conf'),
    `${process.getuid?.() === 0 ? `user ${userInfo().username};` : ''}
worker_processes 1;
pid nginx.pid;
error_log error.log;
events {}
http {
    access_log off;
    ${temporary.map((name) => `${name}_temp_path ${name};`).join('\n    ')}
    ${sites.map((_, index) => `include site-${index}/lectern.conf;`).join('\n    ')}
}
`,
  )
  const command = ['-p', `${prefix}/`, '-c', at('nginx.conf'), '-e', at('error.log')]
  // It goes into the background when its ports are open.
  const { status, stderr } = spawnSync(nginx.program, command, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`nginx does not start: ${stderr}`)
  return {
    origins: ports.map((port) => `http://127.0.0.1:${port}`),
    stop: () => {
      execFileSync(nginx.program, [...command, '-s', 'stop'])
      rmSync(prefix, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer()
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
      return server
    }),
  )
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))))
  return ports
}

/** The committed files of a folder. */
export function readNginxFiles(folder: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}
