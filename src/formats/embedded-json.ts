const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/**
 * JSON that may stand inside a `<script>`: without `<` no text in it can end the element or open a
 * comment, and without the two separators it is JavaScript too. Any JSON parser gives the value back.
 */
export function formatEmbeddedJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (character) => ESCAPES[character]!)
}
