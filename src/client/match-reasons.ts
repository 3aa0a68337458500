import type { Reason } from '../search/model.ts'

const PLACES = { title: 'title', abstract: 'abstract', topics: 'topics' } as const

/** What a paper matched, in short phrases; what marks do not show by themselves comes first. */
export function describeReasons(reasons: Reason[]): string[] {
  const plain = reasons.filter(({ how }) => how === 'exact')
  const told = reasons.filter(({ how }) => how !== 'exact').map(describeReason)
  return [...new Set([...told, ...describePlain(plain)])]
}

function describeReason({ asked, found, how, where }: Reason): string {
  if (how === 'topic') return `topic ${found}`
  const place = places(where)
  if (how === 'fuzzy') return `spelling: ${asked} → ${found}${place}`
  if (how === 'prefix') return `${asked}… → ${found}${place}`
  return `${asked} → ${found}${place}`
}

// Words as they were typed are told together, by the places where they stand.
function describePlain(reasons: Reason[]): string[] {
  const byPlace = new Map<string, string[]>()
  for (const { asked, where } of reasons) {
    const words = byPlace.get(places(where))
    if (words) words.push(asked)
    else byPlace.set(places(where), [asked])
  }
  return [...byPlace].map(
    ([place, words]) => `${joinWords(words.map((word) => `“${word}”`))}${place}`,
  )
}

function places(where: Reason['where']): string {
  return where.length === 0 ? '' : ` in ${joinWords(where.map((place) => PLACES[place]))}`
}

/** `title`, `title and abstract`, `title, abstract and topics`. */
function joinWords(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
