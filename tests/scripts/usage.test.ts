import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { listen } from '../../scripts/serve.ts'

const nowhere = mkdtempSync(join(tmpdir(), 'lectern-usage-'))
afterAll(() => rmSync(nowhere, { recursive: true }))

/** What a script of this repository says and ends with in an empty folder. */
async function run(...[script = '', ...args]: string[]) {
  const child = spawn(process.execPath, [resolve(script), ...args], { cwd: nowhere })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => (stdout += chunk))
  child.stderr.on('data', (chunk) => (stderr += chunk))
  const status = await new Promise<number | null>((done) => child.on('close', done))
  return { status, stdout, stderr, files: readdirSync(nowhere) }
}

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
}
const commands = Object.entries(scripts)
  .filter(([, command]) => / scripts\/\S+\.ts/.test(command))
  .map(([name, command]) => ({
    name,
    command,
    args: /^node scripts\/bootstrap\.mjs (scripts\/.+)$/.exec(command)?.[1]?.split(' ') ?? [],
  }))

test('each command is one script, so that its arguments are read before anything is done', () => {
  expect(commands.filter(({ args }) => args.length === 0 || args.includes('&&'))).toEqual([])
})

test('each command answers an unknown option by its usage, and does nothing', async () => {
  const started = commands.map(({ args }) => run(...args, '--nosuch'))
  for (const [index, { name }] of commands.entries()) {
    const said = await started[index]
    expect(said, name).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^Unknown option '--nosuch'.*\n\n[^\n]+\.\n\n {2}n/),
      files: [],
    })
    expect(said?.stderr, name).toMatch(new RegExp(`^ {2}npm (run )?${name}(?= {2}|$| -- )`, 'm'))
  }
})

test.each([
  ['scripts/fit-topics.ts --help', 0, /^$/],
  ['scripts/fit-topics.ts now', 1, /^"now" is one argument too many\.\n\n/],
  ['scripts/test.ts units', 1, /^There is no check "units"\.\n\n/],
  ['scripts/write-headers.ts --nginx lunr', 1, /^There are no headers for "lunr"\.\n\n/],
  ['scripts/write-archive.ts --build site', 1, /^--build builds dist; name no folder\.\n\n/],
  ['scripts/write-archive.ts site', 1, /^There is no built site in "site"\.\n\n/],
  ['scripts/preview.ts --port 80a', 1, /^--port "80a" is no port; .+\n\n/],
  ['scripts/dev.ts --port 65536', 1, /^--port "65536" is no port; .+\n\n/],
  ['scripts/preview.ts', 1, /^There is no site in dist; .+\n$/],
])('%s ends with %i', async (command, status, stderr) => {
  expect(await run(...command.split(' '))).toMatchObject({
    status,
    stderr: expect.stringMatching(stderr),
    files: [],
  })
})

test('a port that was asked for and is taken is told before the site is built', async () => {
  const server = await listen(createServer(), '/', 0)
  const { port } = new URL(server.url)
  expect(await run('scripts/preview.ts', '--build', '--port', port)).toEqual({
    status: 1,
    stdout: '',
    stderr: `Port ${port} is taken; name another one, or none and any free one is used.\n`,
    files: [],
  })
  await server.close()
})
