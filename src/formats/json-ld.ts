import type { DataFile } from '../shared/data-files.ts'
import { listingName } from '../shared/facts.ts'
import type { Corpus, Paper, Topic } from '../shared/model.ts'
import { listingsOf } from '../shared/paper-facts.ts'
import { listingPath } from '../shared/paths.ts'

/** A node of schema.org's vocabulary. Whoever embeds it adds the context. */
export type JsonLdNode = { '@type': string } & Readonly<Record<string, unknown>>

/** The absolute address of a site path. */
export type Address = (path: string) => string

/** A paper without authors, whom the source does not name, and with a date only if the source prints all of it. */
export function scholarlyArticle(
  paper: Paper,
  topics: readonly Topic[],
  address: Address,
): JsonLdNode {
  return {
    '@type': 'ScholarlyArticle',
    headline: paper.title,
    abstract: paper.abstract,
    inLanguage: 'en',
    ...(paper.date && !paper.date.yearInferred && { datePublished: paper.date.value }),
    about: topics.map(({ label, url }) => ({
      '@type': 'DefinedTerm',
      '@id': address(url),
      name: label,
    })),
    isPartOf: listingsOf(paper).map((id) => ({
      '@type': 'CollectionPage',
      '@id': address(listingPath(id)),
      name: `Listing ${listingName(id)}`,
    })),
  }
}

/** A page that lists others, in the order of the page. `paths` are site paths. */
export function collectionPage(paths: readonly string[], address: Address): JsonLdNode {
  return {
    '@type': 'CollectionPage',
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: paths.length,
      itemListElement: paths.map((path, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        url: address(path),
      })),
    },
  }
}

/** Where a page stands, from the top to the page itself. */
export function breadcrumbList(
  trail: readonly { label: string; path: string }[],
  here: string,
  address: Address,
): JsonLdNode {
  const above = trail.map(({ label, path }) => ({ name: label, item: address(path) }))
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [...above, { name: here }].map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      ...step,
    })),
  }
}

/** `searchPath` is the site path of the search page, whose query stands in `q`. */
export function webSite(searchPath: string, address: Address): JsonLdNode {
  return {
    '@type': 'WebSite',
    inLanguage: 'en',
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${address(searchPath)}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  }
}

/** The open data. No licence is stated, because the texts belong to their authors. */
export function dataset(
  { name, corpus }: { name: string; corpus: Corpus },
  files: readonly DataFile[],
  modified: string | null,
  address: Address,
): JsonLdNode {
  return {
    '@type': 'Dataset',
    name,
    version: corpus.hash,
    isAccessibleForFree: true,
    ...(modified && { dateModified: modified }),
    distribution: files.map(({ name, what, mediaType }) => ({
      '@type': 'DataDownload',
      name,
      description: what,
      contentUrl: address(`/data/${name}`),
      encodingFormat: mediaType,
    })),
  }
}
