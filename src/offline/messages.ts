/** What pages say to the worker. */
export type WorkerMessage =
  /** The page was loaded before there was a worker, which is to keep it now. */
  | 'keep this page'
  /** The reader wants the version that waits. */
  | 'take over'
