import { type Document, FILE_START, type Finding } from '@cahier/core'

/** Places a finding at the first of these JSON pointers that the document has, else on line 1. */
export function findingOn(
  { path, places }: Pick<Document, 'path' | 'places'>,
  fields: string | readonly string[],
  finding: Omit<Finding, 'path' | 'place'>,
): Finding {
  const found = [fields].flat().flatMap((field) => places[field]?.value ?? [])
  return { ...finding, path, place: found[0] ?? FILE_START }
}
