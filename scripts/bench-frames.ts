import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import type { GraphFile, PapersFile, TopicsFile } from '../src/shared/model.ts'
import { browseSite } from './browse-site.ts'
import { copyProject } from './copy-project.ts'
import { layOutTopics } from './pipeline/lay-out-topics.ts'
import { mapTopics } from './pipeline/map-task.ts'
import { projectFolder } from './run-step.ts'
import { syntheticGraph } from './synthetic-graph.ts'

/** How smoothly a map moves; times in milliseconds between frames, by slowdown of the page's processor. */
interface FrameTimes {
  topics: number
  painter: 'SVG' | 'canvas'
  pan: Map<number, number[]>
  zoom: Map<number, number[]>
}

/** Builds the site of a made-up corpus of so many topics in a folder; only its map is of use. */
export function buildSyntheticSite(folder: string, count: number): void {
  copyProject(folder)
  const { areas, topics, papers, graph } = syntheticGraph(count)
  const { layouts } = layOutTopics(mapTopics({ graph, topics }), graph.links, areas)
  const generated = join(folder, 'data/generated')
  mkdirSync(generated, { recursive: true })
  const read = <T>(name: string): T =>
    JSON.parse(readFileSync(join(projectFolder, 'data/generated', name), 'utf8')) as T
  const write = (name: string, value: unknown) =>
    writeFileSync(join(generated, name), JSON.stringify(value))
  const real = read<PapersFile>('papers.json')
  const template = real.papers[0]!
  const others = [
    'listings',
    'quality',
    'permalinks',
    'glossary',
    'synonyms',
    'paraphrases',
    'changes',
  ]
  for (const name of others) write(`${name}.json`, read(`${name}.json`))
  write('papers.json', {
    ...real,
    papers: papers.map(({ id, topics: filed }) => ({
      ...template,
      id,
      url: `/papers/${id}/`,
      topics: filed,
      related: [],
      words: [],
    })),
  } satisfies PapersFile)
  const { schema, corpus } = real
  write('topics.json', {
    schema,
    corpus,
    areas: areas.map((area) => ({
      ...area,
      scope: '',
      url: `/areas/${area.id}/`,
      formerly: [],
      papers: 0,
    })),
    topics: topics.map((topic) => ({
      ...topic,
      scope: '',
      url: `/topics/${topic.id}/`,
      formerly: [],
      aliases: [],
      acronyms: [],
      main: 0,
      also: 0,
    })),
    pairs: [],
    moved: [],
  } satisfies TopicsFile)
  write('graph.json', { schema, corpus, ...graph, layouts } satisfies GraphFile)
  const { status, stderr } = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build', '--silent'],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } },
  )
  if (status !== 0) throw new Error(`The site of ${count} topics was not built:\n${stderr}`)
}

/** Pans and zooms the map of a built site in Chromium as a reader with a mouse does. */
export function benchFrames(root: string): Promise<FrameTimes> {
  return browseSite(root, async (browser, url) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`${url}graph/?at=600,400,2`)
    await page.waitForSelector('[data-graph][data-state=ready]')
    const times: FrameTimes = {
      topics: await page.locator('svg.landscape [data-topic]').count(),
      painter: (await page.locator('canvas.painted:not([hidden])').count()) > 0 ? 'canvas' : 'SVG',
      pan: new Map(),
      zoom: new Map(),
    }
    const session = await page.context().newCDPSession(page)
    for (const slowdown of [1, 4]) {
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
      times.pan.set(slowdown, await timeFrames(page, pan))
      times.zoom.set(slowdown, await timeFrames(page, zoom))
    }
    return times
  })
}

async function pan(page: Page): Promise<void> {
  await page.mouse.move(550, 430)
  await page.mouse.down()
  for (let step = 0; step < 60; step++)
    await page.mouse.move(550 + 150 * Math.sin(step / 6), 430 + 100 * Math.cos(step / 9))
  await page.mouse.up()
}

async function zoom(page: Page): Promise<void> {
  await page.mouse.move(550, 430)
  for (let step = 0; step < 40; step++) await page.mouse.wheel(0, step % 20 < 10 ? -60 : 60)
}

/** The times between the frames of the page while something is done in it. */
async function timeFrames(page: Page, act: (page: Page) => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const frames: number[] = []
    ;(window as unknown as { frames: number[] }).frames = frames
    const note = (now: number) => {
      frames.push(now)
      requestAnimationFrame(note)
    }
    requestAnimationFrame(note)
  })
  await act(page)
  return page.evaluate(() => {
    const { frames } = window as unknown as { frames: number[] }
    return frames.slice(1).map((now, at) => now - (frames[at] as number))
  })
}

/** 50th and 95th percentile, as one line. */
export function formatFrames(name: string, { topics, painter, pan, zoom }: FrameTimes): string {
  const cells = [pan, zoom].flatMap((times) =>
    [1, 4].map((slowdown) => {
      const sorted = [...(times.get(slowdown) ?? [])].sort((a, b) => a - b)
      const at = (share: number) =>
        (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1)
      return `${at(0.5)} / ${at(0.95)}`.padStart(16)
    }),
  )
  return `${name.padEnd(20)}${String(topics).padStart(7)}  ${painter.padEnd(7)}${cells.join('')}`
}

export const FRAMES_HEAD = `${'map frames, p50 / p95 ms'.padEnd(20)} topics  painter ${['pan', 'pan, 4x', 'zoom', 'zoom, 4x'].map((cell) => cell.padStart(16)).join('')}`
