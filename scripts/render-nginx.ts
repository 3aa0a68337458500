import {
  commonHeaders,
  filePattern,
  type HeaderSection,
  headerSections,
} from '../src/shared/headers.ts'
import type { SearchEngineName } from '../src/shared/search-engine.ts'
import { contentTypesByName, unusualContentTypes } from './content-types.ts'

/**
 * The nginx configuration as text by file name. Each section has a file with
 * all its headers, because an `add_header` in a location drops every one
 * inherited from the server.
 */
export function renderNginx(engine: SearchEngineName): Record<string, string> {
  const sections = headerSections(engine)
  const files: Record<string, string> = { 'lectern.conf': renderServer(sections) }
  for (const section of sections) files[headerFileOf(section)] = renderSection(section)
  return files
}

function headerFileOf({ name }: HeaderSection): string {
  return `lectern-headers-${name}.conf`
}

function renderSection({ headers }: HeaderSection): string {
  return Object.entries({ ...commonHeaders, ...headers })
    .map(([name, value]) => `add_header ${name} "${value}" always;\n`)
    .join('')
}

function renderServer(sections: readonly HeaderSection[]): string {
  const folders = sections.filter(({ files }) => !files)
  const locations = [
    ...[...folders].reverse().map((section) => renderLocation(section.prefix, section)),
    ...renderFiles(sections),
  ]
  return `server {
    listen 80;
    server_name lectern.example.org;
    root /var/www/lectern;

    absolute_redirect off;
    charset utf-8;
    charset_types text/html text/plain text/css text/csv text/markdown text/x-bibtex text/x-opml text/javascript application/javascript;
    error_page 404 /404.html;
    gzip on;
    gzip_types text/css text/javascript application/javascript application/json application/xml image/svg+xml text/csv text/markdown text/x-bibtex application/x-research-info-systems application/atom+xml application/feed+json text/x-opml application/graphml+xml;

    # A types block replaces the inherited list, so the list is read again here.
    include mime.types;
    types {
${renderTypes()}    }
${locations.join('')}}
`
}

/**
 * Files that stand out of their folder by headers or type. A regular expression goes before the
 * longest prefix; an empty `types` block makes the default type count whatever the extension.
 */
function renderFiles(sections: readonly HeaderSection[]): string[] {
  const files = sections.flatMap((section) =>
    (section.files ?? []).map((file) => ({ file, section })),
  )
  const pages = sections.find(({ name }) => name === 'pages')!
  const others = Object.keys(contentTypesByName)
    .map((name) => `/${name}`)
    .filter((name) => !files.some(({ file }) => file === name))
    .map((file) => ({ file, section: pages }))
  return [...files, ...others].map(({ file, section }) => {
    const type = contentTypesByName[file.slice(file.lastIndexOf('/') + 1)]
    const place = file.includes('*') ? `~ ${filePattern(file).source}` : `= ${file}`
    return renderLocation(place, section, type)
  })
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
