import { z } from 'astro/zod'
import type { TextField } from '../../src/shared/model.ts'
import type { Problem } from './problem.ts'
import { readCurated } from './read-curated.ts'
import { explainRefusedMath, findDelimitedMath, findRefusedMath } from './repair/find-math.ts'

/** A repair that no rule can know, decided by a person in data/curated/corrections.yaml. */
export interface CuratedCorrection {
  field: TextField
  /** The printed title of the paper, or its beginning. */
  in: string
  /** What is printed, exactly; every occurrence in the field is meant. */
  from: string
  /** What to publish; `$…$` in it is math. The same as `from` says that it is right as printed. */
  to: string
  why: string
  /** Where the correction stands in its file, from 1. */
  line: number
}

const correctionSchema = z
  .strictObject({
    field: z.enum(['title', 'abstract']),
    in: z.string().min(8, 'give at least 8 characters of the printed title'),
    from: z.string().min(1, 'give the printed text to replace'),
    to: z
      .string()
      .refine((to) => findRefusedMath(to).length === 0, {
        error: ({ input }) => explainRefusedMath(input as string),
      })
      .optional(),
    tex: z
      .string()
      .min(1, 'give the LaTeX source')
      .refine(isFormula, {
        error: ({ input }) =>
          `"${input}" can't be set as a formula; give LaTeX that KaTeX reads, without dollar signs or blanks around it`,
      })
      .optional(),
    why: z.string().trim().min(8, 'say why, in a few words of 8 characters or more'),
  })
  .refine(({ to, tex }) => (to === undefined) !== (tex === undefined), {
    error: 'give either `to` (text) or `tex` (a formula), so that it is clear what to publish',
  })

/** Whether `$…$` around it makes one formula of all of it. */
function isFormula(tex: string): boolean {
  const [formula] = findDelimitedMath(`$${tex}$`)
  return !tex.includes('$') && formula?.start === 0 && formula.end === tex.length + 2
}

const schema = z.strictObject({ corrections: z.array(correctionSchema).nullable().default([]) })

/** Reads the file of curated corrections. With any problem there are no corrections. */
export function readCorrections(
  yamlText: string,
  file: string,
): { corrections: CuratedCorrection[]; problems: Problem[] } {
  const { value, problems, lineOf } = readCurated(file, yamlText, schema)
  if (value === null) return { corrections: [], problems }
  return {
    problems,
    corrections: (value.corrections ?? []).map(({ tex, to, ...correction }, index) => ({
      ...correction,
      to: to ?? `$${tex}$`,
      line: lineOf(['corrections', index]),
    })),
  }
}
