const COMMON = /^--(?:lang|programme)(?:=|$)|^(?:-q|--quiet)$/
const HELP: ReadonlySet<string> = new Set(['help', '--help', '-h'])
const VALUED = /^--(?:lang|programme)$/

/**
 * The arguments with the verb first: what every verb understands may stand before it (`cahier
 * --lang en status`), and `help VERB`, or `--help VERB`, is `VERB --help`. The first is `''` when
 * there is no verb.
 */
export function verbFirst(args: readonly string[]): readonly [string, ...string[]] {
  const at = args.findIndex(
    (arg, index) => !COMMON.test(arg) && !VALUED.test(args[index - 1] ?? ''),
  )
  if (at < 0) return ['', ...args]
  const [verb, asked, ...rest] = args.slice(at) as [string, ...string[]]
  const common = args.slice(0, at)
  if (asked === undefined) return [verb, ...common]
  return HELP.has(verb) && !asked.startsWith('-')
    ? [asked, ...common, '--help']
    : [verb, ...common, asked, ...rest]
}

/**
 * What is given to an option, read before the options are: what is wrong with them is to be said in
 * the right language.
 */
export function valueIn(args: readonly string[], option: 'lang' | 'programme'): string {
  const index = args.findIndex((arg) => arg === `--${option}` || arg.startsWith(`--${option}=`))
  const arg = args[index] ?? ''
  return arg.includes('=')
    ? arg.slice(arg.indexOf('=') + 1)
    : index < 0
      ? ''
      : (args[index + 1] ?? '')
}
