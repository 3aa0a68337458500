import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtSearchFolders } from '../../scripts/built-search.ts'
import { SearchEngine } from '../../src/search/engine.ts'
import { loadIndex } from '../../src/search/index-papers.ts'
import { readSearchState } from '../../src/search/search-state.ts'
import type { PapersFile } from '../../src/shared/model.ts'

const [folder = ''] = builtSearchFolders('dist')
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
const engine = new SearchEngine(
  loadIndex(read(join(folder, 'full.json'))),
  read(join(folder, 'papers.json')),
  async () => [''],
)
const { papers }: PapersFile = read('dist/data/papers.json')
const titleOf = new Map(papers.map(({ id, title }) => [id, title]))

describe.each([
  ['as it is', ''],
  ['only as typed', '?exact=1'],
])('a title %s', (_, address) => {
  test('finds its paper first, for every paper', async () => {
    const others: [string, string | undefined][] = []
    for (const { title } of papers) {
      const [first = ''] = await engine.list({ ...readSearchState(address), q: title })
      if (titleOf.get(first) !== title) others.push([title, titleOf.get(first)])
    }
    expect(others).toEqual([])
  })
})
