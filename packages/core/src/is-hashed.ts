import type { Document } from './document.ts'

/** Whether a value is lost behind a number sign: `title: #Garantir` is a comment to YAML. */
export function isHashed(
  { places, text }: Pick<Document, 'places' | 'text'>,
  pointer: string,
): boolean {
  const key = places[pointer]?.key
  return key != null && /^["']?[ \t]*:[ \t]+#/.test(text.slice(key.end.offset, key.end.offset + 40))
}
