/** The files that go beside a page: its address without the last slash, and one of these extensions. */
export const exportFormats = [
  { extension: 'bib', label: 'BibTeX' },
  { extension: 'ris', label: 'RIS' },
  { extension: 'csl.json', label: 'CSL-JSON' },
  { extension: 'md', label: 'Markdown' },
  { extension: 'json', label: 'JSON' },
] as const

export type ExportExtension = (typeof exportFormats)[number]['extension']

/** What papers that a reader has gathered can be taken along as: a table too, which few pages have a file of. */
export const takenFormats = [...exportFormats, { extension: 'csv', label: 'CSV' }] as const

export type TakenExtension = (typeof takenFormats)[number]['extension']

export const mediaTypes: Readonly<Record<TakenExtension, string>> = {
  bib: 'text/x-bibtex',
  ris: 'application/x-research-info-systems',
  'csl.json': 'application/json',
  md: 'text/markdown',
  json: 'application/json',
  csv: 'text/csv',
}
