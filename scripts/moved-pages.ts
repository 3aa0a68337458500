import { readFileSync } from 'node:fs'
import { formerIds, listMoved, type Moved } from '../src/shared/moved.ts'
import { paperPath } from '../src/shared/paths.ts'
import { parsePublished } from './pipeline/published-pages.ts'
import { parseRegistry } from './pipeline/registry-file.ts'
import { readVocabulary } from './pipeline/vocabulary.ts'
import { exitWithProblems } from './print-problems.ts'

/** The addresses of merged papers, and of areas, topics and pairs that have other ids now, by the committed files. */
export function readMovedPages(): Moved[] {
  const { registry, problems } = readWith(parseRegistry, 'data/permalinks.json')
  const { vocabulary, problems: faults } = readWith(readVocabulary, 'data/curated/topics.yaml')
  const { published, problems: others } = readWith(parsePublished, 'data/published.json')
  const all = [...problems, ...faults, ...others]
  if (all.length > 0 || !vocabulary) exitWithProblems(all)
  return [
    ...registry.permalinks.flatMap(({ id, into }) =>
      into === undefined ? [] : [{ from: paperPath(id), to: paperPath(into) }],
    ),
    ...listMoved(formerIds(vocabulary.areas), formerIds(vocabulary.topics), published.pairs),
  ]
}

function readWith<Value>(parse: (file: string, text: string) => Value, file: string): Value {
  return parse(file, readFileSync(file, 'utf8'))
}
