/** What the worker of one build keeps from the beginning. Paths are relative to its scope. */
export interface Precache {
  /** Changes whenever one of the files does. */
  version: string
  /** Pages and other files that keep their name when their content changes. */
  shell: readonly string[]
  /** Files with a name for each content. */
  hashed: readonly string[]
  /** The folder of the search index, with its slash; null in a site without search. */
  searchFolder: string | null
}
