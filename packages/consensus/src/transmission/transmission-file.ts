import type { Answer } from '@cahier/core'
import { Document, isMap, isSeq, type Node, parseDocument, YAMLSeq } from 'yaml'
import { keepLineEnds } from '../keep-line-ends.ts'

/** The text of `transmissions/<recipient>.yaml` with a new handover. Comments and layout stay. */
export function withHandover(
  text: string | undefined,
  head: { readonly name: string; readonly kind: string },
  handing: {
    readonly edition: string
    readonly date: string
    readonly proposals: readonly string[]
  },
): string {
  const document = text === undefined ? new Document({ ...head, handed: [] }) : parseDocument(text)
  const node = document.createNode(handing) as Node
  if (isMap(node)) flow(node.get('proposals'))
  listIn(document, ['handed'], document).add(node)
  return keepLineEnds(text ?? '', document.toString(WRITING))
}

/** The text of the file with a new answer to the handover number `rank`, from 0. */
export function withAnswer(text: string, rank: number, { link, ...answer }: Answer): string {
  const document = parseDocument(text)
  const node = document.createNode({ ...answer, ...(link !== '' && { link }) }) as Node
  listIn(document, ['handed', rank, 'answers'], document).add(node)
  return keepLineEnds(text, document.toString(WRITING))
}

const WRITING = { lineWidth: 0, flowCollectionPadding: false } as const

// The list at `path`, created if needed. An empty list, written `[]`, becomes a block list.
function listIn(
  document: Document,
  path: readonly (string | number)[],
  { schema }: Document,
): YAMLSeq {
  const there = document.getIn(path)
  if (isSeq(there)) {
    if (there.items.length === 0) there.flow = false
    return there
  }
  const list = new YAMLSeq(schema)
  document.setIn(path, list)
  return list
}

function flow(node: unknown): void {
  if (isSeq(node)) node.flow = true
}
