import type { Language } from '@cahier/core'
import { headingSlugs, plainText } from '@cahier/prose'
import type {
  Blockquote,
  Heading,
  ListItem,
  Nodes,
  Paragraph,
  Parents,
  Root,
  RootContent,
} from 'mdast'
import { byLanguage } from '../edition/labels.ts'
import { everyNode } from '../edition/nodes.ts'
import { cutSlug, uniqueNames } from './chapter-names.ts'
import { addMarkdownOfHtml, replaceSupAndSub } from './html/html-as-markdown.ts'
import { htmlFindings } from './loose-findings.ts'
import type { ParsedLooseText } from './read-loose-file.ts'

/**
 * Changes a parsed file for print, in place. `title` is the title in the front matter; without it,
 * the first heading is the title. A first heading that only repeats the title is removed. The
 * returned title is `''` when the file has none.
 */
export function tidyChapter(
  { path, tree }: Pick<ParsedLooseText, 'path' | 'tree'>,
  title: string,
  number: number,
  language: Language,
) {
  for (const node of everyNode(tree))
    if (node.type === 'blockquote') labelAlert(node, ALERT_LABELS[language])
  replaceSupAndSub(tree)
  for (const node of everyNode(tree)) if (node.type === 'listItem') drawCheckbox(node)
  const { findings, anchors: htmlAnchors } = htmlFindings(tree, path)
  addMarkdownOfHtml(tree)
  dropUnseen(tree)
  const slugs = headingSlugs(tree)
  const first = headingsIn(tree)[0]
  const heading = first === undefined ? '' : plainText(first)
  const isTitle =
    first !== undefined &&
    (title === '' || folded(title) === folded(heading)) &&
    !holds(first, UNPRINTED_IN_TITLES)
  if (isTitle) tree.children = tree.children.filter((node) => node !== first)
  const ids = setHeadingIds(tree, number)
  setDepths(tree)
  const anchors = anchorsOf(tree, first, slugs, htmlAnchors, ids)
  flattenNested(tree)
  return { title: title || heading, anchors, findings }
}

function drawCheckbox({ children: [block] }: ListItem) {
  const [first, second] = block?.type === 'paragraph' ? block.children : []
  if (first?.type !== 'text') return
  const [sign, mark] = /^\[([ xX])\][ \t]+/.exec(first.value) ?? []
  const words = first.value.slice(sign?.length)
  if (sign !== undefined && (words !== '' || second !== undefined))
    first.value = `${mark === ' ' ? '☐' : '☑'}\u00A0${words}`
}

const IMAGES: ReadonlySet<string> = new Set(['image', 'imageReference'])
const UNPRINTED_IN_TITLES: ReadonlySet<string> = new Set(['footnoteReference', ...IMAGES])

/**
 * Removes paragraphs without a visible character, such as `&nbsp;`. A heading that is only an image
 * without alternative text becomes a paragraph.
 */
function dropUnseen(tree: Root) {
  tree.children = tree.children.map((node) =>
    node.type === 'heading' && plainText(node) === '' && holds(node, IMAGES)
      ? { type: 'paragraph', children: node.children, ...placed(node) }
      : node,
  )
  for (const node of tree.children)
    if (node.type === 'heading' && isUnseen(node)) node.children = []
  tree.children = tree.children.filter((node) => node.type !== 'paragraph' || !isUnseen(node))
}

function isUnseen(node: Nodes): boolean {
  if (node.type === 'text') return !VISIBLE.test(node.value)
  return node.type === 'break' || ('children' in node && node.children.every(isUnseen))
}

const VISIBLE = /[^\p{Z}\p{C}]/u

/**
 * Gives each heading outside lists and quotations an id, unique in the book: `t3-un-titre` in
 * chapter 3.
 */
function setHeadingIds(tree: Root, chapter: number): ReadonlyMap<Heading, string> {
  const ids = new Map<Heading, string>()
  const unique = uniqueNames()
  for (const node of headingsIn(tree)) {
    const id = unique(`t${chapter}-${cutSlug(plainText(node)) || 'titre'}`)
    ids.set(node, id)
    node.data = { ...node.data, id }
  }
  return ids
}

function headingsIn({ children }: Root): Heading[] {
  return children.filter(
    (node): node is Heading => node.type === 'heading' && plainText(node) !== '',
  )
}

/** Numbers heading levels from 3 without gaps. */
function setDepths(tree: Root) {
  const above: number[] = []
  for (const node of tree.children) {
    if (node.type !== 'heading') continue
    while ((above.at(-1) ?? 0) >= node.depth) above.pop()
    above.push(node.depth)
    node.depth = Math.min(above.length + 2, 6) as Heading['depth']
  }
}

/**
 * Maps each URL fragment to the id of a heading, or to `''` before the first heading. A heading in
 * a list or quotation leads to the section around it.
 */
function anchorsOf(
  tree: Root,
  title: Heading | undefined,
  slugs: ReadonlyMap<string, Heading>,
  htmlAnchors: ReadonlyMap<string, RootContent>,
  ids: ReadonlyMap<Heading, string>,
): ReadonlyMap<string, string> {
  const sectionOf = new Map<Nodes, string>()
  let section = ''
  tree.children.forEach((node, index) => {
    if (node.type === 'heading') section = ids.get(node) ?? section
    const next = tree.children[index + 1]
    const before = node.type === 'html' && next?.type === 'heading' ? ids.get(next) : undefined
    for (const each of everyNode(node)) sectionOf.set(each, before ?? section)
  })
  const anchors = new Map<string, string>()
  for (const [slug, heading] of slugs)
    anchors.set(slug, (heading === title ? ids.get(heading) : sectionOf.get(heading)) ?? '')
  for (const [name, node] of htmlAnchors)
    if (!anchors.has(name)) anchors.set(name, sectionOf.get(node) ?? '')
  return anchors
}

function flattenNested(parent: Parents) {
  parent.children = (parent.children as RootContent[]).map((node): RootContent => {
    if ('children' in node) flattenNested(node)
    if (node.type === 'citation') return { type: 'text', value: node.value, ...placed(node) }
    return node.type === 'heading' && parent.type !== 'root'
      ? {
          type: 'paragraph',
          children: [{ type: 'strong', children: node.children }],
          ...placed(node),
        }
      : node
  }) as typeof parent.children
}

function placed({ position }: Nodes) {
  return position === undefined ? {} : { position }
}

function holds(node: Nodes, types: ReadonlySet<string>) {
  return everyNode(node).some(({ type }) => types.has(type))
}

function folded(text: string) {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()
}

/** Replaces the sign of an alert of GitHub (`> [!NOTE]`) with its label in bold, in place. */
function labelAlert(quotation: Blockquote, labels: Readonly<Record<string, string>>) {
  const [first, ...others] = quotation.children
  const sign = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type !== 'paragraph' || sign?.type !== 'text') return
  const [whole = '', kind = ''] = /^\[!([A-Za-z]+)\][ \t]*(?:[\r\n]+|$)/.exec(sign.value) ?? []
  const name = kind.toLowerCase()
  if (!Object.hasOwn(labels, name)) return
  const words = [{ ...sign, value: sign.value.slice(whole.length) }, ...first.children.slice(1)]
  const text: Paragraph = {
    ...first,
    children: words.filter((node) => node.type !== 'text' || node.value !== ''),
  }
  const label: Paragraph = {
    ...first,
    children: [{ type: 'strong', children: [{ type: 'text', value: labels[name] ?? '' }] }],
  }
  quotation.children = [label, ...(text.children.length > 0 ? [text] : []), ...others]
}

const ALERT_LABELS: Readonly<Record<Language, Readonly<Record<string, string>>>> = byLanguage({
  note: ['Note', 'Note'],
  tip: ['Conseil', 'Tip'],
  important: ['Important', 'Important'],
  warning: ['Attention', 'Warning'],
  caution: ['Danger', 'Caution'],
})
