/** Something in an input file that could not be used. `line` counts from 1; `message` says what, why, and what to do. */
export interface Problem {
  file: string
  line: number
  message: string
}
