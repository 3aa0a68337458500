import type { Evidence, Paper, Span, TopicAssignment } from './model.ts'

/** A stretch of the abstract around the first evidence for a topic. */
interface EvidenceQuote {
  /** The sentence, or the part of it around the evidence. */
  range: Span
  /** Evidence inside the range. */
  marks: Evidence[]
  /** Whether words were left out before or after. */
  cut: { before: boolean; after: boolean }
}

const LENGTH_MAX = 220

/** Where the abstract speaks of the topic; null when only the title does. */
export function quoteEvidence(paper: Paper, { evidence }: TopicAssignment): EvidenceQuote | null {
  const first = evidence.find(({ field }) => field === 'abstract')
  const sentence =
    first && paper.sentences.find(({ start, end }) => start <= first.start && end >= first.start)
  if (!first || !sentence) return null
  const range = clip(paper.abstract, sentence, first)
  return {
    range,
    marks: evidence.filter(
      ({ field, start, end }) => field === 'abstract' && start >= range.start && end <= range.end,
    ),
    cut: { before: range.start > sentence.start, after: range.end < sentence.end },
  }
}

/** At most LENGTH_MAX characters of the sentence, cut at words, with the evidence about a third in. */
function clip(text: string, sentence: Span, evidence: Span): Span {
  if (sentence.end - sentence.start <= LENGTH_MAX) return sentence
  const from = Math.max(sentence.start, Math.min(evidence.start - 70, sentence.end - LENGTH_MAX))
  const start = from === sentence.start ? from : text.indexOf(' ', from) + 1
  const to = Math.min(sentence.end, start + LENGTH_MAX)
  const end = to === sentence.end ? to : text.lastIndexOf(' ', to)
  return { start: Math.min(start, evidence.start), end: Math.max(end, evidence.end) }
}
