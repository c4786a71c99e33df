/**
 * A number as people write it (`1 200`, `4,10`) as YAML reads it; `''` when it is none, or may be
 * two.
 */
export function numberFrom(written: string): string {
  const bare = written.trim()
  const grouped = /^-?\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?:[.,]\d+)?$/.test(bare)
  // « 1,200 » is a thousand to some.
  const decimal = /^-?\d+(?:\.\d+|,\d{1,2}|,\d{4,})?$/.test(bare)
  return grouped || decimal ? bare.replace(/[ \u00A0\u202F]/g, '').replace(',', '.') : ''
}

/** A share as people write it (`2 / 3`, `⅔`, `deux tiers`) as a fraction; `''` when it is none. */
export function ratioFrom(written: string): string {
  const bare = written.trim().toLowerCase()
  const [, part, whole] = /^([1-9]\d*)\s*[/∕⁄]\s*([1-9]\d*)$/.exec(bare.normalize('NFKC')) ?? []
  return part !== undefined && whole !== undefined ? `${part}/${whole}` : (SHARES.get(bare) ?? '')
}

/** `true` or `false`, of what people write for it; nothing when it is neither. */
export function booleanFrom(written: string): 'true' | 'false' | undefined {
  const word = written.trim().toLowerCase()
  if (['true', 'oui', 'vrai', 'yes', 'on'].includes(word)) return 'true'
  return ['false', 'non', 'faux', 'no', 'off'].includes(word) ? 'false' : undefined
}

const SHARES: ReadonlyMap<string, string> = new Map([
  ...['moitié', 'la moitié', 'half', 'one half'].map((words) => [words, '1/2'] as const),
  ...['deux tiers', 'les deux tiers', 'two thirds'].map((words) => [words, '2/3'] as const),
  ...['trois quarts', 'les trois quarts', 'three quarters'].map((words) => [words, '3/4'] as const),
])
