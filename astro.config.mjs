import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'
import { startNode } from './scripts/run-step.ts'
import { writeWorker } from './scripts/write-worker.ts'
import { base, keepsOffline, siteUrl } from './src/site.ts'

/** Exports are made in a process of their own, while Astro makes the pages. */
function exportsBesidePages() {
  let site
  let written
  return {
    name: 'exports',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = fileURLToPath(config.outDir)
      },
      // Astro has emptied the folder by now.
      'astro:build:setup': () => {
        written ??= startNode(['scripts/write-exports.ts', site], { quiet: true })
      },
      'astro:build:done': async ({ logger }) => {
        const { exitCode, output } = await written
        if (exitCode !== 0) throw new Error(output)
        logger.info(output.trim())
      },
    },
  }
}

const workerBesidePages = {
  name: 'offline',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const report = await writeWorker(fileURLToPath(dir), { keepsOffline })
      if (!report) return logger.info('browsers keep nothing, and what they kept is taken away')
      const { size, left } = report
      const without = left.length > 0 ? `; no room for ${left.join(', ')}` : ''
      logger.info(`browsers keep ${Math.round(size / 1000)} kB (with gzip)${without}`)
    },
  },
}

/**
 * Vite's way to import a script later also preloads its styles, with 900 bytes on each page. Ours have none.
 */
const lazyScriptsWithoutStyles = {
  name: 'lazy-scripts-without-styles',
  enforce: 'pre',
  apply: 'build',
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : null,
}

export default defineConfig({
  site: siteUrl,
  base,
  output: 'static',
  trailingSlash: 'always',
  // The CSP allows no inline code, so nothing may be inlined however small it is.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 16 },
  integrations: [exportsBesidePages(), workerBesidePages],
  devToolbar: { enabled: false },
  vite: {
    plugins: [tailwindcss(), lazyScriptsWithoutStyles],
    build: {
      assetsInlineLimit: 0,
      modulePreload: false,
      cssTarget: ['chrome111', 'safari16.4', 'firefox121'],
    },
    experimental: {
      // So that the site's files also work from any other folder; pages are rewritten for that.
      renderBuiltUrl: (_, { ssr, hostType }) =>
        !ssr && hostType === 'js' ? { relative: true } : undefined,
    },
  },
})
