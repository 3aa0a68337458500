import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * Astro drops a line break between text and an expression or inline element, as JSX does, and with it
 * the space a reader expects: `{count}` and `papers` on two lines become `5papers`.
 */
const ENDS_INLINE = /(\}|<\/(?:a|span|code|strong|em)>)$/
const ENDS_TEXT = /[^'][A-Za-z0-9,.;:](?<!',)$/
const BEGINS_TEXT = /^[A-Za-z(][A-Za-z ,.;:’'-]*(\s|[.,;{<]|$)/
const BEGINS_INLINE = /^(\{[a-z(]|<(?:a|span|code|strong|em)\b)/
const CODE =
  /^[a-zA-Z-:]+=|^(const|return|if|else|for|type|export|import|function|await)\b|^[a-z]+[({.]|^[\w.]+,?$|=>| [?&|=]+ /i

test('no line break swallows a space that a reader needs', () => {
  const swallowed: string[] = []
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.astro'),
  )
  for (const file of files.sort()) {
    const lines = readFileSync(`src/${file}`, 'utf8')
      .replace(/^---\n[\s\S]*?\n---\n/, (block) => block.replace(/[^\n]/g, ''))
      .replace(/<(style|script)[\s\S]*?<\/\1>/g, (block) => block.replace(/[^\n]/g, ''))
      .split('\n')
      .map((line) => line.trim())
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1] ?? ''
      if (line.endsWith("{' '}")) continue
      const beforeText = ENDS_INLINE.test(line) && BEGINS_TEXT.test(next) && !CODE.test(next)
      const afterText =
        ENDS_TEXT.test(line) && BEGINS_INLINE.test(next) && !/^[\w-]+=|<[^>]*$/.test(line)
      if (beforeText || afterText) swallowed.push(`src/${file}:${index + 1}: ${line} ⏎ ${next}`)
    }
  }
  expect(swallowed).toEqual([])
})
