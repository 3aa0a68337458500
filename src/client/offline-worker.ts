import type { WorkerMessage } from '../offline/messages.ts'
import { scriptUrl } from './script-url.ts'
import { showUpdateOffer } from './update-offer.ts'

/** TypeScript's library does not know this yet; browsers without it don't say. */
interface Connected {
  connection?: { saveData: boolean }
}

/** So long a reader waits for the newer worker to take over before the page is loaded anew in any case. */
const TAKEN_WITHIN_MS = 5000

// Without HTTPS there is none.
if ('serviceWorker' in navigator) void keepOffline(document.documentElement.dataset.worker ?? '')

/** Starts the worker that keeps the site on this device, and offers newer versions when they are ready. */
async function keepOffline(url: string): Promise<void> {
  const { serviceWorker } = navigator
  const isControlled = serviceWorker.controller !== null
  // Who saves data has not asked for a copy of the site.
  if ((navigator as Connected).connection?.saveData && !isControlled) return
  try {
    const address = new URL(url, document.baseURI).href
    await serviceWorker.register(scriptUrl(address), { updateViaCache: 'none' })
  } catch {
    // Browsers that keep nothing refuse it, and all works as it did.
    return
  }
  const registration = await serviceWorker.ready
  if (!isControlled) tell(registration.active, 'keep this page')
  offerWhenReady(registration, registration.waiting ?? registration.installing)
  registration.addEventListener('updatefound', () =>
    offerWhenReady(registration, registration.installing),
  )
}

/** `worker` is a newer one, on its way or waiting. */
function offerWhenReady(registration: ServiceWorkerRegistration, worker: ServiceWorker | null) {
  const offer = () => {
    if (worker?.state === 'installed') showUpdateOffer(() => take(registration))
  }
  worker?.addEventListener('statechange', offer)
  offer()
}

function take(registration: ServiceWorkerRegistration): void {
  // Another tab may have taken it already.
  if (!registration.waiting) {
    location.reload()
    return
  }
  const reload = () => location.reload()
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true })
  tell(registration.waiting, 'take over')
  // The old worker is let finish what it answers, which may be requests of this very page.
  setTimeout(reload, TAKEN_WITHIN_MS)
}

function tell(worker: ServiceWorker | null, message: WorkerMessage): void {
  worker?.postMessage(message)
}
