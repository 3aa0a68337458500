/**
 * `node scripts/bootstrap.mjs scripts/some.ts [arguments]` makes the project
 * ready (packages, a Node that runs TypeScript) and then runs the script.
 * Plain JavaScript for Node 20 and later.
 *
 * It starts the script itself, because a shell that has found the system's
 * `node` once goes on using it after the install brought another one.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
// html-validate is the strictest of the tools; Astro wants 22.12, type stripping 22.18.
const NODE_WANTED = '22.22 or a later 22, or 24.8 and later'

/** @param {string} version such as 24.21.0 */
function isNodeRecent(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return (major === 22 && minor >= 22) || (major === 24 && minor >= 8) || major > 24
}

/**
 * Whether node_modules holds each locked package that every system needs, at its version.
 * @returns {boolean}
 */
function isInstalled() {
  const installedLock = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installedLock)) return false
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages
  return Object.entries(locked).every(
    ([path, { optional, devOptional, version }]) =>
      path === '' || optional || devOptional || installed[path]?.version === version,
  )
}

function install() {
  if (isInstalled()) return
  console.log('Installing the packages of package-lock.json (npm ci) …')
  // npm gives the path of its own program, so this works where `npm` is a .cmd file.
  const npm = process.env.npm_execpath
  const [program, ...args] = npm ? [process.execPath, npm, 'ci'] : ['npm', 'ci']
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) stop('npm ci failed; its message is above.')
}

/** @returns {string[]} programs of the Node packages that npm has chosen for this system */
function bundledNodes() {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return Object.keys(optionalDependencies)
    .map((name) => join(root, 'node_modules', name, 'package.json'))
    .filter((file) => existsSync(file))
    .map((file) => join(dirname(file), JSON.parse(readFileSync(file, 'utf8')).bin.node))
}

/** @returns {string} the Node to run scripts with */
function findNode() {
  // One that came with the install does not start where the system has another C library.
  for (const node of [...bundledNodes(), process.execPath]) {
    const { stdout } = spawnSync(node, ['--print', 'process.versions.node'], { encoding: 'utf8' })
    if (stdout && isNodeRecent(stdout.trim())) return node
  }
  return stop(
    `Node ${process.versions.node} cannot run this project, and no newer one comes with it for ` +
      `${process.platform} ${process.arch}. Install Node ${NODE_WANTED}, from nodejs.org for ` +
      'example, and run the command again.',
  )
}

/**
 * @param {string} message
 * @returns {never}
 */
function stop(message) {
  console.error(message)
  process.exit(1)
}

install()
const { status, signal } = spawnSync(findNode(), process.argv.slice(2), {
  stdio: 'inherit',
  env: {
    // What the scripts were compiled to is kept, which is a third of a short run.
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
    ...process.env,
  },
})
process.exitCode = status ?? (signal === 'SIGINT' ? 130 : 1)
