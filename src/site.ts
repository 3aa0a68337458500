import type { SearchEngineSetting } from './shared/search-engine.ts'
import { readOrigin, readRepositoryUrl } from './shared/site-settings.ts'

/** The one place for the site's name and address. `SITE_URL` and `BASE_PATH` override the address. */
export const siteName = 'Lectern'

export const siteDescription =
  'A quiet reading room for a body of papers: browse, search and cite them, with no server behind it.'

/** What the listings are of, as the home page says it. */
export const siteSubject = 'machine-learning research'

/** Where the listings were saved, as the pages about them say it. */
export const siteSource = 'Hugging Face’s Daily Papers'

/** Where a paper's page offers to look for it, by its title in the place of `%s`. */
export const searchElsewhere: readonly { name: string; url: string }[] = [
  { name: 'arXiv', url: 'https://arxiv.org/search/?searchtype=title&query=%s' },
  { name: 'Hugging Face', url: 'https://huggingface.co/papers?q=%s' },
  { name: 'Semantic Scholar', url: 'https://www.semanticscholar.org/search?q=%s' },
  { name: 'Google Scholar', url: 'https://scholar.google.com/scholar?q=%22%s%22' },
]

/** Origin without a trailing slash. */
export const siteUrl = readOrigin('SITE_URL', process.env.SITE_URL ?? 'https://lectern.example')

/** Path under which the site is served, with leading and trailing slash. */
export const base = `/${(process.env.BASE_PATH ?? '/').replace(/^\/+|\/+$/g, '')}/`.replace(
  '//',
  '/',
)

/**
 * The repository where readers report what is wrong, such as `https://github.com/owner/name`; with null, a paper's page
 * gives them a text to send.
 */
export const repositoryUrl = readRepositoryUrl('repositoryUrl in src/site.ts', null)

/**
 * Whether browsers keep the site, so that it can be read without a connection. With false, the next visit takes
 * away what they have kept.
 */
export const keepsOffline: boolean = true

/** The engine of search: `minisearch`, `pagefind`, or `auto` for the one that suits the number of papers. */
export const searchEngine: SearchEngineSetting = 'auto'

/**
 * Where to report a hole in the security of this site, as a `mailto:` or `https:` address; with null,
 * the mailbox `security` of the site's domain (RFC 2142).
 */
export const securityContact: string | null = null

/** The day on which someone last saw to it that reports arrive there; security.txt ends 360 days later. */
export const securityContactSeen = '2026-11-21'
