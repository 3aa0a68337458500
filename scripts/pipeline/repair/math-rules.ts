import { findDelimitedMath } from './find-math.ts'
import { anyOf, type RepairRule, replaceMatches } from './repair-rule.ts'
import { findStrippedMath } from './stripped-math.ts'

const relations: Record<string, string> = {
  neq: '≠',
  leq: '≤',
  geq: '≥',
  rightarrow: '→',
  leftarrow: '←',
  Rightarrow: '⇒',
  leftrightarrow: '↔',
  ge: '≥',
  le: '≤',
  sim: '∼',
  times: '×',
}

export const mathRules: RepairRule[] = [
  {
    id: 'math',
    description: 'A formula between $…$ reads as plain Unicode and is set as MathML.',
    find: findDelimitedMath,
  },
  {
    id: 'stripped-math',
    description:
      'A formula that has lost its $ signs and backslashes (ell_p, O(varepsilon^{-2})) is restored, if it can only be one.',
    find: findStrippedMath,
  },
  {
    id: 'math-symbol',
    description: 'The name of a sign left by LaTeX (2times, neq, rightarrow) becomes the sign.',
    find: anyOf(
      replaceMatches(
        /(?<=\d%?)(times|sim)(?![A-Za-z])/g,
        ([, name = '']) => relations[name] ?? null,
      ),
      replaceMatches(
        /(?<=\s)\\?(neq|leq|geq|rightarrow|leftarrow|Rightarrow|leftrightarrow)(?=\s)/g,
        ([, name = '']) => relations[name] ?? null,
      ),
      replaceMatches(/(?<=\()(ge|le|sim) ?(?=\d)/g, ([, name = '']) => relations[name] ?? null),
    ),
  },
]
