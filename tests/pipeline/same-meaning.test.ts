import { expect, test } from 'vitest'
import { isSameMeaning, meaningOf } from '../../scripts/pipeline/same-meaning.ts'

const longOf = new Map([['LLM', 'large language models']])

test.each([
  ['multimodal language models', 'multi-modal language model', 'are joined otherwise'],
  ['multimodal language models', 'multimoal language models', 'differ by a slip'],
  ['multimodal LLMs', 'multimodal large language models', 'abbreviate a part'],
  ['low-rank adaptation', 'low-rank adapter', 'have other endings'],
  ['prior-data fitted network', 'prior-data fitted neural networks', 'leave a word out'],
  ['visual auto-regressive', 'visual auto-regressive modeling', 'leave the last word out'],
])('%j and %j mean the same: they %s', (a, b) => {
  expect(isSameMeaning(meaningOf(a, longOf), meaningOf(b, longOf))).toBe(true)
  expect(isSameMeaning(meaningOf(b, longOf), meaningOf(a, longOf))).toBe(true)
})

test.each([
  ['Gaussian mixture model', 'generalized method of moments'],
  ['large video-language models', 'large vision-language model'],
  ['state space models', 'state-space machines'],
  ['selection-inference', 'speculative inference'],
  ['beam nets', 'bean nets'],
  ['deep belief networks', 'belief networks'],
])('%j and %j do not', (a, b) => {
  expect(isSameMeaning(meaningOf(a, longOf), meaningOf(b, longOf))).toBe(false)
})
