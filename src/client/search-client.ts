import type { Left, SearchReply, SearchRequest } from '../search/model.ts'
import { scriptUrl } from './script-url.ts'
import workerUrl from './search-worker.ts?worker&url'

type Question = Extract<SearchRequest, { id: number }>
type Kind = Question['kind']
/** A question without its number, which is given when it is sent. */
type Asked<K extends Kind> = Omit<Extract<Question, { kind: K }>, 'id'>

interface ReplyKinds {
  search: 'answer' | 'snippets'
  suggest: 'suggestions'
  list: 'list'
}
/** What comes back for a kind of question. */
export type ReplyTo<K extends Kind> = Extract<SearchReply, { kind: ReplyKinds[K] }>

interface OpenQuestion {
  question: Question
  onReply: (reply: SearchReply) => void
}

/** Hears that files are missing, and what can be done without them. */
type OnFailure = (left: Left) => void

interface SearchClient {
  /** Asks; replies come until a newer question of the same kind is asked. */
  ask<K extends Kind>(question: Asked<K> & { kind: K }, onReply: (reply: ReplyTo<K>) => void): void
  /** Loads again what could not be loaded; open questions are answered then. */
  retry(): void
  onFailure(listener: OnFailure): void
}

let client: SearchClient | undefined

/** The one search of this page. The worker starts with the first call, so call it on intent only. */
export function searchClient(): SearchClient {
  // The worker has another address than the page, which a relative one would be relative to.
  const { searchFolder = '' } = document.documentElement.dataset
  client ??= startClient(new URL(searchFolder, document.baseURI).href)
  return client
}

function startClient(folder: string): SearchClient {
  const open = new Map<Kind, OpenQuestion>()
  const failureListeners = new Set<OnFailure>()
  let lastId = 0
  let broken = false
  let worker = start()

  function start(): Worker {
    const started = new Worker(scriptUrl(workerUrl), { type: 'module' })
    const send = (request: SearchRequest) => started.postMessage(request)
    started.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => receive(data))
    started.addEventListener('error', () => {
      broken = true
      fail('nothing')
    })
    send({ kind: 'open', folder })
    for (const { question } of open.values()) send(question)
    return started
  }

  function receive(reply: SearchReply): void {
    if (reply.kind === 'failed') fail(reply.left)
    else
      for (const { question, onReply } of [...open.values()])
        if (question.id === reply.id) onReply(reply)
  }

  function restart(): void {
    worker.terminate()
    broken = false
    worker = start()
  }

  function fail(left: Left): void {
    for (const listener of failureListeners) listener(left)
  }

  return {
    ask(question, onReply) {
      const numbered = { ...question, id: ++lastId } as unknown as Question
      // The worker answers a question only with the replies of its kind.
      open.set(question.kind, {
        question: numbered,
        onReply: onReply as (reply: SearchReply) => void,
      })
      if (broken) restart()
      else worker.postMessage(numbered)
    },
    retry() {
      if (broken) restart()
      else worker.postMessage({ kind: 'retry' } satisfies SearchRequest)
    },
    onFailure(listener) {
      failureListeners.add(listener)
    },
  }
}
