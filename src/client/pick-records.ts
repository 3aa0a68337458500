/** How the file of all papers is put together: what begins a record and names it, and what stands between two. */
const forms = {
  bib: { record: /^@\w+\{(.+),\n[\s\S]*?^\}\n/gm, between: '\n' },
  ris: { record: /^TY {2}- .*\r\nID {2}- (.*)\r\n[\s\S]*?^ER {2}- \r\n/gm, between: '' },
} as const

/** The records of these ids, in this order, out of a file that `listExports` made. */
export function pickRecords(file: string, ids: string[], format: keyof typeof forms): string {
  const { record } = forms[format]
  const byId = new Map([...file.matchAll(record)].map(([text, id]) => [id, text]))
  return joinRecords(
    ids.map((id) => byId.get(id)).filter((text) => text !== undefined),
    format,
  )
}

/** Records, such as the files beside paper pages, as `listExports` puts them together. */
export function joinRecords(records: string[], format: keyof typeof forms): string {
  return records.join(forms[format].between)
}
