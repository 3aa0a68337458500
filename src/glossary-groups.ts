import { glossary, paperById } from './corpus.ts'
import { groupAlphabetically } from './shared/alphabet.ts'
import type { Paper } from './shared/model.ts'

/** Abbreviations by their first letter, as the pages of the glossary show them. */
export const glossaryGroups = groupAlphabetically(
  glossary.map(({ short, meanings }, index) => ({
    short,
    // Short forms that differ only in case (RNNs and RnNs) would share an id.
    anchor: `${short.toLowerCase()}-${index + 1}`,
    meanings: meanings.map(({ long, papers }) => ({
      long,
      papers: papers.map((id) => paperById.get(id) as Paper),
    })),
  })),
  ({ short }) => short,
)
