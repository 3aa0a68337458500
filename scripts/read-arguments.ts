import { type ParseArgsConfig, parseArgs } from 'node:util'

/**
 * The options and arguments of a command, and how it says that they don't fit. `--help` prints the usage and ends the
 * process with 0; an unknown option, or a number of arguments that does not fit, prints it as an error and ends with 1.
 */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(
  usage: string,
  options: T,
  [least, most]: [number, number],
) {
  const refuse = (message: string): never => {
    console.error(`${message}\n\n${usage}`)
    process.exit(1)
  }
  const read = () => {
    try {
      return parseArgs({
        allowPositionals: true,
        options: { ...options, help: { type: 'boolean', short: 'h', default: false } } as const,
      })
    } catch (error) {
      return refuse((error as Error).message)
    }
  }
  const { values, positionals } = read()
  if ((values as { help?: boolean }).help) {
    console.log(usage)
    process.exit(0)
  }
  if (positionals.length < least) refuse('Arguments are missing.')
  if (positionals.length > most) refuse(`"${positionals[most]}" is one argument too many.`)
  return { values, positionals, refuse }
}
