import type { Resource, ResourceKind } from '../../src/shared/model.ts'

const codeHosts =
  /^(?:[\w-]+\.)*(?:github\.com|gitlab\.[\w.-]+|bitbucket\.org|codeberg\.org|sr\.ht|gitee\.com)$/
const dataHosts =
  /^(?:[\w-]+\.)*(?:zenodo\.org|figshare\.com|osf\.io|datadryad\.org|dataverse\.[\w.-]+|physionet\.org|openml\.org)$/

/** First path segments of the model site that are no account. */
const huggingFaceSections = /^(?:datasets|spaces|papers|blog|docs|collections|tasks|learn|models)$/

/** Whatever may stand in a URL: signs of scripts that set no blank behind it end it, as their stops do. */
const URLS =
  /(?<![A-Za-z0-9])https?:\/\/[^\s<>"`\\^|、。〈〉《》「」『』【】！（），：；？｡､،؛؟۔।॥]+/gi

const closers: Record<string, string> = { ')': '(', ']': '[', '}': '{' }

/** The http and https URLs in a text, in order, each once, without the punctuation around them. */
export function findResources(text: string): Resource[] {
  const found = new Map<string, Resource>()
  for (const match of text.matchAll(URLS)) {
    const url = trimUrl(match[0])
    const parsed = URL.canParse(url) ? new URL(url) : null
    if (parsed === null || !parsed.hostname.includes('.') || found.has(url)) continue
    found.set(url, { start: match.index, end: match.index + url.length, url, kind: kindOf(parsed) })
  }
  return [...found.values()]
}

/** Drops punctuation at the end, and closing brackets that the URL does not open. */
function trimUrl(url: string): string {
  const open = new Map(
    Object.values(closers).map((bracket) => [bracket, url.split(bracket).length]),
  )
  const closed = new Map(
    Object.keys(closers).map((bracket) => [bracket, url.split(bracket).length]),
  )
  let end = url.length
  for (; end > 0; end--) {
    const last = url[end - 1] as string
    const opener = closers[last]
    if (opener === undefined) {
      if (/[\p{L}\p{N}/=_~#%+&$@-]/u.test(last)) break
    } else {
      if ((closed.get(last) ?? 0) <= (open.get(opener) ?? 0)) break
      closed.set(last, (closed.get(last) ?? 0) - 1)
    }
  }
  return url.slice(0, end)
}

function kindOf({ hostname, pathname }: URL): ResourceKind {
  const host = hostname.toLowerCase()
  const [first, second] = pathname.split('/').filter((segment) => segment !== '')
  if (codeHosts.test(host)) return 'code'
  if (dataHosts.test(host)) return 'data'
  if (/^(?:www\.)?kaggle\.com$/.test(host)) return first === 'datasets' ? 'data' : 'project'
  if (!/^(?:www\.)?(?:huggingface\.co|hf\.co)$/.test(host) || second === undefined) return 'project'
  if (first === 'datasets') return 'data'
  return huggingFaceSections.test(first ?? '') ? 'project' : 'model'
}
