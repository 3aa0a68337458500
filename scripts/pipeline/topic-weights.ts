import { z } from 'astro/zod'
import type { Problem } from './problem.ts'
import { FEATURE_NAMES, type FeatureName, type TopicFeatures } from './topic-features.ts'

/** A logistic regression: log odds with all features at 0, for each feature at 1, and for each topic. */
export interface LogisticWeights {
  bias: number
  features: Record<FeatureName, number>
  /** How much more readily a topic is filed than its words alone would have it; absent is 0. */
  topics: Record<string, number>
}

/** For being a paper's subject or chief means, and for being filed at all. */
export interface TopicWeights {
  main: LogisticWeights
  any: LogisticWeights
}

/** How likely a topic is to be filed, given what speaks for it: 0 to 1. */
export function likelihood(
  weights: LogisticWeights,
  topic: string,
  features: TopicFeatures,
): number {
  let sum = weights.bias + (Object.hasOwn(weights.topics, topic) ? (weights.topics[topic] ?? 0) : 0)
  for (const name of FEATURE_NAMES) sum += weights.features[name] * features[name]
  return 1 / (1 + Math.exp(-sum))
}

const logistic = z.strictObject({
  bias: z.number(),
  features: z.strictObject(Object.fromEntries(FEATURE_NAMES.map((name) => [name, z.number()]))),
  topics: z.record(z.string(), z.number()),
})
const schema = z.strictObject({ main: logistic, any: logistic })

/** Reads data/curated/topic-weights.json, which `npm run fit` writes. */
export function readTopicWeights(
  file: string,
  text: string,
): { weights: TopicWeights | null; problems: Problem[] } {
  let value: unknown = null
  try {
    value = JSON.parse(text)
  } catch {
    // Told below like any other value that does not fit.
  }
  const result = schema.safeParse(value)
  if (result.success) return { weights: result.data as unknown as TopicWeights, problems: [] }
  const what = result.error.issues[0]
  return {
    weights: null,
    problems: [
      {
        file,
        line: 1,
        message: `${what?.path.join('.')} ${what?.message}; write the file anew with: npm run fit`,
      },
    ],
  }
}
