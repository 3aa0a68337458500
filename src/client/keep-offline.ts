/** A page that stands still may draw no frame any more, and without frames Chromium calls nobody idle. */
const LATEST_MS = 2000

// The page goes first: nothing of this begins before it is loaded and the browser has nothing to do.
if (document.documentElement.dataset.worker)
  addEventListener('load', () => {
    const begin = () => import('./offline-worker.ts')
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in window) requestIdleCallback(begin, { timeout: LATEST_MS })
    else setTimeout(begin)
  })
