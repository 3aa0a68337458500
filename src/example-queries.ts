import { papers, searchFiles, searchSources } from './corpus.ts'
import { buildSearchIndex, formatIndex } from './search/build-index.ts'
import { chooseExamples } from './search/choose-examples.ts'
import { SearchEngine } from './search/engine.ts'
import { exampleTerms } from './search/example-terms.ts'
import { TEXTS_PER_FILE } from './search/index-files.ts'
import { loadIndex } from './search/index-papers.ts'
import { homeExamples, queryHelp } from './search/query-help.ts'
import { PAGE_MAX } from './shared/page-max.ts'

/** Examples of queries for pages, asked at build of the papers here, so that each finds some. */

// Pagefind's index is made after the pages; what the first papers have, the others don't take away.
const files = searchFiles.has('full.json')
  ? searchFiles
  : formatIndex(buildSearchIndex({ ...searchSources, papers: papers.slice(0, PAGE_MAX) }))

const read = (name: string) => JSON.parse(files.get(name) ?? '')

const engine = new SearchEngine(
  loadIndex(read('full.json')),
  read('papers.json'),
  async (paper) => {
    return read(`texts-${Math.floor(paper / TEXTS_PER_FILE)}.json`)[paper % TEXTS_PER_FILE]
  },
)
const terms = exampleTerms(searchSources)

/** For the help sheet. */
export const helpExamples = await chooseExamples(queryHelp(terms), ({ example }) => example, engine)

/** For the home page. */
export const firstExamples = await chooseExamples(homeExamples(terms), (query) => query, engine)
