import canonicalize from 'canonicalize'

/** Whether two values of JSON say the same, in whatever order their keys are. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return canonicalize(a) === canonicalize(b)
}
