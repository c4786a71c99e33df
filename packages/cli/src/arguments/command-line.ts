import type { Language } from '@cahier/core'
import { wrongValue } from './usage-error.ts'

/** Common options, which may come before the command: `--lang=en`, `-q`. */
const COMMON = /^--(?:lang|programme)(?:=|$)|^(?:-q|--quiet)$/
const HELP: ReadonlySet<string> = new Set(['help', '--help', '-h'])
const VALUED = /^--(?:lang|programme)$/

/**
 * Puts the command before common options: `--lang en status` becomes `status --lang en`. Without a
 * command, `''` comes first. `help COMMAND` becomes `COMMAND --help`.
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

/** The value of a common option, read before the options are parsed; `''` if it is absent. */
export function commonValue(args: readonly string[], option: 'lang' | 'programme'): string {
  const index = args.findIndex((arg) => arg === `--${option}` || arg.startsWith(`--${option}=`))
  const arg = args[index] ?? ''
  return arg.includes('=')
    ? arg.slice(arg.indexOf('=') + 1)
    : index < 0
      ? ''
      : (args[index + 1] ?? '')
}

/** The language of `--lang`, else of the environment, else of the programme, else English. */
export function languageFrom(
  option: string,
  environment: NodeJS.ProcessEnv,
  programme: string,
): Language {
  if (option !== '' && option !== 'fr' && option !== 'en')
    throw wrongValue('lang', option, { fr: 'fr ou en', en: 'fr or en' })
  const locale =
    environment.CAHIER_LANG ||
    environment.LC_ALL ||
    environment.LC_MESSAGES ||
    environment.LANG ||
    localeOf(process.platform)
  for (const wanted of [option, locale, programme]) {
    if (/^fr\b/i.test(wanted.replace('_', '-'))) return 'fr'
    if (/^en\b/i.test(wanted.replace('_', '-'))) return 'en'
  }
  return 'en'
}

// Windows does not put the locale in the environment.
function localeOf(platform: string) {
  return platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : ''
}
