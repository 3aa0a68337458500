/**
 * The part of a service worker's global scope that is used here. TypeScript has it in a library of its own, which
 * can't stand beside that of the DOM.
 */
export interface WorkerScope {
  readonly registration: ServiceWorkerRegistration
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener<Name extends keyof WorkerEvents>(
    name: Name,
    listener: (event: WorkerEvents[Name]) => void,
  ): void
}

interface WorkerEvents {
  install: LastingEvent
  activate: LastingEvent
  fetch: RequestEvent
  message: LastingEvent & {
    readonly data: unknown
    readonly source: { readonly url: string } | null
  }
}

/** The browser keeps the worker alive until what it waits for is done. */
interface LastingEvent {
  waitUntil(work: Promise<unknown>): void
}

export interface RequestEvent extends LastingEvent {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}
