import type { Paper, PermalinksFile, TextField } from '../../src/shared/model.ts'
import type { Problem } from './problem.ts'
import type { CorrectionRequest } from './read-correction-request.ts'
import type { CuratedCorrection } from './read-corrections.ts'
import { explainRefusedMath, findRefusedMath, readInlineMath } from './repair/find-math.ts'
import { type RepairedText, repairText } from './repair-text.ts'

/** A correction to curate, before it stands in the file. */
export type ProposedCorrection = Omit<CuratedCorrection, 'line'>

type Permalink = Pick<PermalinksFile['permalinks'][number], 'id' | 'state' | 'into'>

/** What is published, and what is curated already. */
interface Known {
  papers: readonly Paper[]
  permalinks: readonly Permalink[]
  curated: readonly CuratedCorrection[]
}

/**
 * The curated correction of a printed text that publishes what a reader asks for. Readers quote the
 * published text, while corrections replace printed text before any rule of repair. So the fewest
 * changed words are tried first, and the result must be the wanted text, character for character.
 */
export function proposeCorrection(
  file: string,
  request: CorrectionRequest,
  why: string,
  { papers, permalinks, curated }: Known,
): { correction: ProposedCorrection | null; problems: Problem[] } {
  const refuse = (key: keyof CorrectionRequest['lines'], message: string) => ({
    correction: null,
    problems: [{ file, line: request.lines[key], message }],
  })
  const paper = papers.find(({ id }) => id === request.id)
  if (!paper) return refuse('id', explainMissing(request.id, permalinks))

  const { field, old } = request
  const published = paper[field]
  const times = published.split(old).length - 1
  if (times !== 1)
    return refuse(
      'old',
      times === 0
        ? `"old" does not stand in the published ${field}; copy it from the page, letter by letter`
        : `"old" stands ${times} times in the published ${field}; quote more words around it`,
    )
  const at = published.indexOf(old)
  if (findRefusedMath(request.new).length > 0) return refuse('new', explainRefusedMath(request.new))
  const { to: replacement } = readInlineMath(request.new)
  if (replacement.includes(old) && published.includes(replacement))
    return refuse('old', `the published ${field} says so already; there is nothing to correct`)
  const wanted = published.slice(0, at) + replacement + published.slice(at + old.length)

  const own = curated.filter(
    (correction) =>
      correction.field === field &&
      paper.titleAsPrinted.some((title) => title.startsWith(correction.in)),
  )
  for (const printed of printedVariants(paper, field)) {
    const before = repairText(printed, field, own)
    if (before.text !== published) continue
    for (const { from, to } of widenEdit(old, request.new)) {
      const title = paper.titleAsPrinted[0] as string
      const correction = { field, in: title, from, to, why }
      const after = repairText(printed, field, [...own, { ...correction, line: 0 }])
      if (after.text === wanted && keepsMath(before, after)) return { correction, problems: [] }
    }
  }
  return refuse(
    'old',
    `the printed ${field} differs here from the published one, so that replacing words does not give the wanted text; write the correction by hand, as docs/maintaining.md says`,
  )
}

function explainMissing(id: string, permalinks: readonly Permalink[]): string {
  const permalink = permalinks.find((entry) => entry.id === id)
  if (!permalink) return `there is no paper "${id}"; copy the id from the paper's address`
  return permalink.state === 'merged'
    ? `"${id}" is merged into "${permalink.into}"; correct that paper`
    : `"${id}" is withdrawn, and its text is not published; there is nothing to correct`
}

/** A printed abstract that needed no repair is the published one, and not listed apart. */
function printedVariants(paper: Paper, field: TextField): string[] {
  return field === 'title'
    ? paper.titleAsPrinted
    : [...new Set([...paper.abstractAsPrinted, paper.abstract])]
}

function keepsMath(before: RepairedText, after: RepairedText): boolean {
  return after.math.length >= before.math.length
}

/** The changed words, then with one more word on either side, and so on up to the whole texts. */
function widenEdit(from: string, to: string): { from: string; to: string }[] {
  // Words stand at even places, the space between them at odd ones.
  const [a, b] = [from.split(/(\s+)/), to.split(/(\s+)/)]
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start++
  start -= start % 2
  let end = 0
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++
  end -= end % 2

  const edits = [join(a, b, start, end)]
  while (start > 0 || end > 0) {
    start = Math.max(0, start - 2)
    end = Math.max(0, end - 2)
    edits.push(join(a, b, start, end))
  }
  return edits.filter((edit) => edit.from !== '')
}

function join(a: string[], b: string[], start: number, end: number): { from: string; to: string } {
  return {
    from: a.slice(start, a.length - end).join(''),
    to: b.slice(start, b.length - end).join(''),
  }
}
