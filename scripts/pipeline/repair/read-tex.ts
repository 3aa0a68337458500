import {
  blackboardLetters,
  subscripts,
  superscripts,
  texAlphabets,
  texMarks,
  texRelations,
  texSymbols,
} from './tex-symbols.ts'

/** A part of a formula that is nested deeper than this is not read. */
const DEEPEST = 12

interface Reader {
  tokens: string[]
  next: number
}

/**
 * A formula as plain Unicode: `\ell_p` as `ℓₚ`, `n^{1/4}` as `n^(1/4)`. Null when it holds a macro
 * without a plain form, or is unbalanced. Alphabets other than blackboard bold are dropped.
 */
export function readTex(tex: string): string | null {
  const reader: Reader = { tokens: tex.match(/\\[A-Za-z]+|\\[\s\S]|\s+|[\s\S]/gu) ?? [], next: 0 }
  const read = readUntil(reader, null, 0)
  const plain = read
    ?.normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[([{√]) | (?=[)\]}])/g, '')
    .trim()
  return plain === undefined || plain === '' ? null : plain
}

function readUntil(reader: Reader, close: string | null, depth: number): string | null {
  if (depth > DEEPEST) return null
  let read = ''
  for (;;) {
    const token = reader.tokens[reader.next]
    if (token === undefined) return close === null ? read : null
    if (token === close) {
      reader.next++
      return read
    }
    const part = readOne(reader, depth)
    if (part === null) return null
    read += part
  }
}

/** Reads one token with its arguments. */
function readOne(reader: Reader, depth: number): string | null {
  const token = reader.tokens[reader.next++]
  if (token === undefined || token === '}') return null
  if (token === '{') return readUntil(reader, '}', depth + 1)
  if (token === '^' || token === '_') return readScript(token, readArgument(reader, depth))
  if (token === '~') return ' '
  if (/^[=<>]$/.test(token)) return ` ${token} `
  return token.startsWith('\\') ? readMacro(token.slice(1), reader, depth) : token
}

function readArgument(reader: Reader, depth: number): string | null {
  skipBlanks(reader)
  const token = reader.tokens[reader.next]
  return token === undefined || token === '^' || token === '_' ? null : readOne(reader, depth + 1)
}

function skipBlanks(reader: Reader) {
  while (/^\s+$/.test(reader.tokens[reader.next] ?? '')) reader.next++
}

function readMacro(name: string, reader: Reader, depth: number): string | null {
  if (/^[{}%$&#_|]$/.test(name)) return name
  if (/^(?:[,;: !]|quad|qquad)$/.test(name)) return name === '!' || name === ',' ? '' : ' '
  if (/^(?:left|right|[bB]igg?[lr]?)$/.test(name)) return readDelimiter(reader, depth)
  if (name === 'frac' || name === 'tfrac' || name === 'dfrac') {
    const [over, under] = [readArgument(reader, depth), readArgument(reader, depth)]
    return over === null || under === null ? null : `${enclose(over)}/${encloseProduct(under)}`
  }
  if (name === 'sqrt') return surround('√', readArgument(reader, depth))
  if (texAlphabets.has(name)) {
    const argument = readArgument(reader, depth)
    return name === 'mathbb' ? (blackboardLetters.get(argument ?? '') ?? argument) : argument
  }
  const mark = texMarks.get(name)
  if (mark !== undefined) {
    const argument = readArgument(reader, depth)
    return argument !== null && [...argument].length === 1 ? argument + mark : argument
  }
  const symbol = texSymbols.get(name)
  if (symbol === undefined) return null
  skipBlanks(reader)
  if (/^[a-z]/i.test(symbol)) return operator(symbol, reader)
  return texRelations.has(name) ? ` ${symbol} ` : symbol
}

/** `\left.` stands for no delimiter at all. */
function readDelimiter(reader: Reader, depth: number): string | null {
  const delimiter = readArgument(reader, depth)
  return delimiter === '.' ? '' : delimiter
}

/** `\log m` keeps its blank, `\log(m)` needs none. */
function operator(name: string, reader: Reader): string {
  const after = reader.tokens[reader.next]
  return ` ${name}${after === undefined || /^[([^_{},.)\]]/.test(after) ? '' : ' '}`
}

function readScript(mark: '^' | '_', script: string | null): string | null {
  const plain = script?.replace(/\s+/g, '')
  if (plain === undefined || plain === '') return null
  if (mark === '^' && /^[*′⊤]$/.test(plain)) return plain
  const raised = raise(plain, mark === '^' ? superscripts : subscripts)
  if (raised !== null) return raised
  return /^[\p{L}\p{N}]+$/u.test(plain) || [...plain].length === 1
    ? `${mark}${plain}`
    : `${mark}(${plain})`
}

/** Only what stays legible at that size: a sign and two characters; words are left as they are. */
function raise(plain: string, characters: ReadonlyMap<string, string>): string | null {
  if (!/^[+-]?(?:\d{1,3}|[A-Za-z]|\d[A-Za-z])$/.test(plain)) return null
  const raised = [...plain].map((character) => characters.get(character))
  return raised.includes(undefined) ? null : raised.join('')
}

function enclose(part: string): string {
  return /^[\p{L}\p{N}]+$/u.test(part.trim()) ? part.trim() : `(${part.trim()})`
}

/** What stands below a fraction stroke: `1/n`, `1/√m`, but `1/(nk)`. */
function encloseProduct(part: string): string {
  return /^(?:\d+|√?\p{L})$/u.test(part.trim()) ? part.trim() : `(${part.trim()})`
}

function surround(sign: string, argument: string | null): string | null {
  return argument === null ? null : sign + enclose(argument)
}
