import { readDocument } from '@cahier/core'
import type { List, Paragraph, RootContent } from 'mdast'
import type { FlowNode } from '../edition/nodes.ts'
import type { PrintContext } from '../print/context.ts'
import { openNoteBook } from '../print/notes.ts'
import { printFlow } from '../print/print.ts'
import { openTypesetter } from '../print/typesetter.ts'

/** The page where people, or `changeset version`, describe the changes of each edition. */
export const CHANGELOG = 'CHANGELOG.md'

export interface ChangelogSource {
  /** The text of `CHANGELOG.md`; `''` when there is none. */
  readonly changelog: string
  /** Possible titles of the section on this edition: its name, the package version. */
  readonly titles: readonly string[]
  /** Changesets not in `CHANGELOG.md` yet: Markdown without front matter. */
  readonly pending: readonly string[]
}

/**
 * The section of `CHANGELOG.md` on this edition, then the pending changesets. Notes and citations
 * are in brackets. `cite` receives the id of each cited work.
 */
export function printChangelog(
  { changelog, titles, pending }: ChangelogSource,
  context: PrintContext,
  cite: (work: string) => void,
): readonly FlowNode[] {
  const log = documentOf(changelog)
  const sections = log.body?.sections ?? []
  const part = titles
    .filter(Boolean)
    .map((title) => sections.find((section) => editionNameIn(section.title) === title))
    .find(Boolean)
  const print = (document: ReturnType<typeof documentOf>, nodes: readonly RootContent[]) => {
    const means = { notes: openNoteBook(), nextNumber: () => '', cite }
    return printFlow(nodes, { ...openTypesetter(context, document, means), within: [CHANGELOG] })
  }
  return [
    ...print(log, withoutGenerated(part?.nodes ?? [])),
    ...pending
      .map(documentOf)
      .flatMap((document) => print(document, document.body?.tree.children ?? [])),
  ]
}

function documentOf(text: string) {
  return readDocument({ path: CHANGELOG, text }, 'page')
}

// Gives `2026-2` for `2026-2 (24 novembre 2026)`, `v2026-2` and `[2026-2]`.
function editionNameIn(title: string): string {
  return title.replace(/^\[?v?(?=\d)|[\])].*$|\s.*$/g, '')
}

// Removes the list items, headings and commit hashes that the tool `changesets` adds.
function withoutGenerated(nodes: readonly RootContent[]): RootContent[] {
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
