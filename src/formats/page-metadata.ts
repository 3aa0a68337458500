import type { Paper, Topic } from '../shared/model.ts'
import { type Card, paperCard } from './card.ts'
import { citationTags, type MetaTag } from './citation-tags.ts'
import { feedPath } from './feed.ts'
import { type Address, collectionPage, type JsonLdNode, scholarlyArticle } from './json-ld.ts'

/** A feed that a page's readers may follow. */
interface FeedLink {
  title: string
  /** Site path. */
  path: string
  mediaType: 'application/atom+xml' | 'application/feed+json'
}

/** What a page tells machines beyond its title, description and address, which the layout adds. */
export interface PageMetadata {
  /** The page's subject in schema.org's vocabulary. */
  node: JsonLdNode
  /** For Open Graph. Never `website` on a paper: Zotero would take it for a web page. */
  graphType: 'article' | 'website'
  /** For reference managers. */
  tags: readonly MetaTag[]
  /** The page's own; with null it shares the site's. */
  card: Card | null
  /** Feeds of what the page shows. */
  feeds: readonly FeedLink[]
}

/** `topics` are those the paper is about. */
export function paperMetadata(
  paper: Paper,
  topics: readonly Topic[],
  address: Address,
): PageMetadata {
  return {
    ...pageMetadata(scholarlyArticle(paper, topics, address)),
    graphType: 'article',
    tags: citationTags(paper, address(paper.url)),
    card: paperCard(paper, topics),
  }
}

/** A page that lists others, such as papers or topics, in its order. */
export function listMetadata(entries: readonly { url: string }[], address: Address): PageMetadata {
  return pageMetadata(
    collectionPage(
      entries.map(({ url }) => url),
      address,
    ),
  )
}

/** The feeds of a page that has some: Atom, and JSON Feed where there is one. */
export function feedLinks(title: string, page: string, hasJson = true): FeedLink[] {
  return [
    { title, path: feedPath(page, 'xml'), mediaType: 'application/atom+xml' },
    ...(hasJson
      ? [{ title, path: feedPath(page, 'json'), mediaType: 'application/feed+json' } as const]
      : []),
  ]
}

/** Any other page. */
export function pageMetadata(node: JsonLdNode = { '@type': 'WebPage' }): PageMetadata {
  return { node, graphType: 'website', tags: [], card: null, feeds: [] }
}
