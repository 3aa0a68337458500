/** How the file of all papers is put together. */
interface Form {
  /** What begins a record, names it, and ends it. */
  record: RegExp
  between: string
  /** What stands around all records. */
  around: readonly [before: string, after: string]
}

const forms = {
  bib: { record: /^@\w+\{(.+),\n[\s\S]*?^\}\n/gm, between: '\n', around: ['', ''] },
  ris: {
    record: /^TY {2}- .*\r\nID {2}- (.*)\r\n[\s\S]*?^ER {2}- \r\n/gm,
    between: '',
    around: ['', ''],
  },
  'csl.json': {
    record: /^ {2}\{\n {4}"id": "(.+)",\n[\s\S]*?^ {2}\}/gm,
    between: ',\n',
    around: ['[\n', '\n]\n'],
  },
  // The heading says how many all are.
  md: {
    record: /^- \[.*\]\(\S*\/papers\/([^/\s]+)\/\).*\n/gm,
    between: '',
    around: ['', ''],
  },
} as const satisfies Record<string, Form>

export type RecordFormat = keyof typeof forms

/** The records of these ids, in this order, out of a file that `listExports` made. */
export function pickRecords(file: string, ids: string[], format: RecordFormat): string {
  const byId = new Map(recordsIn(file, format).map(([text, id]) => [id, text]))
  return join(
    ids.map((id) => byId.get(id)).filter((text) => text !== undefined),
    format,
  )
}

/** Files beside paper pages as one file, as `listExports` puts their records together. */
export function joinFiles(files: string[], format: Exclude<RecordFormat, 'md'>): string {
  return join(
    files.flatMap((file) => recordsIn(file, format).map(([text]) => text)),
    format,
  )
}

function recordsIn(file: string, format: RecordFormat): RegExpExecArray[] {
  return [...file.matchAll(forms[format].record)]
}

function join(records: string[], format: RecordFormat): string {
  const { between, around } = forms[format]
  return around.join(records.join(between))
}
