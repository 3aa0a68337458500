/** Prints one line a step: what, how many, how long. */
export function stepLog() {
  let start = performance.now()
  return (what: string, count: string) => {
    const milliseconds = Math.round(performance.now() - start)
    console.log(`${what.padEnd(10)} ${count.padEnd(64)} ${String(milliseconds).padStart(6)} ms`)
    start = performance.now()
  }
}
