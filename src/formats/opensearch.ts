import { escapeXml } from './xml-text.ts'

interface SearchDescription {
  name: string
  description: string
  /** Absolute address of the search page, whose query stands in `q`. */
  searchPage: string
  /** Absolute address of a PNG of 192 by 192 pixels. */
  icon: string
  /** Absolute address of the description itself. */
  self: string
}

/** Longest name that OpenSearch 1.1 allows. */
const NAME_MAX = 16

/** An OpenSearch 1.1 description, with which a browser can search the site from its address bar. */
export function formatOpenSearch(site: SearchDescription): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(site.name.slice(0, NAME_MAX))}</ShortName>
  <Description>${escapeXml(site.description)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>en</Language>
  <Image width="192" height="192" type="image/png">${escapeXml(site.icon)}</Image>
  <Url type="text/html" template="${escapeXml(site.searchPage)}?q={searchTerms}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${escapeXml(site.self)}"/>
</OpenSearchDescription>
`
}
