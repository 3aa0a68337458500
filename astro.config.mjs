import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'
import { base, siteUrl } from './src/site.ts'

export default defineConfig({
  site: siteUrl,
  base,
  output: 'static',
  trailingSlash: 'always',
  // The CSP allows no inline code, so nothing may be inlined however small it is.
  build: { format: 'directory', inlineStylesheets: 'never' },
  prefetch: { prefetchAll: true, defaultStrategy: 'hover' },
  devToolbar: { enabled: false },
  vite: {
    plugins: [tailwindcss()],
    build: { assetsInlineLimit: 0 },
  },
})
