import type { Evidence, Paper, Span, TopicAssignment } from './model.ts'

/** A stretch of the abstract around the first evidence for a topic. */
export interface EvidenceQuote {
  /** The sentence, or the part of it around the evidence. */
  range: Span
  /** Evidence inside the range, with the topic it is for. */
  marks: (Evidence & { topic: string })[]
  /** Whether words were left out before or after. */
  cut: { before: boolean; after: boolean }
}

const LENGTH_MAX = 220

/** Where the abstract speaks of the topic; null when only the title does. */
export function quoteEvidence(paper: Paper, assignment: TopicAssignment): EvidenceQuote | null {
  const [first] = inAbstract(assignment)
  const sentence =
    first && paper.sentences.find(({ start, end }) => start <= first.start && end >= first.start)
  return first && sentence ? quoteAround(first, sentence, paper, [assignment]) : null
}

/** What a page shows as evidence for two topics: for both at once, or for each. */
interface SharedEvidence {
  topics: TopicAssignment[]
  /** Null when only the title speaks of them. */
  quote: EvidenceQuote | null
}

/** The first sentence that speaks of both topics, if they are near each other in it; otherwise what speaks of each. */
export function quoteEvidenceOfBoth(
  paper: Paper,
  both: readonly [TopicAssignment, TopicAssignment],
): SharedEvidence[] {
  for (const sentence of paper.sentences) {
    const [a = [], b = []] = both.map((assignment) =>
      inAbstract(assignment).filter(
        ({ start, end }) => start >= sentence.start && end <= sentence.end,
      ),
    )
    const around = nearestSpan(a, b)
    if (around && around.end - around.start <= LENGTH_MAX)
      return [{ topics: [...both], quote: quoteAround(around, sentence, paper, both) }]
  }
  const apart = both.map((topic) => ({ topics: [topic], quote: quoteEvidence(paper, topic) }))
  return apart.every(({ quote }) => quote === null) ? [{ topics: [...both], quote: null }] : apart
}

function inAbstract({ evidence }: TopicAssignment): Evidence[] {
  return evidence.filter(({ field }) => field === 'abstract')
}

/** The shortest span that holds one of each, the first of the shortest. */
function nearestSpan(some: readonly Span[], others: readonly Span[]): Span | null {
  let nearest: Span | null = null
  for (const a of some)
    for (const b of others) {
      const span = { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
      if (!nearest || span.end - span.start < nearest.end - nearest.start) nearest = span
    }
  return nearest
}

function quoteAround(
  words: Span,
  sentence: Span,
  { abstract }: Paper,
  assignments: readonly TopicAssignment[],
): EvidenceQuote {
  const range = clip(abstract, sentence, words)
  return {
    range,
    marks: assignments.flatMap((assignment) =>
      inAbstract(assignment)
        .filter(({ start, end }) => start >= range.start && end <= range.end)
        .map((evidence) => ({ ...evidence, topic: assignment.id })),
    ),
    cut: { before: range.start > sentence.start, after: range.end < sentence.end },
  }
}

/** At most LENGTH_MAX characters of the sentence, cut at words, with the evidence about a third in. */
function clip(text: string, sentence: Span, evidence: Span): Span {
  const from = Math.max(sentence.start, Math.min(evidence.start - 70, sentence.end - LENGTH_MAX))
  const start = from === sentence.start ? from : text.indexOf(' ', from) + 1
  const to = Math.min(sentence.end, start + LENGTH_MAX)
  const end = to === sentence.end ? to : text.lastIndexOf(' ', to)
  return { start: Math.min(start, evidence.start), end: Math.max(end, evidence.end) }
}
