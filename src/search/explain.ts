import { byCodeUnit } from '../shared/code-unit-order.ts'
import { groupBy } from '../shared/group-by.ts'
import { CODE, formKey, OFFERED_CODE, wordsOf } from './analyse.ts'
import { INDEX_FIELDS, type IndexField } from './index-files.ts'
import type { SoughtTerm } from './match.ts'
import type { Expansion, FoundBy, Reason } from './model.ts'
import { phraseTerm } from './names.ts'
import type { MetPart } from './rank.ts'
import type { MetRun, Requirement } from './requirements.ts'

/** The terms found in a field, with the parts of the query that they meet. */
export function termsToMark(met: MetPart[], field: IndexField): Map<string, number[]> {
  const found = met.flatMap(({ met: { terms } }, part) =>
    Object.entries(terms)
      .filter(([, fields]) => fields.includes(field))
      .flatMap(([term]) => (term === OFFERED_CODE ? [term, ...CODE] : term))
      .map((term) => ({ term, part })),
  )
  const byTerm = groupBy(found, ({ term }) => term)
  return new Map([...byTerm].map(([term, own]) => [term, own.map(({ part }) => part)]))
}

/** What a paper was found by; a paraphrase is shown if a word that had to be stands nowhere else. */
export function foundBy(met: MetPart[]): FoundBy {
  const only = met.filter(isByParaphrase)
  return {
    terms: termsToMark(met, 'abstract'),
    paraphrased:
      only.length === 0
        ? null
        : {
            only: new Map(only.map((part) => [keyOf(part), part.requirement.rarity])),
            keys: new Set(met.map(keyOf)),
          },
  }
}

function keyOf({ requirement: { slot, asked }, met }: MetPart): string {
  return formKey(slot ? slot.word : wordsOf(met.asked ?? asked))
}

function isByParaphrase({ requirement, met }: MetPart): boolean {
  return requirement.required && (met.paraphrases ?? 0) > 0 && Object.keys(met.terms).length === 0
}

/** Ways of being found, the plainest first. */
const HOW: Reason['how'][] = ['exact', 'form', 'prefix', 'synonym', 'topic', 'fuzzy']

/** How a term was found, as readers know it: what a mended word names is no spelling of it. */
function howOf({ how, term }: SoughtTerm): Reason['how'] {
  if (how !== 'fuzzy') return how
  return term.startsWith('#') ? 'topic' : term.startsWith('=') ? 'synonym' : how
}

/** Why a paper was found, a line for each part of the query that met something else; and the topic that answers it. */
export function reasonsOf(met: MetPart[], topic?: string): Reason[] {
  const reasons: Reason[] = []
  for (const part of met) {
    const { requirement, met: own } = part
    if (!requirement.required) continue
    if (isByParaphrase(part)) {
      const asked = own.asked ?? requirement.asked
      reasons.push({ asked, found: asked, how: 'paraphrase', where: [] })
      continue
    }
    const found = Object.entries(own.terms).flatMap(([term, fields]) => {
      const sought = requirement.sought.get(term)
      return sought ? [{ ...sought, fields }] : []
    })
    found.sort(
      (a, b) =>
        HOW.indexOf(a.how) - HOW.indexOf(b.how) ||
        Number(a.label !== undefined) - Number(b.label !== undefined) ||
        b.weight - a.weight ||
        byCodeUnit(a.term, b.term),
    )
    const best = found[0]
    if (!best) continue
    const where = new Set(best.fields)
    const reason: Reason = {
      asked: own.asked ?? requirement.asked,
      found: best.label ?? best.term,
      how: howOf(best),
      where: INDEX_FIELDS.filter((field) => where.has(field)),
    }
    const before = reasons.at(-1)
    // The words of a name meet it together, and those of an everyday phrase its meaning.
    const isShared = best.label !== undefined || best.how === 'synonym'
    if (isShared && before?.found === reason.found) before.asked += ` ${reason.asked}`
    else reasons.push(reason)
  }
  if (topic !== undefined && reasons.every(({ found }) => found !== topic))
    reasons.push({ asked: '', found: topic, how: 'topic', where: ['topics'] })
  return reasons
}

/** What no paper has of what was asked, each once. */
export function unmetParts(requirements: Requirement[]): string[] {
  const unmet = requirements.filter(({ required, papers }) => required && papers.size === 0)
  return [...new Set(unmet.map(({ told }) => told))]
}

/** The wider meanings that were sought as well, each once. */
export function expansionsOf(runs: MetRun[]): Expansion[] {
  const found = runs.flatMap(({ requirements, spans }) =>
    spans
      .filter(({ sought, isFurther }) => isFurther || sought.every(({ how }) => how === 'synonym'))
      .map((span) => ({ ...span, within: requirements.slice(span.first, span.last + 1) }))
      .filter(({ within }) => within.some(({ required }) => required))
      .map(
        ({ within, label }): Expansion => ({
          asked: within.map(({ asked }) => asked).join(' '),
          also: label,
        }),
      ),
  )
  const keyed = found.map((one) => ({ one, key: phraseTerm(wordsOf(one.also)) }))
  const others = keyed.filter(({ one, key }) => key !== phraseTerm(wordsOf(one.asked)))
  return [...new Map(others.map(({ one, key }) => [`${one.asked} ${key}`, one])).values()]
}

/** The query with its misspelt words as they were understood; null if none was. */
export function correctQuery(q: string, requirements: Requirement[]): string | null {
  const mended = requirements.flatMap(({ slot }) => {
    const best = slot?.near[0]
    return slot && best && slot.sought.length === 0 ? [{ ...slot.place, term: best.term }] : []
  })
  let corrected = q
  for (const { start, end, term } of mended.sort((a, b) => b.start - a.start))
    corrected = corrected.slice(0, start) + term + corrected.slice(end)
  return corrected === q ? null : corrected
}
