import type { Correction, MathSpan, Span, TextField } from '../../src/shared/model.ts'
import type { CuratedCorrection } from './read-corrections.ts'
import { characterRules, spacingRules } from './repair/character-rules.ts'
import { describeChanges } from './repair/describe-changes.ts'
import { readInlineMath } from './repair/find-math.ts'
import { latexRules, unknownMacro } from './repair/latex-rules.ts'
import { mathRules } from './repair/math-rules.ts'
import type { RepairRule } from './repair/repair-rule.ts'
import { applyEdits, type Draft, type Edit, keepApart } from './repair/text-edits.ts'

export interface RepairedText {
  /** Reads as plain Unicode throughout. */
  text: string
  /** In order; offsets in `text`, in UTF-16 code units. */
  math: MathSpan[]
  corrections: Correction[]
  /** The curated corrections that found something to correct. */
  applied: CuratedCorrection[]
}

// Formulas come before LaTeX in prose, which must not touch what they hold.
const [delimitedMath, ...otherMath] = mathRules
const rules: RepairRule[] = [
  ...characterRules,
  delimitedMath as RepairRule,
  ...latexRules,
  ...otherMath,
  unknownMacro,
  ...spacingRules,
]

/** All rules in the order in which they are applied. */
export const repairRules: { id: string; description: string }[] = [
  {
    id: 'curated',
    description:
      'A correction decided by a person, with the reason in data/curated/corrections.yaml.',
  },
  ...rules.map(({ id, description }) => ({ id, description })),
]

/** A repair may open the way for another; text that is still moving after this is left as it is. */
const MOST_ROUNDS = 8

/**
 * Repairs a printed title or abstract for display: curated corrections first, then the rules until
 * none finds anything. Never throws; repairing the result again changes nothing.
 */
export function repairText(
  printed: string,
  field: TextField,
  curated: CuratedCorrection[],
): RepairedText {
  const applied: CuratedCorrection[] = []
  let draft: Draft = { text: printed, math: [], changes: [] }
  for (const correction of curated) {
    if (correction.field !== field) continue
    const edits = findCurated(draft.text, correction)
    if (edits.length > 0) applied.push(correction)
    draft = edit(draft, 'curated', edits)
  }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = draft.text
    for (const rule of rules) draft = applyRule(draft, rule)
    if (draft.text === before) break
  }
  const { text, math, changes } = draft
  return { text, math, corrections: describeChanges(field, printed, text, changes), applied }
}

function applyRule(draft: Draft, rule: RepairRule): Draft {
  const edits = rule.find(draft.text)
  return edits.length === 0
    ? draft
    : edit(draft, rule.id, keepApart(edits, rule.touchesUrls ? [] : findUrls(draft.text)))
}

/** A formula that an edit reaches into is no longer that formula, so it becomes plain text. */
function edit(draft: Draft, rule: string, edits: Edit[]): Draft {
  return applyEdits({ ...draft, math: keepApart(draft.math, edits) }, rule, edits)
}

function findCurated(text: string, { from, to }: CuratedCorrection): Edit[] {
  const edits: Edit[] = []
  for (let at = text.indexOf(from); at !== -1; at = text.indexOf(from, at + from.length))
    edits.push({ start: at, end: at + from.length, ...readInlineMath(to) })
  return edits
}

function findUrls(text: string): Span[] {
  return [...text.matchAll(/https?:\/\/\S+/gi)].map(({ 0: url, index }) => ({
    start: index,
    end: index + url.length,
  }))
}
