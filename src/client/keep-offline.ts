// The page goes first: nothing of this begins before it is loaded and the browser has nothing to do.
if (document.documentElement.dataset.worker)
  addEventListener('load', () =>
    // Safari has no idle callbacks.
    (window.requestIdleCallback ?? setTimeout)(() => import('./offline-worker.ts')),
  )
