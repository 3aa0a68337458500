import { expect, test } from 'vitest'
import { correctionBlock, correctionIssueUrl } from '../../src/shared/correction-request.ts'

const paper = { id: 'a-work', title: 'A "Work" & <more>\n`code`' }

test('the block is JSON that names the paper and quotes its title', () => {
  expect(JSON.parse(correctionBlock(paper))).toEqual({
    id: 'a-work',
    field: 'title',
    old: paper.title,
    new: '',
  })
})

test('the address of a new issue carries the block whole', () => {
  const url = new URL(correctionIssueUrl('https://forge.example/lectern', paper))
  expect(url.pathname).toBe('/lectern/issues/new')
  expect(url.searchParams.get('title')).toBe('Correction: a-work')
  expect(url.searchParams.get('body')).toContain(correctionBlock(paper))
})
