import { counted, FACT_NAMES } from './facts.ts'
import type { Paper } from './model.ts'

/**
 * What a citation of the paper lacks because the source does not state it, or
 * has although the source does not print it, in sentences. At least one.
 */
export function sourceGaps({ authorCount, date, sightings, corrections }: Paper): string[] {
  const dating = date
    ? sightings.find((sighting) => sighting.date?.value === date.value)
    : sightings.find(({ datePrinted }) => datePrinted)
  const countedBySource = !corrections.some(({ field }) => field === 'authorCount')
  return [
    authorCount === null
      ? 'Authors and place of publication are not in the source.'
      : `The source ${countedBySource ? `counts ${counted(authorCount, 'author')} and names none` : 'names no authors'}; the place of publication is not in it.`,
    ...dateGaps(date, dating?.datePrinted ?? null),
    ...corrections.flatMap(({ field, from }) =>
      field === 'title' || field === 'abstract'
        ? []
        : `The source gives “${from}” for the ${FACT_NAMES[field]}, which is corrected here.`,
    ),
  ]
}

function dateGaps(date: Paper['date'], printed: string | null): string[] {
  if (date && !date.yearInferred) return []
  if (date)
    return [
      printed ? `The source prints “${printed}”; the year is inferred.` : 'The year is inferred.',
    ]
  return [
    printed ? `The source prints “${printed}” without a year.` : 'The date is not in the source.',
  ]
}
