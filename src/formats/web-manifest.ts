interface Site {
  name: string
  description: string
  /** Path under which the site is served, with leading and trailing slash. */
  base: string
}

/** The ground of the light theme, which icons have too. */
const GROUND = '#fbfaf6'

/** A web app manifest: how the site looks when it is installed. */
export function formatWebManifest({ name, description, base }: Site): string {
  const png = (file: string, size: number, purpose: 'any' | 'maskable') => ({
    src: `${base}${file}`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
  return JSON.stringify({
    id: base,
    name,
    short_name: name,
    description,
    lang: 'en',
    start_url: base,
    scope: base,
    // Keeps the way back, since papers lead to other sites.
    display: 'minimal-ui',
    background_color: GROUND,
    theme_color: GROUND,
    icons: [
      png('icon-192.png', 192, 'any'),
      png('icon-512.png', 512, 'any'),
      png('icon-maskable-512.png', 512, 'maskable'),
      { src: `${base}favicon.svg`, sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ],
  })
}
