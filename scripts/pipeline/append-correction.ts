import { isScalar, isSeq, parseDocument, Scalar } from 'yaml'
import type { ProposedCorrection } from './propose-correction.ts'

/** The text of corrections.yaml with one more entry at its end; comments and all other lines stay. */
export function appendCorrection(
  yamlText: string,
  { field, in: title, from, to, why }: ProposedCorrection,
): string {
  const document = parseDocument(yamlText)
  const entry = document.createNode({ field, in: title, from, to, why })
  for (const { key, value } of entry.items)
    if (isScalar(key) && isScalar(value) && key.value !== 'field') value.type = Scalar.QUOTE_SINGLE
  const list = document.get('corrections')
  if (isSeq(list)) list.add(entry)
  else document.set('corrections', [entry])
  return document.toString({ lineWidth: 0 })
}
