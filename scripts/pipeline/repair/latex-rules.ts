import { anyOf, type RepairRule, replaceMatches } from './repair-rule.ts'
import { findStyleCommands } from './style-commands.ts'

const accents: Record<string, string> = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  c: '\u0327',
  v: '\u030c',
  u: '\u0306',
  H: '\u030b',
  k: '\u0328',
  r: '\u030a',
}

const letters: Record<string, string> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
}

const textMacros: Record<string, string> = {
  eg: 'e.g.',
  ie: 'i.e.',
  etal: 'et al.',
  etc: 'etc.',
  cf: 'cf.',
  wrt: 'w.r.t.',
  vs: 'vs.',
  iid: 'i.i.d.',
  aka: 'a.k.a.',
  resp: 'resp.',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  ldots: '…',
  dots: '…',
}

function accent(mark: string, letter: string): string | null {
  const accented = (letter + accents[mark]).normalize('NFC')
  return [...accented].length === 1 ? accented : null
}

export const latexRules: RepairRule[] = [
  {
    id: 'latex-accent',
    description:
      'A LaTeX accent (\\"o, \\\'{n}) or special letter (\\ss) becomes the letter it prints.',
    find: anyOf(
      replaceMatches(/\{\\(['"`^~])([A-Za-z])\}/g, ([, mark = '', letter = '']) =>
        accent(mark, letter),
      ),
      replaceMatches(
        /\\(['"`^~])(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))/g,
        ([, mark = '', braced, bare]) => accent(mark, braced ?? bare ?? ''),
      ),
      replaceMatches(/\\([cvuHkr])\{([A-Za-z])\}/g, ([, mark = '', letter = '']) =>
        accent(mark, letter),
      ),
      replaceMatches(
        /\\(ss|ae|AE|oe|OE|aa|AA|[oOlL])(?![A-Za-z])(?:\{\}| )?/g,
        ([, name = '']) => letters[name] ?? null,
      ),
    ),
  },
  {
    id: 'latex-escape',
    description: 'An escaped character (\\%, \\_, \\&, \\#, \\$) loses its backslash.',
    touchesUrls: true,
    find: replaceMatches(/\\([%_&#$])/g, ([, character = '']) => character),
  },
  {
    id: 'latex-spacing',
    description: 'LaTeX blanks (\\, and ~ and the like) become plain blanks, or none inside i.i.d.',
    find: anyOf(
      replaceMatches(/(?<=\b[A-Za-z]\.)\\,\s?(?=[A-Za-z]\b)/g, ''),
      replaceMatches(/\\(?:[ ,;:]|q?quad(?![A-Za-z])|\\(?=\s|$))/g, ' '),
      replaceMatches(/(?<=[a-z]{2}|[.)\]])~(?=[A-Za-z0-9(])/g, ' '),
    ),
  },
  {
    id: 'latex-style',
    description: 'A LaTeX style command (\\textbf{…}, {\\em …}) gives way to the text it styles.',
    find: findStyleCommands,
  },
  {
    id: 'latex-group',
    description: 'Braces around two or more plain words, left by a LaTeX command, are taken out.',
    find: replaceMatches(
      /(?<![\\\w^_}\]$])\{([A-Za-z]+(?:[ -][A-Za-z]+)+)\}(?![\w^_{])/g,
      ([, words = '']) => words,
    ),
  },
  {
    id: 'latex-macro',
    description: 'A common text macro (\\eg, \\etal) is written out.',
    find: replaceMatches(/\\([A-Za-z]+)(?:\{\})?/g, ([, name = '']) => textMacros[name] ?? null),
  },
  {
    id: 'latex-quote',
    description: "LaTeX quotation marks (``…'', `…') become typographic ones.",
    find: anyOf(
      replaceMatches(/``([^`'"]{1,200})(?:''|")/g, ([, quoted = '']) => `“${quoted}”`),
      replaceMatches(/(?<!['\w])''(\w[^`'"]{0,200})''/g, ([, quoted = '']) => `“${quoted}”`),
      replaceMatches(/(?<!\w)"(\w[^`'"]{0,200})''/g, ([, quoted = '']) => `“${quoted}”`),
      replaceMatches(
        /(?<![\w`])`([A-Za-z][^`'"]{0,80})'(?![\w'])/g,
        ([, quoted = '']) => `‘${quoted}’`,
      ),
    ),
  },
  {
    id: 'latex-dash',
    description: 'The LaTeX dashes -- and --- between words or numbers become – and —.',
    find: replaceMatches(
      /(?<=[\p{L}\p{N})\]"'”’.×%])---?(?=[\p{L}\p{N}(["'“‘])|(?<=\s)---?(?=\s)/gu,
      ([dashes]) => (dashes === '--' ? '–' : '—'),
    ),
  },
  {
    id: 'markdown-style',
    description: 'Markdown emphasis around words (*…*) is taken out.',
    find: replaceMatches(
      /(?<![\w*])\*([A-Za-z][A-Za-z-]{2,40}(?: [A-Za-z-]{1,40}){0,4})\*(?![\w*])/g,
      ([, words = '']) => words,
    ),
  },
]

export const unknownMacro: RepairRule = {
  id: 'unknown-macro',
  description:
    'A macro whose expansion the source does not give is published by its name, as such.',
  find: replaceMatches(
    /\{\\([A-Za-z]{2,30})\}|(?<![\\\w:/.])\\([A-Za-z]{2,30})(?:\{\})?(?![A-Za-z\\{])/g,
    ([, braced, bare]) => `[macro: ${braced ?? bare}]`,
  ),
}
