import { type Token, tokenize } from '../../src/shared/tokens.ts'

/** An occurrence of a phrase in a list of tokens; `end` is the index after its last token. */
export interface PhraseHit<Value> {
  start: number
  end: number
  values: Value[]
}

interface Node<Value> {
  next: Map<string, Node<Value>>
  values: Value[]
}

/**
 * Finds many phrases at once (Aho and Corasick's goto function without failure links: phrases are
 * a few words long). `keyOf` says under which form words meet.
 */
export class PhraseTrie<Value> {
  readonly #root: Node<Value> = { next: new Map(), values: [] }
  readonly #keyOf: (token: Token, text: string) => string

  constructor(keyOf: (token: Token, text: string) => string) {
    this.#keyOf = keyOf
  }

  /** Phrases without a word are ignored. */
  add(phrase: string, value: Value): void {
    const tokens = tokenize(phrase)
    if (tokens.length === 0) return
    let node = this.#root
    for (const token of tokens) {
      const key = this.#keyOf(token, phrase)
      let next = node.next.get(key)
      if (!next) {
        next = { next: new Map(), values: [] }
        node.next.set(key, next)
      }
      node = next
    }
    node.values.push(value)
  }

  /** All occurrences, by where they begin, shorter first; they may overlap. */
  find(tokens: Token[], text: string): PhraseHit<Value>[] {
    const keys = tokens.map((token) => this.#keyOf(token, text))
    const hits: PhraseHit<Value>[] = []
    for (let start = 0; start < keys.length; start++) {
      let node: Node<Value> | undefined = this.#root
      for (let end = start; node && end < keys.length; end++) {
        node = node.next.get(keys[end] as string)
        if (node && node.values.length > 0) hits.push({ start, end: end + 1, values: node.values })
      }
    }
    return hits
  }
}
