import type { Edit } from './text-edits.ts'

const opening =
  /\\(?:text(?:bf|it|tt|sc|sf|rm|up|sl|normal)|emph|underline|mbox|textsuperscript|url)\{|\{\\(?:em|bf|it|tt|sc|sf|rm|bfseries|itshape|ttfamily|scshape)\s+|[{}]/g

/** Edits that take out style commands and the brace that ends each, at any depth, in one pass. */
export function findStyleCommands(text: string): Edit[] {
  const open: (Edit | null)[] = []
  const edits: Edit[] = []
  for (const { 0: token, index } of text.matchAll(opening)) {
    const edit = { start: index, end: index + token.length, to: '' }
    if (token === '{') open.push(null)
    else if (token !== '}') open.push(edit)
    else {
      const begun = open.pop()
      // A brace of its own that opens nothing known is somebody else's.
      if (begun) edits.push(begun, edit)
    }
  }
  return edits.sort((a, b) => a.start - b.start)
}
