/** Widths of letters in the fonts of a row, on average, in em of the page. */
const REASON_LETTER = 0.42
const PASSAGE_LETTER = 0.52

/** How a row of results shares its room, in lines and characters that surely fit. */
export interface RowRoom {
  paraphrase: number
  snippet: number
  /** Of each line of either. */
  characters: number
}

/**
 * The lines left for passages below reasons of so many letters, in rows whose text is `width` em wide. A row keeps
 * its height, so reasons that take more lines than the usual leave less to passages: what explains is never cut.
 */
export function rowRoom(
  reasons: number,
  { width, isNarrow, hasParaphrase }: { width: number; isNarrow: boolean; hasParaphrase: boolean },
): RowRoom {
  const usual = isNarrow ? { reasons: 2, lines: 4 } : { reasons: 1, lines: 3 }
  const taken = Math.ceil((reasons * REASON_LETTER) / width)
  const lines = Math.max(1, usual.lines - Math.max(0, taken - usual.reasons))
  const paraphrase = hasParaphrase ? Math.min(isNarrow ? 2 : 1, lines) : 0
  return {
    paraphrase,
    snippet: lines - paraphrase,
    characters: Math.floor(width / PASSAGE_LETTER),
  }
}
