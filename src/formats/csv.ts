/**
 * A spreadsheet runs a cell that begins with one of these as a formula (OWASP, CSV injection); one for East Asian
 * languages may take the full-width forms for the others.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** RFC 4180 text with CRLF line ends. A cell that a spreadsheet would run gets a leading apostrophe. */
export function formatCsv(rows: (string | number | null)[][]): string {
  return rows.map((row) => `${row.map(formatCell).join(',')}\r\n`).join('')
}

function formatCell(value: string | number | null): string {
  if (value === null) return ''
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
