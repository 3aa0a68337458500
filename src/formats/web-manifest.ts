interface Site {
  name: string
  description: string
}

/** The ground of the light theme, which icons have too. */
const GROUND = '#fbfaf6'

/**
 * A web app manifest: how the site looks when it is installed. Addresses in it are relative to its own, which is at the
 * root of the site; the identity of the app is its first page.
 */
export function formatWebManifest({ name, description }: Site): string {
  const png = (file: string, size: number, purpose: 'any' | 'maskable') => ({
    src: file,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
  return JSON.stringify({
    name,
    short_name: name,
    description,
    lang: 'en',
    start_url: './',
    scope: './',
    // Keeps the way back, since papers lead to other sites.
    display: 'minimal-ui',
    background_color: GROUND,
    theme_color: GROUND,
    icons: [
      png('icon-192.png', 192, 'any'),
      png('icon-512.png', 512, 'any'),
      png('icon-maskable-512.png', 512, 'maskable'),
      { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ],
  })
}
