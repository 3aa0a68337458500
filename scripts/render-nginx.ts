import { commonHeaders, type HeaderSection, headerSections } from '../src/shared/headers.ts'
import type { SearchEngineName } from '../src/shared/search-engine.ts'
import { unusualContentTypes } from './content-types.ts'

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
  const locations = [...sections].reverse().map(
    (section) => `
    location ${section.prefix} {
        include lectern/${headerFileOf(section)};
    }
`,
  )
  return `server {
    listen 80;
    server_name lectern.example.org;
    root /var/www/lectern;

    absolute_redirect off;
    charset utf-8;
    charset_types text/html text/plain text/css text/csv text/markdown text/x-bibtex text/javascript application/javascript;
    error_page 404 /404.html;
    gzip on;
    gzip_types text/css text/javascript application/javascript application/json image/svg+xml text/csv;

    # A types block replaces the inherited list, so the list is read again here.
    include mime.types;
    types {
${renderTypes()}    }
${locations.join('')}}
`
}

function renderTypes(): string {
  return Object.entries(unusualContentTypes)
    .filter(([extension]) => !extension.includes('.'))
    .map(([extension, type]) => `        ${type} ${extension};\n`)
    .join('')
}
