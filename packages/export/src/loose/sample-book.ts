import type { PhrasingContent } from 'mdast'
import type { Chapter } from '../edition/edition.ts'
import type { FlowNode } from '../edition/nodes.ts'
import { composeLooseEdition, type LooseEdition } from './compose-loose-edition.ts'
import { sampleFolder } from './sample-folder.ts'

/** The book of a folder in a few words. Test material, as all of this file. */
export function composed(files: Readonly<Record<string, string | Uint8Array>>): LooseEdition {
  const { folder, readAsset } = sampleFolder(files)
  return composeLooseEdition(folder, { readAsset }, '')
}

/** What was said of its files, the title apart. */
export function said({ findings }: LooseEdition): string[] {
  return findings
    .filter(({ message }) => message !== 'untitled')
    .map(
      ({ path, rule, message, place, severity }) =>
        `${path}:${place.start.line} ${severity} ${rule.slice(12)}/${message}`,
    )
}

/** A chapter, the first unless told. */
export function chapter(book: LooseEdition, at = 0): Chapter {
  return book.edition.chapters[at] as Chapter
}

/** Blocks in the fewest signs. */
export function shown(nodes: readonly FlowNode[]): string[] {
  const one = (node: FlowNode | PhrasingContent): string => {
    const inside = (between: string) =>
      'children' in node ? (node.children as FlowNode[]).map(one).join(between) : ''
    if (node.type === 'text') return node.value.replace(/[\u00A0\u202F]/g, ' ')
    if (node.type === 'list')
      return node.children
        .map((item, at) => `${node.ordered ? `${(node.start ?? 1) + at}.` : '-'} ${one(item)}`)
        .join(' ')
    const [open, between, close] = SIGNS[node.type] ?? ['', '', '']
    return (
      open +
      ('value' in node ? node.value : node.type === 'image' ? (node.alt ?? '') : inside(between)) +
      close
    )
  }
  return nodes.map(one)
}

const SIGNS: Readonly<Record<string, readonly [string, string, string]>> = {
  strong: ['*', '', '*'],
  emphasis: ['_', '', '_'],
  inlineCode: ['`', '', '`'],
  image: ['{', '', '}'],
  crossReference: ['[', '', ']'],
  break: ['/', '', ''],
  table: ['', ' || ', ''],
  tableRow: ['', ' | ', ''],
  listItem: ['', ' ', ''],
  blockquote: ['', ' ', ''],
}
