/** The files that go beside a page: its address without the last slash, and one of these extensions. */
export const exportFormats = [
  { extension: 'bib', label: 'BibTeX' },
  { extension: 'ris', label: 'RIS' },
  { extension: 'csl.json', label: 'CSL-JSON' },
  { extension: 'md', label: 'Markdown' },
  { extension: 'json', label: 'JSON' },
] as const

export type ExportExtension = (typeof exportFormats)[number]['extension']
