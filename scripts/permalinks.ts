import { replaceFile } from './files.ts'
import { buildCorpus } from './pipeline/build-corpus.ts'
import {
  mergePermalink,
  type PermalinkRegistry,
  restorePermalink,
  withdrawPermalink,
} from './pipeline/permalink-registry.ts'
import type { Problem } from './pipeline/problem.ts'
import { formatRegistry, parseRegistry } from './pipeline/registry-file.ts'
import { exitWithProblems } from './print-problems.ts'
import { readArguments } from './read-arguments.ts'
import { readProject, sourceOptions } from './read-project.ts'

const USAGE = `Changes what a published id leads to. An id is never removed.

  npm run permalinks -- merge ID INTO               ID redirects to INTO
  npm run permalinks -- withdraw ID... --why TEXT   each ID keeps a page that says why the paper is gone
  npm run permalinks -- restore ID...               each ID has its paper again, after a mistaken withdrawal
`

const { values, positionals, refuse } = readArguments(
  USAGE,
  { ...sourceOptions, why: { type: 'string', default: '' } },
  [2, Number.POSITIVE_INFINITY],
)
const [command, ...ids] = positionals

const sources = await readProject(values)
const { file, text } = sources.registry
const { registry, problems } = parseRegistry(file, text)
if (problems.length > 0) exitWithProblems(problems)
const changed = change()

// Such as those that this is to mend, when a listing was taken away.
const known = new Set(problemsWith(registry).map(({ message }) => message))
const added = problemsWith(changed).filter(({ message }) => !known.has(message))
if (added.length > 0) exitWithProblems(added)
await replaceFile(file, formatRegistry(changed))
console.log(`${file} is changed; run "npm run build" to see the effect.`)

function change(): PermalinkRegistry {
  try {
    const [id, into] = ids
    if (command === 'merge')
      return id && into && ids.length === 2
        ? mergePermalink(registry, id, into)
        : refuse('"merge" takes two ids.')
    if (command === 'withdraw')
      return ids.reduce((before, gone) => withdrawPermalink(before, gone, values.why), registry)
    if (command === 'restore') return ids.reduce(restorePermalink, registry)
  } catch (error) {
    return stop((error as Error).message)
  }
  return refuse(`There is no command "${command}".`)
}

/** What the next build would say. */
function problemsWith(next: PermalinkRegistry): Problem[] {
  const built = buildCorpus({ ...sources, registry: { file, text: formatRegistry(next) } })
  return 'problems' in built ? built.problems : []
}

function stop(message: string): never {
  console.error(message)
  process.exit(1)
}
