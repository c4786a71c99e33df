import type { Finding, Language } from '@cahier/core'
import { headingSlugs, plainText } from '@cahier/prose'
import type { Heading, Nodes, Parents, Root, RootContent } from 'mdast'
import { htmlFindings } from '../html/html-findings.ts'
import { writeHtml } from '../html/written-html.ts'
import type { LooseText } from '../read-loose-text.ts'
import { nameAlerts } from './alerts.ts'
import { dropAttributes } from './attribute-lists.ts'
import { headingIds } from './heading-ids.ts'
import { raiseFigures } from './raised-figures.ts'
import { drawBoxes } from './ticked-boxes.ts'
import { linkWikis } from './wiki-links.ts'

/** A file made ready to be printed as a chapter. */
export interface TidyChapter {
  /**
   * Its first heading, `''` when it has none: no longer in the tree, unless it bears a note or a
   * picture.
   */
  readonly title: string
  /** Where a fragment leads: the id of a printed heading, or `''` for the chapter itself. */
  readonly anchors: ReadonlyMap<string, string>
  readonly findings: readonly Finding[]
}

/**
 * Makes a parsed file fit to print, in place: headings of one level after the other with an id
 * each, those inside quotes and lists as strong words, citations as they were written, raised
 * figures and boxes to tick as characters, raw HTML as Markdown. `title` is what the head says, or
 * `''`; `number` is the chapter's, `language` that of labels; `find` gives the path of a text or a
 * picture that is called by its name alone, or `''`.
 */
export function tidyChapter(
  { path, tree }: Pick<LooseText, 'path' | 'tree'>,
  title: string,
  number: number,
  language: Language,
  find: (name: string) => string,
): TidyChapter {
  dropAttributes(tree)
  linkWikis(tree, find)
  nameAlerts(tree, language)
  raiseFigures(tree)
  drawBoxes(tree)
  const { findings, anchors: tags } = htmlFindings(tree, path)
  writeHtml(tree)
  const named = namedHeadings(tree)
  dropUnseen(tree)
  const slugs = headingSlugs(tree)
  const first = tree.children.find(
    (node): node is Heading => node.type === 'heading' && plainText(node) !== '',
  )
  const heading = first === undefined ? '' : plainText(first)
  const isTitle =
    first !== undefined &&
    (title === '' || folded(title) === folded(heading)) &&
    !holds(first, UNPRINTED_IN_TITLES)
  if (isTitle) tree.children = tree.children.filter((node) => node !== first)
  const ids = headingIds(tree, number)
  setDepths(tree)
  const anchors = anchorsOf(tree, first, [...slugs, ...named], tags, ids)
  tidy(tree)
  return { title: title || heading, anchors, findings }
}

const IMAGES: ReadonlySet<string> = new Set(['image', 'imageReference'])
const UNPRINTED_IN_TITLES: ReadonlySet<string> = new Set(['footnoteReference', ...IMAGES])

/** Takes `{#id}`, `{-}` and the like off the end of headings, as pandoc and Hugo write them. */
function namedHeadings(tree: Root): (readonly [string, Heading])[] {
  const named: (readonly [string, Heading])[] = []
  for (const node of tree.children) {
    const last = node.type === 'heading' ? node.children.at(-1) : undefined
    if (node.type !== 'heading' || last?.type !== 'text' || !last.value.endsWith('}')) continue
    const at = last.value.lastIndexOf('{')
    const attributes = last.value.slice(at + 1, -1).trim()
    if (at < 0 || !/^(?:[#.]\S|[\w-]+=\S|-$)/.test(attributes)) continue
    last.value = last.value.slice(0, at).trimEnd()
    const id = /(?:^|\s)#(\S+)/.exec(attributes)?.[1]
    if (id !== undefined) named.push([id, node])
  }
  return named
}

/**
 * Takes away paragraphs of which nothing is seen, such as a lone `&nbsp;`, and what is not seen of
 * a heading that has nothing else. A heading with nothing but a picture that no words describe,
 * such as a logo, names nothing: it is its picture.
 */
function dropUnseen(tree: Root): void {
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
  if (node.type === 'text') return !SEEN.test(node.value)
  return node.type === 'break' || ('children' in node && node.children.every(isUnseen))
}

/**
 * Neither a blank nor a control character, nor one that only says how its neighbours are written.
 */
const SEEN = /[^\p{Z}\p{C}]/u

/**
 * Depths from 3 on, none skipped on the way down, whatever the source did; its own order of levels
 * stays.
 */
function setDepths(tree: Root): void {
  const above: number[] = []
  for (const node of tree.children) {
    if (node.type !== 'heading') continue
    while (above.length > 0 && (above.at(-1) ?? 0) >= node.depth) above.pop()
    above.push(node.depth)
    node.depth = Math.min(above.length + 2, 6) as Heading['depth']
  }
}

// A heading in a quote or a list leads to the section it stands in, and an anchor of HTML to the
// heading after it if there is one at once.
function anchorsOf(
  tree: Root,
  title: Heading | undefined,
  slugs: readonly (readonly [string, Heading])[],
  tags: ReadonlyMap<string, RootContent>,
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
    if (!anchors.has(slug))
      anchors.set(
        slug,
        heading === title ? (ids.get(heading) ?? '') : (sectionOf.get(heading) ?? ''),
      )
  for (const [name, node] of tags)
    if (!anchors.has(name)) anchors.set(name, sectionOf.get(node) ?? '')
  return anchors
}

function tidy(parent: Parents): void {
  const children = parent.children as RootContent[]
  children.forEach((node, index) => {
    if (node.type === 'citation')
      children[index] = { type: 'text', value: node.value, ...placed(node) }
    else if (node.type === 'heading' && parent.type !== 'root')
      children[index] = {
        type: 'paragraph',
        children: [{ type: 'strong', children: node.children }],
        ...placed(node),
      }
    const now = children[index] as RootContent
    if ('children' in now) tidy(now)
  })
}

function placed({ position }: Nodes) {
  return position === undefined ? {} : { position }
}

function holds(node: Nodes, types: ReadonlySet<string>): boolean {
  return everyNode(node).some(({ type }) => types.has(type))
}

function everyNode(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(everyNode)] : [node]
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()
}
