import { ownValue } from '../shared/own-value.ts'
import { analyse, formKey } from './analyse.ts'
import type { PaperRow, RowsFile } from './index-files.ts'
import type { FilterClause } from './model.ts'
import { phraseTerm, topicTerm } from './names.ts'

/** Whether a paper has the fact that a clause asks for, whatever its sign. */
export function filterBy(
  { field, value }: FilterClause,
  files: Pick<RowsFile, 'topics' | 'areas' | 'listings' | 'accounts' | 'names'>,
): (row: PaperRow) => boolean {
  switch (field) {
    case 'topic': {
      const topics = topicsNamed(value, files)
      return ({ main, also }) => [...main, ...also].some((topic) => topics.has(topic))
    }
    case 'area': {
      const keys = wordsIn(value).map(formKey)
      const areas = numbersOf(files.areas, ({ id, label }) => {
        const own = new Set(wordsIn(label).map(formKey))
        return id === value.toLowerCase() || keys.every((key) => own.has(key))
      })
      return ({ main }) => main.some((topic) => areas.has(files.topics[topic]?.area ?? -1))
    }
    case 'listing': {
      const asked = plain(value)
      const listings = numbersOf(
        files.listings,
        ({ id, label }) =>
          id === value || isNumber(value, id.split('_')[0]) || plain(label) === asked,
      )
      return (row) => row.listings.some((listing) => listings.has(listing))
    }
    case 'org': {
      const asked = plain(value)
      return ({ org }) =>
        org !== null &&
        [org, ownValue(files.accounts, org) ?? ''].some((name) => plain(name).includes(asked))
    }
    case 'year':
      return ({ date }) => date !== null && inYears(date.slice(0, 4), value)
    case 'has':
      return (row) => row.has.includes(value.toLowerCase())
    case 'missing':
      return (row) => isMissing(row, value.toLowerCase())
  }
}

/** The topics of an id, of any of their names, or with all words in their label; where there are none, with words so begun. */
function topicsNamed(
  value: string,
  { topics, names }: Pick<RowsFile, 'topics' | 'names'>,
): Set<number> {
  const words = wordsIn(value)
  if (words.length === 0) return new Set()
  const name = phraseTerm(words.join(' '))
  const named = new Set(names.flatMap(([own, term]) => (phraseTerm(own) === name ? [term] : [])))
  const keys = words.map(formKey)
  const asked = value.toLowerCase()
  const found = numbersOf(topics, ({ id, label, formerly }) => {
    const own = new Set(wordsIn(label).map(formKey))
    return (
      id === asked ||
      formerly?.includes(asked) ||
      named.has(topicTerm(id, 'main')) ||
      keys.every((key) => own.has(key))
    )
  })
  if (found.size > 0) return found
  return numbersOf(topics, ({ label }) => {
    const own = wordsIn(label)
    return words.every((word) => own.some((one) => one.startsWith(word)))
  })
}

function numbersOf<Item>(items: Item[], meets: (item: Item) => boolean): Set<number> {
  return new Set(items.flatMap((item, number) => (meets(item) ? [number] : [])))
}

/** Whether two are one number: 3 and 003. */
function isNumber(value: string, number = ''): boolean {
  return /^\d+$/.test(value) && Number(value) === Number(number)
}

/** `2024`, `2023..2025`, `..2024` or `2025..`. */
function inYears(year: string, range: string): boolean {
  const [from = '', to = from] = range.split('..')
  return (from === '' || year >= from) && (to === '' || year <= to)
}

function isMissing(row: PaperRow, what: string): boolean {
  if (what === 'date') return row.date === null
  if (what === 'authors') return row.authorCount === null
  if (what === 'org') return row.org === null
  return row.has.length === 0
}

function wordsIn(text: string): string[] {
  return analyse(text).map(({ term }) => term)
}

function plain(text: string): string {
  return wordsIn(text).join(' ')
}
