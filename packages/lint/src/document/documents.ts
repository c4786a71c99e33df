import {
  type Asset,
  type Document,
  escapePointer,
  FILE_START,
  type FieldPlace,
  type Finding,
  fieldsOf,
  folderOf,
  isFields,
  type Json,
  type Kind,
  lineStartsOf,
  memoize,
  type Place,
  type Programme,
  placeAt,
  stemOf,
  wordSet,
} from '@cahier/core'
import { type Body, byCodeUnits, matchesIn } from '@cahier/prose'
import type { Nodes } from 'mdast'

/** The document of this kind with this id; `null` when there is none. */
export function documentOf(programme: Programme, kind: Kind, id: string): Document | null {
  return filesOf(programme).byId.get(`${kind} ${id}`) ?? null
}

export function documentAt(programme: Programme, path: string): Document | null {
  return filesOf(programme).byPath.get(path) ?? null
}

export function assetAt(programme: Programme, path: string): Asset | null {
  return filesOf(programme).assets.get(path) ?? null
}

/** The proposal or axis that an amendment changes: its id is the folder of the amendment. */
export function amendedDocument(programme: Programme, amendment: Document): Document | null {
  const id = folderOf(amendment.path)
  return documentOf(programme, 'proposal', id) ?? documentOf(programme, 'axis', id)
}

interface Files {
  readonly byId: ReadonlyMap<string, Document>
  readonly byPath: ReadonlyMap<string, Document>
  readonly assets: ReadonlyMap<string, Asset>
}

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

/** Whether a document is an amendment with an outcome: it no longer changes. */
export function isDecided(document: Document): boolean {
  return document.kind === 'amendment' && textsAt(document, '/outcome').length > 0
}

/** Whether a file holds stances of members or records of votes: most rules offer no fix there. */
export function isStancesOrVotes({ kind }: Pick<Document, 'kind'>): boolean {
  return kind === 'positions' || kind === 'decisions'
}

/** Whether a document is printed in the edition: a proposal, an axis or a question. */
export function isPrinted({ kind }: Pick<Document, 'kind'>): boolean {
  return kind === 'proposal' || kind === 'axis' || kind === 'question'
}

const HEADLESS = wordSet(
  'headUnopened headFence indentedFence headBlank headBelow headCut emptyText',
)

/** Whether required front matter is missing or broken: the start of the body is then unknown. */
export function isHeadless({ head, findings }: Document): boolean {
  return head === null && findings.some(({ message }) => HEADLESS.has(message))
}

/** The path that relative links start from; for an amendment, that of the amended text. */
export function linkBase(programme: Programme, document: Document): string {
  return document.kind === 'amendment'
    ? (amendedDocument(programme, document)?.path ?? document.path)
    : document.path
}

export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

export function relativePath(from: string, to: string): string {
  const left = from.split('/').slice(0, -1)
  const right = to.split('/')
  let same = 0
  while (same < left.length && same < right.length - 1 && left[same] === right[same]) same++
  return [...left.slice(same).map(() => '..'), ...right.slice(same)].join('/')
}

export function isWithdrawnOrReplaced({ head }: Document): boolean {
  const { withdrawn, 'replaced-by': replacedBy } = fieldsOf(head)
  return Boolean(withdrawn) || Boolean(replacedBy)
}

/** Whether a document is a proposal that may still change, with front matter free of errors. */
export function isLiveProposal(document: Document): boolean {
  return document.kind === 'proposal' && document.sound && !isWithdrawnOrReplaced(document)
}

/** A front-matter field. `key` is its name, or its index in a list; `pointer` its JSON pointer. */
export interface Field {
  readonly pointer: string
  readonly key: string
  readonly value: Json
  readonly place: FieldPlace
}

/**
 * The fields of front matter, or of a YAML file, that match a pattern such as `/rounds/*`. `*`
 * matches any item of a list and any key of a map.
 */
export function fieldsAt(document: Document, pattern: string): readonly Field[] {
  const found: Field[] = []
  const visit = (
    value: Json | undefined,
    pointer: string,
    key: string,
    rest: readonly string[],
  ) => {
    const [segment, ...deeper] = rest
    if (value === undefined) return
    if (segment === undefined) {
      const place = document.places[pointer]
      if (place !== undefined) found.push({ pointer, key, value, place })
    } else if (Array.isArray(value)) {
      const indices =
        segment === '*' ? value.keys() : /^\d+$/.test(segment) ? [Number(segment)] : []
      for (const index of indices) visit(value[index], `${pointer}/${index}`, String(index), deeper)
    } else if (isFields(value)) {
      const names =
        segment === '*' ? Object.keys(value) : Object.hasOwn(value, segment) ? [segment] : []
      for (const name of names)
        visit(value[name], `${pointer}/${escapePointer(name)}`, name, deeper)
    }
  }
  visit(document.head, '', '', pattern.split('/').slice(1))
  return found
}

/** `fieldsAt`, with only non-empty strings. */
export function textsAt(
  document: Document,
  pattern: string,
): readonly (Field & { readonly value: string })[] {
  return fieldsAt(document, pattern).filter(
    (field): field is Field & { readonly value: string } =>
      typeof field.value === 'string' && field.value !== '',
  )
}

/** The place of the value at a JSON pointer; the start of the file when no value is there. */
export function fieldPlace({ places }: Document, pointer: string): Place {
  return places[pointer]?.value ?? FILE_START
}

/** The nodes of the given types in the body, in reading order. Empty for a YAML file. */
export function nodesOf<T extends Nodes['type']>(
  { body }: Document,
  ...types: readonly T[]
): readonly Extract<Nodes, { type: T }>[] {
  if (body === null) return []
  const wanted = new Set<string>(types)
  return nodesIn(body).filter((node): node is Extract<Nodes, { type: T }> => wanted.has(node.type))
}

const nodesIn = memoize(({ tree }: Body): readonly Nodes[] => {
  const nodes: Nodes[] = []
  const visit = (node: Nodes) => {
    nodes.push(node)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return nodes
})

export function placeIn(document: Document, start: number, end: number): Place {
  return placeAt(lineStartsIn(document), start, end)
}

/** The matches of a pattern in the source at a place, with their offsets in the document. */
export function matchesAt(
  { text }: Document,
  { start, end }: Place,
  pattern: RegExp,
): readonly RegExpExecArray[] {
  return matchesIn(text.slice(start.offset, end.offset), pattern).map((match) =>
    Object.assign(match, { index: start.offset + match.index }),
  )
}

const lineStartsIn = memoize(({ text }: Document) => lineStartsOf(text))

/** Compares findings for sorting: by path, then place, then rule. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    byCodeUnits(a.path, b.path) ||
    a.place.start.offset - b.place.start.offset ||
    byCodeUnits(a.rule, b.rule)
  )
}
