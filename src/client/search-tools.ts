import type { SearchState } from '../search/model.ts'
import { type TakenExtension, takenFormats } from '../shared/export-formats.ts'
import { chosenFilters } from './chosen-filters.ts'
import { part } from './elements.ts'
import { downloadPapers } from './export-results.ts'
import { addressWithCount } from './search-address.ts'
import { type ReplyTo, searchClient } from './search-client.ts'
import { formatSearchRecord } from './search-record.ts'

const PREPARING = 'Preparing …'
const NOT_THERE = 'The papers can’t be loaded just now. Try again when you are online.'

/** What a file or a record is asked of. */
interface Asked {
  state: SearchState
  /** Label of the order. */
  sort: string
}

/** Makes the buttons for files and the search record work; `asked` tells what the page shows. */
export function startTools(root: HTMLElement, asked: () => Asked): void {
  foldAgain(part(root, 'take-along'))
  const status = part(root, 'tool-status')
  const say = (text: string) => {
    status.textContent = text
  }
  searchClient().onFailure(() => {
    if (status.textContent === PREPARING) say(NOT_THERE)
  })
  for (const { extension } of takenFormats)
    part(root, extension).addEventListener('click', () => exportAs(extension, asked().state, say))

  const dialog = part<HTMLDialogElement>(root, 'record-dialog')
  const text = part<HTMLTextAreaElement>(root, 'record-text')
  const copied = part(root, 'record-status')
  part(root, 'record').addEventListener('click', () => {
    const now = asked()
    listAll(now.state, say, (found) => {
      say('')
      text.value = recordOf(root, now, found)
      copied.textContent = ''
      dialog.showModal()
      text.scrollTop = 0
    })
  })
  part(root, 'record-copy').addEventListener('click', async () => {
    copied.textContent = await copy(text)
  })
}

/** It lies over the results, so Escape and a click elsewhere fold it. */
function foldAgain(details: HTMLDetailsElement): void {
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !details.contains(target)) details.open = false
  })
  details.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    details.open = false
    details.querySelector('summary')?.focus()
  })
}

function listAll(
  state: SearchState,
  say: (text: string) => void,
  onList: (found: ReplyTo<'list'>) => void,
): void {
  say(PREPARING)
  searchClient().ask({ kind: 'list', state }, onList)
}

function exportAs(format: TakenExtension, state: SearchState, say: (text: string) => void): void {
  listAll(state, say, async ({ ids }) => {
    try {
      await downloadPapers(ids, format)
      say('')
    } catch {
      say(NOT_THERE)
    }
  })
}

// The answer on the page may still be that of titles alone, or of what was asked before.
function recordOf(
  root: HTMLElement,
  { state, sort }: Asked,
  { ids, answer }: ReplyTo<'list'>,
): string {
  const { corpusHash = '', corpusPapers = '' } = root.dataset
  const { searchFolder = '' } = document.documentElement.dataset
  const { didYouMean, facets, isQuestion, counts } = answer
  return formatSearchRecord({
    state,
    meant: didYouMean?.applied ? didYouMean.query : null,
    filters: chosenFilters(state, facets).map(({ text }) => text),
    isQuestion,
    partly: counts.some,
    sort,
    corpusHash,
    corpusPapers: Number(corpusPapers),
    searchFolder,
    ids,
    link: new URL(addressWithCount({ ...state, page: 1 }, ids.length), location.href).href,
  })
}

async function copy(source: HTMLTextAreaElement): Promise<string> {
  try {
    await navigator.clipboard.writeText(source.value)
    return 'Copied'
  } catch {
    source.select()
    return 'Copying is blocked here. The text is selected, so that you can copy it.'
  }
}
