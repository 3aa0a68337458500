import { readTextFile, replaceFile } from './files.ts'
import { mergePermalink, withdrawPermalink } from './pipeline/permalink-registry.ts'
import { formatRegistry, parseRegistry } from './pipeline/registry-file.ts'
import { exitWithProblems } from './print-problems.ts'
import { readArguments } from './read-arguments.ts'

const USAGE = `Changes what a published id leads to. An id is never removed.

  npm run permalinks -- merge ID INTO            ID redirects to INTO
  npm run permalinks -- withdraw ID --why TEXT   ID keeps a page that says why the paper is gone
`

const { values, positionals } = readArguments(
  USAGE,
  {
    why: { type: 'string', default: '' },
    registry: { type: 'string', default: 'data/permalinks.json' },
  },
  [2, 3],
)
const [command, id = '', into = ''] = positionals

const { registry, problems } = parseRegistry(values.registry, await readTextFile(values.registry))
if (problems.length > 0) exitWithProblems(problems)

try {
  if (command === 'merge' && into)
    await replaceFile(values.registry, formatRegistry(mergePermalink(registry, id, into)))
  else if (command === 'withdraw')
    await replaceFile(values.registry, formatRegistry(withdrawPermalink(registry, id, values.why)))
  else {
    console.error(USAGE)
    process.exit(1)
  }
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
console.log(`${values.registry} is changed; run "npm run build" to see the effect.`)
