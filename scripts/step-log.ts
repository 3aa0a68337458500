/** Prints one line a step: what, how many, how long. */
export function stepLog(print: (line: string) => void = console.log) {
  let start = performance.now()
  return (what: string, count: string) => {
    const milliseconds = Math.round(performance.now() - start)
    print(`${what.padEnd(10)} ${count.padEnd(64)} ${String(milliseconds).padStart(6)} ms`)
    start = performance.now()
  }
}
