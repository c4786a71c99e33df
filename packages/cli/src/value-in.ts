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
