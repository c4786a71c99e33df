import type { Document, Language, Reference } from '@cahier/core'
import { type Body, definitionsOf, leafBlocks } from '@cahier/prose'
import type { Definition, FootnoteDefinition, Nodes, PhrasingContent } from 'mdast'
import type { LinkTarget } from './addresses.ts'
import type { NoteBook } from './notes.ts'

/** What printing any document of the edition needs. */
export interface House {
  readonly language: Language
  readonly sources: ReadonlyMap<string, Reference>
  /** Where a link of a file leads. */
  readonly linkTarget: (url: string, from: string) => LinkTarget
  /** The path of an image that a file shows; `''` when it cannot be shown. */
  readonly imagePath: (url: string, from: string) => string
  /** The inline nodes of one block, with the typography of the language. */
  readonly typeset: (nodes: readonly PhrasingContent[]) => PhrasingContent[]
  /** The same for a plain string; blank lines between paragraphs are kept. */
  readonly text: (text: string) => string
}

/** What printing the blocks of one document needs. */
export interface Press {
  readonly house: House
  readonly path: string
  /**
   * Where the ranks and the notes below are looked up: asked for again, the body of a document may
   * be another tree.
   */
  readonly body: Body | null
  readonly definitions: ReadonlyMap<string, Definition>
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>
  /** Rank of each leaf block in the source. */
  readonly ordinals: ReadonlyMap<Nodes, number>
  readonly notes: NoteBook
  /** The next printed number; `''` where blocks bear none. */
  readonly nextNumber: () => string
  /** Told of each known work that is cited. */
  readonly cite: (work: string) => void
  /**
   * Identifiers of the notes being written: calls inside a note are printed in brackets, since a
   * note bears no notes.
   */
  readonly within: readonly string[]
  /**
   * Identifiers of the notes that brackets being written have said: there, each is said once. Notes
   * that call each other twice would otherwise be twice as long at each step.
   */
  readonly said?: Set<string>
}

/** Makes ready to print a document: where its reference links, notes and blocks are. */
export function openPress(
  house: House,
  document: Document,
  means: Pick<Press, 'notes' | 'nextNumber' | 'cite'>,
): Press {
  const { body } = document
  const tree = body?.tree ?? { type: 'root' as const, children: [] }
  const { links, notes } = definitionsOf(tree)
  const ordinals = new Map<Nodes, number>(
    leafBlocks(tree, document.text).map(({ node, ordinal }) => [node, ordinal]),
  )
  return {
    house,
    path: document.path,
    body,
    definitions: links,
    footnotes: notes,
    ordinals,
    within: [],
    ...means,
  }
}
