/** Runs the Astro command line with telemetry off: `node scripts/astro.ts build`. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const astro = fileURLToPath(new URL('../node_modules/astro/bin/astro.mjs', import.meta.url))
const { status } = spawnSync(process.execPath, [astro, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
})
process.exitCode = status ?? 1
