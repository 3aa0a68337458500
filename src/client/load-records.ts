import type { Paper, PapersFile } from '../shared/model.ts'
import { exportPath, paperPath } from '../shared/paths.ts'
import { joinFiles, pickRecords, type RecordFormat } from './pick-records.ts'
import { siteHref } from './site-href.ts'

/** Above this many papers one file of all costs less than a file of each. */
const SINGLE_FILES_MAX = 40

/** The prebuilt records of these papers, in this order. Throws if they can't be loaded. */
export async function loadRecords(ids: string[], format: RecordFormat): Promise<string> {
  // Files of one paper in Markdown hold its whole text.
  if (ids.length > SINGLE_FILES_MAX || format === 'md')
    return pickRecords(await (await load(exportPath('/papers/', format))).text(), ids, format)
  return joinFiles(
    await Promise.all(
      ids.map(async (id) => (await load(exportPath(paperPath(id), format))).text()),
    ),
    format,
  )
}

/** `/data/papers.json` with these papers only, in this order; `corpus` is still that of all. Throws if they can't be loaded. */
export async function loadPapers(ids: string[]): Promise<PapersFile> {
  if (ids.length === 0 || ids.length > SINGLE_FILES_MAX) {
    const file = (await (await load('/data/papers.json')).json()) as PapersFile
    const byId = new Map(file.papers.map((paper) => [paper.id, paper]))
    return { ...file, papers: ids.flatMap((id) => byId.get(id) ?? []) }
  }
  const files = await Promise.all(
    ids.map(
      async (id): Promise<Omit<PapersFile, 'papers'> & { paper: Paper }> =>
        (await load(exportPath(paperPath(id), 'json'))).json(),
    ),
  )
  const [{ paper: _, ...header }] = files as [(typeof files)[0]]
  return { ...header, papers: files.map(({ paper }) => paper) }
}

async function load(path: string): Promise<Response> {
  const response = await fetch(siteHref(path))
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response
}
