import type { Document } from './document.ts'
import { readDocument } from './read-document.ts'

/** The document that a file would be with another text. */
export function withText({ path, kind }: Pick<Document, 'path' | 'kind'>, text: string): Document {
  return readDocument({ path, text }, kind)
}
