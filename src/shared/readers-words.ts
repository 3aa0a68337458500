/** Everyday words, and the words of the field that they lead to; curated. */
export type Synonyms = { say: string[]; mean: string[] }[]

/** By id of a topic, further names that readers search it by, and those of methods and problems within it; curated. */
export type TopicNames = Record<string, { searched: string[]; parts: string[] }>

/** `synonyms.json` of the generated data. */
export interface SynonymsFile {
  schema: 1
  synonyms: Synonyms
  topicNames: TopicNames
}

/** By id of a paper or a topic, what a reader may say who does not know its words; curated. */
export type Paraphrases = Record<string, string[]>

/** `paraphrases.json` of the generated data. */
export interface ParaphrasesFile {
  schema: 1
  paraphrases: Paraphrases
  /** Freer ones, which only questions use. */
  freeParaphrases: Paraphrases
  topicParaphrases: Paraphrases
}
