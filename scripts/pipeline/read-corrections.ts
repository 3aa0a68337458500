import { z } from 'astro/zod'
import type { Organization, TextField } from '../../src/shared/model.ts'
import { readOrganization } from './parse-listing.ts'
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

/** A fact that a listing states wrongly, decided by a person in the same file. */
export type CuratedFact = {
  /** The printed title of the paper, or its beginning. */
  in: string
  why: string
  /** Where the correction stands in its file, from 1. */
  line: number
  /** What is printed, exactly; every listing that prints it is meant. */
  from: string
} & (
  | { field: 'date'; to: string }
  | { field: 'authorCount'; to: number }
  | { field: 'organization'; to: Organization }
)

/** Whether a curated entry is about the paper of a printed title. */
export function isAbout(curated: Pick<CuratedFact, 'in'>, title: string): boolean {
  return title.startsWith(curated.in)
}

/** Why something is corrected. */
export const reasonSchema = z
  .string()
  .trim()
  .min(8, 'say why, in a few words of 8 characters or more')

const common = {
  in: z.string().min(8, 'give at least 8 characters of the printed title'),
  why: reasonSchema,
}

const textSchema = z
  .strictObject({
    ...common,
    field: z.enum(['title', 'abstract']),
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
  })
  .refine(({ to, tex }) => (to === undefined) !== (tex === undefined), {
    error: 'give either `to` (text) or `tex` (a formula), so that it is clear what to publish',
  })

/** Whether `$…$` around it makes one formula of all of it. */
function isFormula(tex: string): boolean {
  const [formula] = findDelimitedMath(`$${tex}$`)
  return !tex.includes('$') && formula?.start === 0 && formula.end === tex.length + 2
}

const dateSchema = z.strictObject({
  ...common,
  field: z.literal('date'),
  from: z.string().min(1, 'give the date as printed'),
  to: z.iso.date('give a day of the calendar as 2024-11-26'),
})

const authorCountSchema = z.strictObject({
  ...common,
  field: z.literal('authorCount'),
  from: z.int('give the number that is printed').positive().transform(String),
  to: z.int('give the number of authors').positive(),
})

const organizationSchema = z.strictObject({
  ...common,
  field: z.literal('organization'),
  from: z.string().min(1, 'give the badge as printed'),
  to: z.string().transform((badge, context) => {
    const organization = readOrganization(badge)
    if (organization) return organization
    context.addIssue('give the account and the name, such as "Qwen Qwen Team"')
    return z.NEVER
  }),
})

const schema = z.strictObject({
  corrections: z
    .array(
      z.discriminatedUnion(
        'field',
        [textSchema, dateSchema, authorCountSchema, organizationSchema],
        { error: 'give title, abstract, date, authorCount or organization' },
      ),
    )
    .nullable()
    .default([]),
})

/** What the file of curated corrections says. */
export interface CuratedCorrections {
  corrections: CuratedCorrection[]
  facts: CuratedFact[]
}

/** Reads the file of curated corrections. With any problem there are no corrections. */
export function readCorrections(
  yamlText: string,
  file: string,
): CuratedCorrections & { problems: Problem[] } {
  const { value, problems, lineOf } = readCurated(file, yamlText, schema)
  const corrections: CuratedCorrection[] = []
  const facts: CuratedFact[] = []
  for (const [index, entry] of (value?.corrections ?? []).entries()) {
    const line = lineOf(['corrections', index])
    if (entry.field === 'date' || entry.field === 'authorCount' || entry.field === 'organization')
      facts.push({ ...entry, line })
    else {
      const { tex, to = `$${tex}$`, ...correction } = entry
      corrections.push({ ...correction, to, line })
    }
  }
  return { corrections, facts, problems }
}
