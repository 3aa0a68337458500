import {
  commonHeaders,
  filePattern,
  type HeaderSection,
  headerSections,
} from '../src/shared/headers.ts'
import type { Moved } from '../src/shared/moved.ts'
import { withBase } from '../src/shared/paths.ts'
import type { SearchEngineName } from '../src/shared/search-engine.ts'
import { contentTypesByName, unusualContentTypes } from './content-types.ts'

/**
 * The nginx configuration as text by file name. Each section has a file with
 * all its headers, because an `add_header` in a location drops every one
 * inherited from the server.
 */
export function renderNginx(
  engine: SearchEngineName,
  base: string,
  moved: readonly Moved[],
): Record<string, string> {
  const sections = headerSections(engine)
  const files: Record<string, string> = {
    'lectern.conf': renderServer(sections, base),
    'lectern-redirects.conf': renderRedirects(moved, base),
  }
  for (const section of sections) files[headerFileOf(section)] = renderSection(section)
  return files
}

/**
 * A location for each page that is another by now. Hosts without one show the page that is there
 * too, which leads on by itself, but answers 200.
 */
function renderRedirects(moved: readonly Moved[], base: string): string {
  const locations = moved.map(
    ({ from, to }) => `location = ${withBase(base, from)} {
    include lectern/lectern-headers-pages.conf;
    return 301 ${withBase(base, to)}$is_args$args;
}
`,
  )
  return `# Addresses of papers that are merged into others, and of topics that have other names.\n${locations.join('')}`
}

function headerFileOf({ name }: HeaderSection): string {
  return `lectern-headers-${name}.conf`
}

function renderSection({ headers }: HeaderSection): string {
  return Object.entries({ ...commonHeaders, ...headers })
    .map(([name, value]) => `add_header ${name} "${value}" always;\n`)
    .join('')
}

function renderServer(sections: readonly HeaderSection[], base: string): string {
  const folders = sections.filter(({ files }) => !files)
  const locations = [
    ...[...folders]
      .reverse()
      .map((section) => renderLocation(withBase(base, section.prefix), section)),
    ...renderFiles(sections, base),
  ]
  return `server {
    listen 80;
    server_name lectern.example.org;
    root /var/www/lectern;

    absolute_redirect off;
    charset utf-8;
    charset_types text/plain text/css text/csv text/markdown text/x-bibtex text/x-opml text/javascript application/javascript;
    error_page 404 ${withBase(base, '/404.html')};
    gzip on;
    gzip_types text/css text/javascript application/javascript application/json application/xml image/svg+xml text/csv text/markdown text/x-bibtex application/x-research-info-systems application/vnd.citationstyles.csl+json application/atom+xml application/feed+json text/x-opml application/graphml+xml;

    # A types block replaces the inherited list, so the list is read again here.
    include mime.types;
    types {
${renderTypes()}    }

    include lectern/lectern-redirects.conf;
${locations.join('')}}
`
}

/**
 * Files that stand out of their folder by headers or type. A regular expression goes before the
 * longest prefix; an empty `types` block makes the default type count whatever the extension.
 */
function renderFiles(sections: readonly HeaderSection[], base: string): string[] {
  const files = sections.flatMap((section) =>
    (section.files ?? []).map((file) => ({ file, section })),
  )
  const pages = sections.find(({ name }) => name === 'pages')!
  const others = Object.keys(contentTypesByName)
    .map((name) => `/${name}`)
    .filter((name) => !files.some(({ file }) => file === name))
    .map((file) => ({ file, section: pages }))
  const named = [...files, ...others].map(({ file, section }) => {
    const type = contentTypesByName[file.slice(file.lastIndexOf('/') + 1)]
    const path = withBase(base, file)
    const place = file.includes('*') ? `~ ${filePattern(path).source}` : `= ${path}`
    return renderLocation(place, section, type)
  })
  return [...named, ...renderDoubleExtensions(pages)]
}

/** nginx knows a type by the last extension only. No section but that of pages has such files. */
function renderDoubleExtensions(pages: HeaderSection): string[] {
  return Object.entries(unusualContentTypes)
    .filter(([extension]) => extension.includes('.'))
    .map(([extension, type]) =>
      renderLocation(`~ \\.${extension.replaceAll('.', '\\.')}$`, pages, type),
    )
}

function renderLocation(place: string, section: HeaderSection, type?: string): string {
  const typed = type ? `        types { }\n        default_type ${type};\n` : ''
  return `
    location ${place} {
${typed}        include lectern/${headerFileOf(section)};
    }
`
}

function renderTypes(): string {
  return Object.entries(unusualContentTypes)
    .filter(([extension]) => !extension.includes('.'))
    .map(([extension, type]) => `        ${type} ${extension};\n`)
    .join('')
}
