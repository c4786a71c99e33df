/**
 * One of these keys and its value between braces, where YAML found no colon: `title→ Les eaux`,
 * `date:2026-01-01`. With a blank alone they may be words of another value.
 */
export function withoutColon(written: string, keys: readonly string[]) {
  const [, key = '', sign = '', value] =
    /^([a-z-]+)(:|[ \u00A0]*[;=→|@][ \u00A0]*|[ \u00A0]+)(\S.*)$/s.exec(written) ?? []
  if (value === undefined || !keys.includes(key)) return null
  return {
    message: sign === ':' ? 'gluedColon' : 'lostColon',
    key,
    line: `${key}: ${value}`,
    isSure: sign.trim() !== '',
  }
}
