import type { Document } from '@cahier/core'
import { type Body, definitionsOf, leafBlocks } from '@cahier/prose'
import type { Definition, FootnoteDefinition, Nodes } from 'mdast'
import type { PrintContext } from './context.ts'
import type { NoteBook } from './notes.ts'

/** The data needed to print the blocks of one document. */
export interface Typesetter {
  readonly context: PrintContext
  readonly path: string
  /** The parsed text; `ordinals` and `footnotes` refer to the nodes of this tree. */
  readonly body: Body | null
  readonly definitions: ReadonlyMap<string, Definition>
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>
  /** The rank in the source of each leaf block: one that contains no other block. */
  readonly ordinals: ReadonlyMap<Nodes, number>
  readonly notes: NoteBook
  /** Returns the next block number; `''` where blocks are not numbered. */
  readonly nextNumber: () => string
  /** Called with the id of each known work that is cited. */
  readonly cite: (work: string) => void
  /** Identifiers of the notes around this text. A note inside a note is printed in brackets. */
  readonly within: readonly string[]
  /** Identifiers of the notes already printed in brackets: each is printed once. */
  readonly seen?: Set<string>
}

/** Indexes the notes, definitions and blocks of a document, to print it. */
export function openTypesetter(
  context: PrintContext,
  document: Document,
  means: Pick<Typesetter, 'notes' | 'nextNumber' | 'cite'>,
): Typesetter {
  const { body } = document
  const tree = body?.tree ?? { type: 'root' as const, children: [] }
  const { links, notes } = definitionsOf(tree)
  const ordinals = new Map<Nodes, number>(
    leafBlocks(tree, document.text).map(({ node, ordinal }) => [node, ordinal]),
  )
  return {
    context,
    path: document.path,
    body,
    definitions: links,
    footnotes: notes,
    ordinals,
    within: [],
    ...means,
  }
}
