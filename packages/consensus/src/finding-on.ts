import { type Document, FILE_START, type Finding } from '@cahier/core'

/** A finding on the first of these fields that a document has, else on its first line. */
export function findingOn(
  { path, places }: Pick<Document, 'path' | 'places'>,
  fields: string | readonly string[],
  finding: Omit<Finding, 'path' | 'place'>,
): Finding {
  const found = [fields].flat().flatMap((field) => places[field]?.value ?? [])
  return { ...finding, path, place: found[0] ?? FILE_START }
}
