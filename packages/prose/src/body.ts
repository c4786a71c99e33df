import type { Heading, Root, RootContent } from 'mdast'

/** Markdown once parsed; positions are those of the whole file, head included. */
export interface Body {
  readonly tree: Root
  /** What stands before the first level-2 heading. */
  readonly opening: readonly RootContent[]
  readonly sections: readonly Section[]
}

/** A level-2 heading and what follows it up to the next. */
export interface Section {
  /** Plain text of the heading, trimmed. */
  readonly title: string
  readonly heading: Heading
  readonly nodes: readonly RootContent[]
}
