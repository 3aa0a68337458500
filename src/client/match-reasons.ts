import { characterPairs } from '../search/character-pairs.ts'
import type { Reason } from '../search/model.ts'
import { groupBy } from '../shared/group-by.ts'

const PLACES = { title: 'title', abstract: 'abstract', topics: 'topics' } as const

/** What a paper matched, in short phrases; what marks do not show by themselves comes first. */
export function describeReasons(reasons: Reason[]): string[] {
  const plain = reasons.filter(({ how }) => how === 'exact')
  const paraphrased = reasons.filter(({ how }) => how === 'paraphrase')
  const others = reasons.filter(({ how }) => how !== 'exact' && how !== 'paraphrase')
  return [
    ...new Set([
      ...others.map(describeReason),
      ...(paraphrased.length > 0 ? [`${quoted(paraphrased)} in other words`] : []),
      ...describePlain(plain),
    ]),
  ]
}

function describeReason({ asked, found, how, where }: Reason): string {
  if (how === 'topic') return `topic ${found}`
  const place = places(where)
  if (how === 'fuzzy') return `spelling: ${asked} → ${found}${place}`
  const met = withCapitals(found, asked)
  return `${asked}${how === 'prefix' ? '…' : ''} → ${met}${place}`
}

/** A term has no capitals; as far as it is what was typed it has those: LLM → LLMs. */
function withCapitals(found: string, asked: string): string {
  return found.startsWith(asked.toLowerCase()) ? asked + found.slice(asked.length) : found
}

// Words as they were typed are told together, by the places where they stand.
function describePlain(reasons: Reason[]): string[] {
  const byPlace = groupBy(reasons, ({ where }) => places(where))
  return [...byPlace].map(([place, own]) => `${quoted(own)}${place}`)
}

function quoted(reasons: Reason[]): string {
  const words: string[] = []
  for (const { asked } of reasons) {
    const last = words.at(-1)
    // Where 注意力 was asked for, 注意 and 意力 were sought.
    if (last?.endsWith(asked.charAt(0)) && characterPairs(asked))
      words.splice(-1, 1, last + asked.slice(1))
    else words.push(asked)
  }
  return joinWords(words.map((word) => `“${word}”`))
}

function places(where: Reason['where']): string {
  return where.length === 0 ? '' : ` in ${joinWords(where.map((place) => PLACES[place]))}`
}

/** `title`, `title and abstract`, `title, abstract and topics`. */
function joinWords(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
