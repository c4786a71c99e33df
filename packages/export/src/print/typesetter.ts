import type { Document } from '@cahier/core'
import { type Body, definitionsOf, leafBlocks } from '@cahier/prose'
import type { Definition, FootnoteDefinition, Nodes } from 'mdast'
import type { PrintContext } from './context.ts'
import type { NoteBook } from './notes.ts'

/** The data needed to print the blocks of one document. */
export interface Typesetter {
  readonly context: PrintContext
  readonly path: string
  /** The tree that `ordinals` and `footnotes` refer to: parsed again, it would be another. */
  readonly body: Body | null
  readonly definitions: ReadonlyMap<string, Definition>
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>
  /** The rank of each leaf block in the source. */
  readonly ordinals: ReadonlyMap<Nodes, number>
  readonly notes: NoteBook
  /** The next printed number; `''` where blocks are not numbered. */
  readonly nextNumber: () => string
  /** Called with the id of each known work that is cited. */
  readonly cite: (work: string) => void
  /** Identifiers of the enclosing notes. Calls inside a note are printed in brackets. */
  readonly within: readonly string[]
  /**
   * Identifiers already printed in brackets. Each is printed once: notes that call each other twice
   * would double at each level.
   */
  readonly seen?: Set<string>
}

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
