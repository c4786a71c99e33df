import { type Document, folderOf, type Kind, type Programme, stemOf } from '@cahier/core'

/** The document of one kind that an id names, found by its path alone so that no other is read; `null` when there is none. */
export function documentOf(programme: Programme, kind: Kind, id: string): Document | null {
  const named = kind === 'axis' ? folderOf : stemOf
  return programme.documents.find((document) => document.kind === kind && named(document.path) === id) ?? null
}

/** The proposal, or else the axis, that an amendment changes: its folder's name says which. */
export function amendedDocument(programme: Programme, amendment: Document): Document | null {
  const id = folderOf(amendment.path)
  return documentOf(programme, 'proposal', id) ?? documentOf(programme, 'axis', id)
}
