const COMMON = /^--(?:lang|programme)(?:=|$)|^(?:-q|--quiet)$/
const HELP: ReadonlySet<string> = new Set(['help', '--help', '-h'])
const VALUED = /^--(?:lang|programme)$/

/**
 * The arguments with the command first: common options may precede it (`cahier --lang en status`),
 * and `help COMMAND` is `COMMAND --help`. The first is `''` when there is no command.
 */
export function commandFirst(args: readonly string[]): readonly [string, ...string[]] {
  const at = args.findIndex(
    (arg, index) => !COMMON.test(arg) && !VALUED.test(args[index - 1] ?? ''),
  )
  if (at < 0) return ['', ...args]
  const [command, next, ...rest] = args.slice(at) as [string, ...string[]]
  const common = args.slice(0, at)
  if (next === undefined) return [command, ...common]
  return HELP.has(command) && !next.startsWith('-')
    ? [next, ...common, '--help']
    : [command, ...common, next, ...rest]
}

/**
 * The value of a common option, read before all others: errors about those must be in the right
 * language.
 */
export function commonValue(args: readonly string[], option: 'lang' | 'programme'): string {
  const index = args.findIndex((arg) => arg === `--${option}` || arg.startsWith(`--${option}=`))
  const arg = args[index] ?? ''
  return arg.includes('=')
    ? arg.slice(arg.indexOf('=') + 1)
    : index < 0
      ? ''
      : (args[index + 1] ?? '')
}
