import { slugOf } from './slug-of.ts'

/** The message on a name that is no id, or no name of a rule, and what was meant. */
export function nameMeantBy(
  name: string,
  isRule: boolean,
): readonly [message: string, meant: string] {
  if (!isRule) return slugOf(name) === '' ? ['slug', ''] : ['slugNear', slugOf(name)]
  const parts = name.split('/').map(slugOf)
  return parts.length === 2 && !parts.includes('')
    ? ['ruleNear', parts.join('/')]
    : ['ruleName', '']
}

/**
 * Whether what stands in a list may be two names that lack a comma: `[guichet borne]`, `[guichet ;
 * borne]`.
 */
export function isSeveral(pointer: string, written: string): boolean {
  return /\/\d+$/.test(pointer) && /^[a-z0-9-]+(?:(?:\s*[;+&/→]\s*|\s+)[a-z0-9-]+)+$/.test(written)
}
