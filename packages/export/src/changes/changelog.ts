import { readDocument } from '@cahier/core'
import type { List, Paragraph, RootContent } from 'mdast'
import type { FlowNode, Selection } from '../edition/edition.ts'
import { IN_BRACKETS, openTypesetter, type ProgrammeContext } from '../print/context.ts'
import { printFlow } from '../print/markdown-to-edition.ts'

/** The page where people, or `changeset version`, describe the changes of each edition. */
const CHANGELOG = 'CHANGELOG.md'

/**
 * The section of `CHANGELOG.md` that has this edition or version as title. Then the changesets
 * (notes on changes that are not in `CHANGELOG.md` yet).
 */
export function printChangelog(
  { version = '', changesets = [] }: Selection,
  context: ProgrammeContext,
  cite: (work: string) => void,
): readonly FlowNode[] {
  const { documents, manifest } = context.programme
  const log = documentOf(documents.find(({ path }) => path === CHANGELOG)?.text ?? '')
  const sections = log.body?.sections ?? []
  const part = [manifest.publication.edition, version]
    .filter(Boolean)
    .map((title) => sections.find((section) => editionNameIn(section.title) === title))
    .find(Boolean)
  const print = (document: typeof log, nodes: readonly RootContent[] | undefined) =>
    printFlow(nodes ?? [], openTypesetter(context, document, { cite, within: IN_BRACKETS }))
  return [
    ...print(log, withoutGenerated(part?.nodes ?? [])),
    ...changesets
      .map(documentOf)
      .flatMap((document) => print(document, document.body?.tree.children)),
  ]
}

function documentOf(text: string) {
  return readDocument({ path: CHANGELOG, text }, 'page')
}

// Gives `2026-2` for `2026-2 (24 novembre 2026)`, `v2026-2` and `[2026-2]`.
function editionNameIn(title: string) {
  return title.replace(/^\[?(?:v(?=\d))?|[\])].*$|\s.*$/g, '')
}

// Removes the bullets, headings and commit hashes that the tool `changesets` adds.
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

function textOf(node: Paragraph['children'][number] | undefined) {
  return node?.type === 'text' ? node.value : ''
}
