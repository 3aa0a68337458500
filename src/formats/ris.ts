import type { Citable, Detail } from './citable.ts'
import { toCsl } from './csl.ts'
import { mapToRis } from './map-citation.ts'
import { oneLine } from './one-line.ts'

/** In the order in which people read a record; `TY` must come first. */
const ORDER = ['TY', 'ID', 'TI', 'DA', 'PY', 'UR', 'N1', 'KW', 'AB']

/** One record with CRLF line ends, each value on one line, however long. */
export function formatRis(citable: Citable, detail: Detail = 'full'): string {
  const { id, date } = citable.paper
  const values = {
    ...mapToRis(toCsl(citable, detail)),
    // Citation.js cuts ids to twenty characters, so that two may become the same.
    ID: id,
    // RIS wants two digits for month and day, and a slash before the part that is left empty.
    ...(date && { DA: `${date.value.replaceAll('-', '/')}/` }),
  }
  const lines = Object.entries(values)
    .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
    .flatMap(([tag, value]) => [value].flat().map((text) => `${tag}  - ${oneLine(text)}`))
  return [...lines, 'ER  - ', ''].join('\r\n')
}
