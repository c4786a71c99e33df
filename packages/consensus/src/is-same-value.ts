import canonicalize from 'canonicalize'

/** True when two JSON values are equal, whatever the order of their keys. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return canonicalize(a) === canonicalize(b)
}
