import { spawnSync } from 'node:child_process'
import { realpathSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { freshSmallProject } from './small-project.ts'

const project = freshSmallProject()

const CORRECTIONS = 'data/curated/corrections.yaml'
const request = {
  id: 'retrieval-augmented-generation',
  field: 'title',
  old: 'Retrieval-Augmented Generation',
  new: 'Retrieval-Augmented Generations',
}

function correct(block: object, ...options: string[]) {
  project.write('request.json', JSON.stringify(block, null, 2))
  return project.run('correct.ts', 'request.json', ...options)
}

describe('a request that fits', () => {
  test('is shown with what it changes, and nothing is written', () => {
    const before = project.sources()
    const { status, stdout } = correct(request)
    expect(status).toBe(0)
    expect(stdout).toContain("from: 'Generation'\n    to: 'Generations'")
    expect(stdout).toMatch(/− Retrieval-Augmented Generation\n.*\+ Retrieval-Augmented Generations/)
    expect(stdout).toContain('Nothing was written')
    expect(project.sources()).toEqual(before)
  })

  test('is appended with --write, below all that the file has, and the data step publishes it', () => {
    const before = project.read(CORRECTIONS)
    const why = "it's what the “paper” says"
    expect(correct(request, '--write', '--why', why).status).toBe(0)
    expect(project.read(CORRECTIONS)).toMatch(before)
    expect(project.read(CORRECTIONS).slice(before.length)).toBe(
      "  - field: title\n    in: 'Retrieval-Augmented Generation'\n    from: 'Generation'\n    to: 'Generations'\n    why: 'it''s what the “paper” says'\n",
    )
    expect(project.run('build-data.ts').status).toBe(0)
    expect(project.read('data/generated/papers.json')).toContain(
      '"id":"retrieval-augmented-generation","title":"Retrieval-Augmented Generations"',
    )
  })

  test('is not made twice', () => {
    expect(correct(request, '--write', '--why', 'so it says').status).toBe(0)
    const once = project.read(CORRECTIONS)
    const { status, stderr } = correct(request, '--write', '--why', 'so it says')
    expect(status).toBe(1)
    expect(stderr).toContain('says so already')
    expect(project.read(CORRECTIONS)).toBe(once)
  })

  test('may be a whole issue with line ends of any kind, on standard input', () => {
    const issue = `What is wrong?\r\n\r\n\`\`\`json\r\n${JSON.stringify(request)}\r\n\`\`\`\r\nThanks!\r\n`
    const { status, stdout } = spawnSync(process.execPath, [resolve('scripts/correct.ts'), '-'], {
      cwd: project.folder,
      input: issue,
      encoding: 'utf8',
    })
    expect(status).toBe(0)
    expect(stdout).toContain("to: 'Generations'")
  })

  test('corrects a text that a rule or another correction has repaired, with the fewest words', () => {
    const repaired = correct({
      id: 'a-study-of-bold-quantization',
      field: 'title',
      old: 'A Study of Bold Quantization',
      new: 'The Study of Bold Quantization',
    })
    expect(repaired.stdout).toContain("from: 'A'\n    to: 'The'")
    const corrected = correct({
      id: 'speculative-decoding-for-language-models',
      field: 'title',
      old: 'Language Models',
      new: 'Large Language Models',
    })
    expect(corrected.stdout).toContain('+ Speculative Decoding for Large Language Models')
  })

  test('replaces one word even where the same word stands elsewhere', () => {
    const { stdout } = correct({
      id: 'retrieval-augmented-generation',
      field: 'abstract',
      old: 'is simple, needs no tuning, and',
      new: 'is simple, needs some tuning, and',
    })
    expect(stdout).toContain("from: 'no'\n    to: 'some'")
  })

  test('may give a formula', () => {
    const { stdout } = correct({ ...request, new: 'Retrieval-Augmented Generation with $k^2$' })
    expect(stdout).toContain('+ Retrieval-Augmented Generation with k²')
  })
})

describe('a request that does not fit', () => {
  test('is refused at its line with what to do, and nothing is written', () => {
    const before = project.sources()
    const { status, stderr, stdout } = correct({ ...request, old: 'Generatoin' }, '--write')
    expect(stderr).toMatch(/^request.json:4: "old" does not stand in the published title; copy it/)
    expect(stderr).toContain('1 problem; nothing was written')
    expect([status, stdout]).toEqual([1, ''])
    expect(project.sources()).toEqual(before)
  })

  test('may quote too little, or name nobody', () => {
    expect(correct({ ...request, old: 'e' }).stderr).toMatch(/json:4: .*stands 6 times/)
    expect(correct({ ...request, id: 'nobody' }).stderr).toMatch(/json:2: there is no paper/)
  })

  test('names the paper that took the place of a merged one, or says that it is withdrawn', () => {
    const ids = [request.id, 'a-study-of-bold-quantization']
    const registry = JSON.parse(project.read('data/permalinks.json'))
    registry.permalinks.push(
      { id: 'old-id', state: 'merged', into: ids[0], fingerprints: [] },
      { id: 'gone-id', state: 'withdrawn', why: 'asked by the authors', fingerprints: [] },
    )
    project.write('data/permalinks.json', JSON.stringify(registry))
    expect(correct({ ...request, id: 'old-id' }).stderr).toContain(`merged into "${ids[0]}"`)
    expect(correct({ ...request, id: 'gone-id' }).stderr).toContain('withdrawn')
  })

  test('may give a formula that can not be set', () => {
    const { status, stderr } = correct({ ...request, new: 'Generation of $\\frac{1}{$' })
    expect(stderr).toMatch(/^request.json:5: "\\frac\{1\}\{" can't be set as a formula; give LaTeX/)
    expect(status).toBe(1)
  })

  test('that needs more than the replacement of printed words is left to people', () => {
    const { status, stderr } = correct({
      id: 'a-study-of-bold-quantization',
      field: 'title',
      old: 'Bold Quantization',
      new: '{\\it Bold} Quantization',
    })
    expect(stderr).toMatch(/request.json:4: .*write the correction by hand/)
    expect(status).toBe(1)
  })
})

test('a file is read as editors save it, and one that is not UTF-8 is told', () => {
  const text = JSON.stringify(request)
  project.write('request.json', `\ufeff${text.replaceAll(',', ',\r\n')}`)
  expect(project.run('correct.ts', 'request.json').status).toBe(0)
  writeFileSync(join(project.folder, 'request.json'), Buffer.from(`\ufeff${text}`, 'utf16le'))
  expect(project.run('correct.ts', 'request.json').stderr).toMatch(
    /^request\.json:1: bytes that are not UTF-8.*\n1 problem/,
  )
})

test('a reason that is too short is told as such', () => {
  const { status, stderr } = correct(request, '--write', '--why', 'typo')
  expect(stderr).toMatch(/^--why: say why, in a few words of 8 characters or more\.\n\nTurns/)
  expect(status).toBe(1)
})

test('a path that leads nowhere is told with the folder that it begins in', () => {
  const { stderr } = project.run('correct.ts', 'nowhere.json')
  expect(stderr).toContain(`check the path, which begins in ${realpathSync(project.folder)}\n`)
})

test('says how it is used, on request and after a mistake', () => {
  const help = project.run('correct.ts', '--help')
  expect([help.status, help.stdout]).toEqual([
    0,
    expect.stringContaining('npm run correct -- FILE'),
  ])
  const wrong = project.run('correct.ts', '--wirte', 'request.json')
  expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringContaining("'--wirte'")])
  expect(project.run('correct.ts').stderr).toContain('Arguments are missing.')
})
