/** Serves dist, at port 4321 or, where that is taken, at a free one, until stopped. */
import { base } from '../src/site.ts'
import { serve } from './serve.ts'

const USUAL_PORT = 4321

const options = { root: 'dist', base, port: USUAL_PORT }
const { url } = await serve(options).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error
  console.log(`Port ${USUAL_PORT} is taken, so another one is used.`)
  return serve({ ...options, port: 0 })
})
console.log(`\nThe site is at ${url}\nStop it with Ctrl+C.`)
