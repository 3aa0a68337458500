import { anyOf, type RepairRule, replaceMatches } from './repair-rule.ts'

/** Sentences that begin like this, glued to the full stop before, have lost a blank. */
const sentenceOpeners =
  'We|Our|The|This|These|In|To|It|However|Moreover|Furthermore|Experiments|Code|Based'

const BEYOND_PRINTING_ASCII = /[^ -~]/

export const characterRules: RepairRule[] = [
  {
    id: 'invisible-character',
    description:
      'Characters that print nothing (control characters, direction marks, zero-width blanks, lone surrogates) are taken out.',
    touchesUrls: true,
    find: replaceMatches(
      // Joiners stay after letters beyond ASCII, where scripts and emoji need them.
      /(?:(?!\s)[\p{Cc}\p{Cs}\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\ufffe\uffff\u{e0000}-\u{e007f}]|\ufeff)+|(?<!\P{ASCII})[\u200c\u200d]+/gu,
      '',
      (text) => BEYOND_PRINTING_ASCII.test(text),
    ),
  },
  {
    id: 'unicode-nfc',
    description:
      'Characters spelt as a letter and a combining mark are written as one (Unicode NFC).',
    touchesUrls: true,
    find: replaceMatches(
      /\p{ASCII}?\P{ASCII}+/gu,
      (match) => match[0].normalize('NFC'),
      (text) => text.normalize('NFC') !== text,
    ),
  },
  {
    id: 'mirror-host',
    description: 'A third-party mirror of huggingface.co in a URL is replaced by the real host.',
    touchesUrls: true,
    find: replaceMatches(
      /\bhttps?:\/\/hf-mirror\.(?:com|[\w-]+\.workers\.dev)(?![\w.-])/g,
      'https://huggingface.co',
    ),
  },
]

export const spacingRules: RepairRule[] = [
  {
    id: 'space-before-punctuation',
    description: 'A blank before a comma, a full stop or the like is taken out.',
    find: replaceMatches(/(?<=\S)[ \u00a0]+(?=(?:[,;!?]|[.:](?![.:]))(?:[\s"'”’)\]]|$))/g, ''),
  },
  {
    id: 'missing-space',
    description: 'A sentence, or an “(e.g.”, glued to the word before gets its blank back.',
    find: anyOf(
      replaceMatches(
        new RegExp(`(?<=[A-Za-z][a-z][.!?])(?=(?:${sentenceOpeners})\\s[a-z])`, 'g'),
        ' ',
        (text) => /[.!?][A-Z]/.test(text),
      ),
      replaceMatches(/(?<=[a-z]{2})(?=\((?:e\.g\.|i\.e\.))/g, ' ', (text) =>
        /[a-z]\([ei]\./.test(text),
      ),
    ),
  },
  {
    id: 'space-run',
    description: 'Runs of blanks, tabs and line breaks become one blank; none at either end.',
    find: anyOf(
      replaceMatches(/^\s+|(?<!\s)\s+$/g, '', (text) => text.trim() !== text),
      replaceMatches(/\s{2,}|[^\S ]/g, ' '),
    ),
  },
]
