import { readDocument } from '@cahier/core'
import type { List, Paragraph, RootContent } from 'mdast'
import type { FlowNode } from '../edition/nodes.ts'
import { openNoteBook } from '../print/notes.ts'
import { type House, openPress } from '../print/press.ts'
import { printFlow } from '../print/print.ts'

/** The page in which people, or `changeset version` for them, write what each edition changes. */
export const CHANGELOG = 'CHANGELOG.md'

/** Where what people wrote of an edition is found. */
export interface PeoplesWords {
  /** The text of `CHANGELOG.md`; `''` when there is none. */
  readonly changelog: string
  /** Titles that its part on this edition may bear: the edition's name, the workspace's version. */
  readonly titles: readonly string[]
  /** Changesets not yet taken into it: Markdown, without their head. */
  readonly pending: readonly string[]
}

/**
 * What people wrote of an edition, ready to print: the part of `CHANGELOG.md` under its name, else
 * under the workspace's version, then the changesets that wait. Notes and citations are printed in
 * brackets; `cite` is told of each work.
 */
export function wordsOfPeople(
  { changelog, titles, pending }: PeoplesWords,
  house: House,
  cite: (work: string) => void,
): readonly FlowNode[] {
  const log = documentOf(changelog)
  const sections = log.body?.sections ?? []
  const part = titles
    .map((title) => sections.find((section) => title !== '' && nameIn(section.title) === title))
    .find(Boolean)
  const print = (document: ReturnType<typeof documentOf>, nodes: readonly RootContent[]) => {
    const means = { notes: openNoteBook(), nextNumber: () => '', cite }
    return printFlow(nodes, { ...openPress(house, document, means), within: [CHANGELOG] })
  }
  return [
    ...print(log, unpacked(part?.nodes ?? [])),
    ...pending
      .map(documentOf)
      .flatMap((document) => print(document, document.body?.tree.children ?? [])),
  ]
}

function documentOf(text: string) {
  return readDocument({ path: CHANGELOG, text }, 'page')
}

// `2026-2 (24 novembre 2026)`, `v2026-2`, `[2026-2]`: the ways changelogs are written by hand.
function nameIn(title: string): string {
  return title.replace(/^\[?v?(?=\d)|[\])].*$|\s.*$/g, '')
}

// A changeset is made into an item of a list, under a title in English, after the name of a commit:
// none of it was written by a person.
function unpacked(nodes: readonly RootContent[]): RootContent[] {
  let generated = false
  return nodes.flatMap((node): readonly RootContent[] => {
    if (node.type === 'heading')
      generated = node.depth === 3 && GENERATED.test(textOf(node.children[0]))
    if (node.type === 'heading' && generated) return []
    return node.type === 'list' && generated ? changesetsIn(node) : [node]
  })
}

const GENERATED = /^(?:Major|Minor|Patch) Changes$/

function changesetsIn({ children }: List): readonly RootContent[] {
  return children.flatMap((item): readonly RootContent[] => {
    const [first, ...rest] = item.children
    if (first?.type !== 'paragraph') return item.children
    if (textOf(first.children[0]).startsWith('Updated dependencies')) return []
    return [withoutCommit(first), ...rest]
  })
}

function withoutCommit(paragraph: Paragraph): Paragraph {
  const [first, ...rest] = paragraph.children
  if (first?.type !== 'text') return paragraph
  return {
    ...paragraph,
    children: [{ ...first, value: first.value.replace(/^[0-9a-f]{7,40}: /, '') }, ...rest],
  }
}

function textOf(node: Paragraph['children'][number] | undefined): string {
  return node?.type === 'text' ? node.value : ''
}
