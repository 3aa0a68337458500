import type { Paper } from '../shared/model.ts'

/**
 * A COinS context object (OpenURL, Z39.88-2004) for the `title` of a `span.Z3988`, from which Zotero
 * offers the papers of a list to choose from. Dublin Core, because it alone has a place for the type
 * document; written as Zotero itself writes such items. An inferred year, which nothing here could mark as
 * one, is left out with its date. `url` is the absolute permalink.
 */
export function formatCoins({ title, date }: Paper, url: string): string {
  const fields = {
    ctx_ver: 'Z39.88-2004',
    rft_val_fmt: 'info:ofi/fmt:kev:mtx:dc',
    'rft.type': 'document',
    'rft.title': title,
    'rft.identifier': url,
    ...(date && !date.yearInferred && { 'rft.date': date.value }),
  }
  return Object.entries(fields)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
}
