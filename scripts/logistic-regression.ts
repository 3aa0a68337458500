const ROUNDS_MOST = 30
const ENOUGH = 1e-8

/**
 * Weights that maximise the likelihood of `targets` (0 to 1) less ridge/2 times the squared weights,
 * by Newton's method. The first column of `rows` is the constant 1 and is not shrunk.
 */
export function fitLogistic(rows: number[][], targets: number[], ridge: number): number[] {
  const width = rows[0]?.length ?? 0
  let weights = new Array<number>(width).fill(0)
  for (let round = 0; round < ROUNDS_MOST; round++) {
    const gradient = new Array<number>(width).fill(0)
    const curvature = Array.from({ length: width }, () => new Array<number>(width).fill(0))
    for (const [index, row] of rows.entries()) {
      const odds = row.reduce((sum, value, column) => sum + value * (weights[column] ?? 0), 0)
      const expected = 1 / (1 + Math.exp(-odds))
      const error = (targets[index] ?? 0) - expected
      const slope = Math.max(expected * (1 - expected), 1e-9)
      for (let i = 0; i < width; i++) {
        const value = row[i] ?? 0
        if (value === 0) continue
        gradient[i] = (gradient[i] ?? 0) + error * value
        const line = curvature[i] as number[]
        for (let j = 0; j < width; j++) line[j] = (line[j] ?? 0) + slope * value * (row[j] ?? 0)
      }
    }
    for (let i = 1; i < width; i++) {
      gradient[i] = (gradient[i] ?? 0) - ridge * (weights[i] ?? 0)
      const line = curvature[i] as number[]
      line[i] = (line[i] ?? 0) + ridge
    }
    const step = solve(curvature, gradient)
    weights = weights.map((weight, i) => weight + (step[i] ?? 0))
    if (Math.max(...step.map(Math.abs)) < ENOUGH) break
  }
  return weights
}

/** Solves a square linear system by Gauss-Jordan elimination with row exchange. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0])
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++)
      if (Math.abs(at(rows, row, column)) > Math.abs(at(rows, pivot, column))) pivot = row
    const exchanged = rows[column] as number[]
    rows[column] = rows[pivot] as number[]
    rows[pivot] = exchanged
    for (let row = 0; row < size; row++) {
      if (row === column) continue
      const factor = at(rows, row, column) / at(rows, column, column)
      for (let k = column; k <= size; k++)
        (rows[row] as number[])[k] = at(rows, row, k) - factor * at(rows, column, k)
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1))
}

function at(rows: number[][], row: number, column: number): number {
  return rows[row]?.[column] ?? 0
}
