import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { base } from '../src/site.ts'
import { readArguments } from './read-arguments.ts'
import { readPort } from './read-port.ts'
import { runNode } from './run-step.ts'
import { listen, serve } from './serve.ts'

const USUAL_PORT = 4321

const USAGE = `Serves the site with the headers of a real host, until stopped with Ctrl+C.

  npm start                  builds it first
  npm run preview            what dist has
  npm run preview -- --port N

  --port N   the port to serve at; without it ${USUAL_PORT} or, where that is taken, a free one
`

const { values, refuse } = readArguments(
  USAGE,
  { build: { type: 'boolean', default: false }, port: { type: 'string' } },
  [0, 0],
)
// Before a build, which takes long.
const port = await freePort(values.port === undefined ? null : readPort(values.port, refuse))
if (values.build) {
  const status = runNode(['scripts/build-site.ts'])
  if (status !== 0) process.exit(status)
}
if (!existsSync('dist/index.html')) stop('There is no site in dist; npm start builds one first.')
const { url } = await serve({ root: 'dist', base, port })
console.log(`\nThe site is at ${url}\nStop it with Ctrl+C.`)

/** The port that is wanted, or the usual one, or 0 for any. Ends the process where the wanted one can't be had. */
async function freePort(wanted: number | null): Promise<number> {
  try {
    const probe = await listen(createServer(), base, wanted ?? USUAL_PORT)
    await probe.close()
    return wanted ?? USUAL_PORT
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (wanted !== null) {
      const why = code === 'EADDRINUSE' ? 'is taken' : `can't be used (${message})`
      stop(`Port ${wanted} ${why}; name another one, or none and any free one is used.`)
    }
    console.log(`Port ${USUAL_PORT} is taken, so another one is used.`)
    return 0
  }
}

function stop(message: string): never {
  console.error(message)
  process.exit(1)
}
