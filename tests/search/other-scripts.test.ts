import { expect, test } from 'vitest'
import { ask, engineOf, firstSnippet, told } from './search-fixtures.ts'

const engine = engineOf({
  papers: [
    {
      title: '面向长上下文的稀疏注意力机制研究',
      abstract: `本文研究推理效率。${'我们在多个基准上评估该方法，结果很好。'.repeat(15)}代码用于语言模型。`,
    },
    { title: '注重用户意见的力学模拟' },
    { title: '検索拡張生成によるハルシネーションの抑制' },
    { title: '한국어 언어 모델의 추론 능력 향상' },
    { title: 'การประมวลผลภาษาไทย' },
    { title: 'ترجمة النُّصوص العربية' },
    { title: 'Обучение языковых моделей: Ёмкость' },
    { title: 'Ανάλυση κειμένων' },
    { title: 'GPT4模型的评测' },
  ],
})

test.each([
  ['注意力', ['面向长上下文的稀疏注意力机制研究']],
  ['注意力 长上下文', ['面向长上下文的稀疏注意力机制研究']],
  ['"注意力机制"', ['面向长上下文的稀疏注意力机制研究']],
  ['"意力注意"', []],
  ['语言模型', ['面向长上下文的稀疏注意力机制研究']],
  ['模型', ['GPT4模型的评测', '面向长上下文的稀疏注意力机制研究']],
  ['gpt4模型', ['GPT4模型的评测']],
  ['ハルシネーション', ['検索拡張生成によるハルシネーションの抑制']],
  ['生成', ['検索拡張生成によるハルシネーションの抑制']],
  ['稀', ['面向长上下文的稀疏注意力机制研究']],
  ['모델 추론', ['한국어 언어 모델의 추론 능력 향상']],
  ['ภาษาไทย', ['การประมวลผลภาษาไทย']],
  ['نصوص', []],
  ['النصوص', ['ترجمة النُّصوص العربية']],
  ['емкость', ['Обучение языковых моделей: Ёмкость']],
  ['ΚΕΙΜΕΝΩΝ', ['Ανάλυση κειμένων']],
])('%s finds %j', async (q, titles) => {
  expect(told(await ask(engine, q))).toEqual(titles)
})

test('the whole title comes first of all', async () => {
  expect(told(await ask(engine, 'GPT4模型的评测'))).toEqual(['GPT4模型的评测'])
})

test('what was asked for is marked in one', async () => {
  const { results } = await ask(engine, '注意力机制')
  const marked = results.map(({ title, titleMarks }) =>
    titleMarks.map(({ start, end }) => title.slice(start, end)),
  )
  expect(marked).toEqual([['注意力机制']])
})

test('the snippet has all of a word rather than some of its characters', async () => {
  const abstract = `用户意力很强。${'我们在多个基准上评估该方法，结果很好。'.repeat(15)}代码用于注意力。`
  const { text } = await firstSnippet(
    engineOf({ papers: [{ title: 'Other', abstract }] }),
    '注意力',
  )
  expect(text).toContain('注意力')
})

test('the snippet is cut between sentences', async () => {
  const { text, marks } = await firstSnippet(engine, '"语言模型"')
  expect(text.length).toBeLessThan(300)
  expect(text).toMatch(/^我们.*代码用于语言模型。$/)
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['语言模型'])
})
