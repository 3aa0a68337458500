import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'
import { writeExports } from './scripts/write-exports.ts'
import { base, siteUrl } from './src/site.ts'

const exportsBesidePages = {
  name: 'exports',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const files = await writeExports(fileURLToPath(dir))
      logger.info(`${files} files for reference managers and programs`)
    },
  },
}

export default defineConfig({
  site: siteUrl,
  base,
  output: 'static',
  trailingSlash: 'always',
  // The CSP allows no inline code, so nothing may be inlined however small it is.
  build: { format: 'directory', inlineStylesheets: 'never' },
  integrations: [exportsBesidePages],
  prefetch: { prefetchAll: true, defaultStrategy: 'hover' },
  devToolbar: { enabled: false },
  vite: {
    plugins: [tailwindcss()],
    build: { assetsInlineLimit: 0 },
  },
})
