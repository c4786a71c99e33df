import { meantBy } from '@cahier/core/meant-by'

/**
 * The value that was meant by one that is none: nearly that, another word for it, or how it alone
 * begins; `''` when there is none.
 */
export function valueMeant(
  written: string,
  values: readonly string[],
  others: Readonly<Record<string, string>> = {},
): string {
  const meant = meantBy(written, values, others)
  if (meant !== '' || written.length < A_BEGINNING) return meant
  const begun = values.filter((value) => value.startsWith(written.toLowerCase()))
  return begun.length === 1 ? (begun[0] ?? '') : ''
}

const A_BEGINNING = 3
