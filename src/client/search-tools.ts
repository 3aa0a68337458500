import type { SearchState } from '../search/model.ts'
import { type TakenExtension, takenFormats } from '../shared/export-formats.ts'
import { part } from './elements.ts'
import { downloadPapers } from './export-results.ts'
import { addressWithCount } from './search-address.ts'
import { searchClient } from './search-client.ts'
import { formatSearchRecord } from './search-record.ts'

const PREPARING = 'Preparing …'
const NOT_THERE = 'The papers can’t be loaded just now. Try again when you are online.'

/** What the tools say about the results on the page. */
interface Shown {
  state: SearchState
  /** The query as it was understood, if that differs. */
  meant: string | null
  /** Chosen filters as a reader knows them. */
  filters: string[]
  isQuestion: boolean
  /** Papers that match only some words; unless it is a question, the last ones. */
  partly: number
  /** Label of the order. */
  sort: string
}

/** Makes the buttons for files and the search record work; `shown` tells of the present results. */
export function startTools(root: HTMLElement, shown: () => Shown): void {
  foldAgain(part(root, 'take-along'))
  const status = part(root, 'tool-status')
  const say = (text: string) => {
    status.textContent = text
  }
  searchClient().onFailure(() => {
    if (status.textContent === PREPARING) say(NOT_THERE)
  })
  for (const { extension } of takenFormats)
    part(root, extension).addEventListener('click', () => exportAs(extension, shown(), say))

  const dialog = part<HTMLDialogElement>(root, 'record-dialog')
  const text = part<HTMLTextAreaElement>(root, 'record-text')
  const copied = part(root, 'record-status')
  part(root, 'record').addEventListener('click', () => {
    const now = shown()
    listIds(now.state, say, (ids) => {
      say('')
      text.value = recordOf(root, now, ids)
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

function listIds(
  state: SearchState,
  say: (text: string) => void,
  onList: (ids: string[]) => void,
): void {
  say(PREPARING)
  searchClient().ask({ kind: 'list', state }, ({ ids }) => onList(ids))
}

function exportAs(format: TakenExtension, { state }: Shown, say: (text: string) => void): void {
  listIds(state, say, async (ids) => {
    try {
      await downloadPapers(ids, format)
      say('')
    } catch {
      say(NOT_THERE)
    }
  })
}

function recordOf(root: HTMLElement, { state, ...shown }: Shown, ids: string[]): string {
  const { corpusHash = '', corpusPapers = '' } = root.dataset
  const { searchFolder = '' } = document.documentElement.dataset
  return formatSearchRecord({
    state,
    ...shown,
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
