import { readArguments } from './read-arguments.ts'
import { readPort } from './read-port.ts'
import { runNode } from './run-step.ts'

const USAGE = `Builds the data and serves the site with live reload, until stopped with Ctrl+C.

  npm run dev
  npm run dev -- --port N

  --port N   the port to serve at; without it 4321. Where it is taken, the next free one
  --host     lets other devices of the network see it

After a change of data/ run npm run data.
`

const { values, refuse } = readArguments(
  USAGE,
  { port: { type: 'string' }, host: { type: 'boolean', default: false } },
  [0, 0],
)
const options = [
  ...(values.port === undefined ? [] : ['--port', String(readPort(values.port, refuse))]),
  ...(values.host ? ['--host'] : []),
]
process.exitCode = runNode(['scripts/build-data.ts'])
if (process.exitCode === 0) process.exitCode = runNode(['scripts/astro.ts', 'dev', ...options])
