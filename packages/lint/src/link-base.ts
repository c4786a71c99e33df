import type { Document, Programme } from '@cahier/core'
import { amendedDocument } from './document-of.ts'

/**
 * The path that the relative links of a document start from: an amendment quotes the file it
 * amends, links included.
 */
export function linkBase(programme: Programme, document: Document): string {
  return document.kind === 'amendment'
    ? (amendedDocument(programme, document)?.path ?? document.path)
    : document.path
}
