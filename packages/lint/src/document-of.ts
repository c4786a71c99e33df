import {
  type Asset,
  type Document,
  folderOf,
  type Kind,
  memoize,
  type Programme,
  stemOf,
} from '@cahier/core'

/**
 * The document of one kind that an id names, found by its path alone so that no other is read;
 * `null` when there is none.
 */
export function documentOf(programme: Programme, kind: Kind, id: string): Document | null {
  return filesOf(programme).byId.get(`${kind} ${id}`) ?? null
}

/** The document at a path of the folder. */
export function documentAt(programme: Programme, path: string): Document | null {
  return filesOf(programme).byPath.get(path) ?? null
}

/** The asset at a path of the folder. */
export function assetAt(programme: Programme, path: string): Asset | null {
  return filesOf(programme).assets.get(path) ?? null
}

/** The proposal, or else the axis, that an amendment changes: its folder's name says which. */
export function amendedDocument(programme: Programme, amendment: Document): Document | null {
  const id = folderOf(amendment.path)
  return documentOf(programme, 'proposal', id) ?? documentOf(programme, 'axis', id)
}

interface Files {
  readonly byId: ReadonlyMap<string, Document>
  readonly byPath: ReadonlyMap<string, Document>
  readonly assets: ReadonlyMap<string, Asset>
}

// Sorted once a programme: a folder may hold ten thousand files, each asked for by several others.
const filesOf = memoize(({ documents, assets }: Programme): Files => {
  const byId = new Map<string, Document>()
  for (const document of documents) {
    const key = `${document.kind} ${(document.kind === 'axis' ? folderOf : stemOf)(document.path)}`
    if (!byId.has(key)) byId.set(key, document)
  }
  return {
    byId,
    byPath: new Map(documents.map((document) => [document.path, document])),
    assets: new Map(assets.map((asset) => [asset.path, asset])),
  }
})
