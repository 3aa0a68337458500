/** Readers of one kind of metadata each; they reject if the page has none. Values are as written. */
declare module 'html-metadata' {
  import type { CheerioAPI } from 'cheerio'

  type Reader<T> = (page: CheerioAPI) => Promise<T>

  export const parseGeneral: Reader<Record<string, string>>
  export const parseHighwirePress: Reader<Record<string, string>>
  export const parseOpenGraph: Reader<Record<string, unknown>>
  export const parseTwitter: Reader<Record<string, string>>
  export const parseJsonLd: Reader<unknown>
  export const parseCOinS: Reader<{ rft: Record<string, string> }[]>
}
