/**
 * The code of an error of the system, such as `ENOENT`; `undefined` for an error that is our own
 * fault.
 */
export function systemCode(error: unknown): string | undefined {
  return typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string'
    ? error.code
    : undefined
}
