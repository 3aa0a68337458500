/** Shorter than a reader waits on purpose, longer than fast typing takes from letter to letter. */
const PAUSE_MS = 100

interface PutOff {
  /** Runs the task when typing rests, after those that wait already. */
  run(task: () => void): void
  /** Forgets the tasks that wait. */
  forget(): void
}

/** Puts off what can wait while a reader types, so that the next letter does not wait for it. */
export function whenTypingRests(): PutOff {
  let waiting: (() => void)[] = []
  let timer = 0
  return {
    run(task) {
      waiting.push(task)
      if (waiting.length > 1) return
      timer = window.setTimeout(() => {
        const tasks = waiting
        waiting = []
        for (const one of tasks) one()
      }, PAUSE_MS)
    },
    forget() {
      clearTimeout(timer)
      waiting = []
    },
  }
}
