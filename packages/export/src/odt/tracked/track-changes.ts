import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import type { Edition } from '../../edition/edition.ts'
import { nameAlone } from '../../edition/member.ts'
import { nodesAsText } from '../../edition/nodes.ts'
import type { PrintedAmendment } from '../../edition/printed-measure.ts'

declare module 'xast' {
  interface ElementData {
    /** On the mark of a deletion: the paragraph that stores the deleted words. */
    deletedInto?: Element
  }
}

/** The tracked changes of one document (ODF 1.3, part 3, 5.5). Marks in the text refer to them. */
export interface TrackedChanges {
  readonly regions: Element[]
  readonly explained: Set<Authorship>
}

/** Records an insertion and returns the marks around its text. */
export function trackInsertion(
  changes: TrackedChanges,
  by: Authorship,
): { readonly start: readonly Element[]; readonly end: Element } {
  const id = register(changes, 'insertion', by)
  return {
    start: [...reasonsOf(by, changes), x('text:change-start', id)],
    end: x('text:change-end', id),
  }
}

/** Records a deletion and returns the marks in its place. */
export function trackDeletion(
  changes: TrackedChanges,
  by: Authorship,
  content: ElementContent[],
): Element[] {
  const deletedInto = x('text:p', content)
  const mark = x('text:change', register(changes, 'deletion', by, deletedInto))
  return [...reasonsOf(by, changes), { ...mark, data: { deletedInto } }]
}

function register(
  { regions }: TrackedChanges,
  kind: 'insertion' | 'deletion',
  by: Authorship,
  content?: Element,
): { 'text:change-id': string } {
  const id = `ct_${regions.length + 1}`
  const info = x('office:change-info', authorOf(by))
  // Programs before ODF 1.2 know only `text:id`.
  const names = { 'xml:id': id, 'text:id': id }
  regions.push(x('text:changed-region', names, x(`text:${kind}`, [info, content])))
  return { 'text:change-id': id }
}

// Reasons are a comment at the first change: office suites show it, and keep it in DOCX.
function reasonsOf(by: Authorship, { explained }: TrackedChanges): Element[] {
  if (by.reasons.length === 0 || explained.has(by)) return []
  explained.add(by)
  const reasons = by.reasons.map((reason) => x('text:p', reason))
  return [x('office:annotation', authorOf(by), reasons)]
}

function authorOf({ creator, date }: Authorship): Element[] {
  return [x('dc:creator', creator), x('dc:date', date)]
}

/** The author, date and reasons of a change. */
export interface Authorship {
  readonly creator: string
  /** `YYYY-MM-DDThh:mm:ss` */
  readonly date: string
  readonly reasons: readonly string[]
}

declare module 'mdast' {
  interface Data {
    /** Makes an insertion, deletion or new paragraph a tracked change. */
    change?: Authorship
  }
}

/** The authorship of an amendment. An amendment without a date gets the date of the edition. */
export function authorshipOf(
  { byName, example, date, reasons }: PrintedAmendment,
  { date: published, words }: Edition,
): Authorship {
  return {
    creator: nameAlone(byName, example, words),
    date: `${date || published || '1980-01-01'}T00:00:00`,
    reasons: reasons.map((block) => nodesAsText([block])).filter((text) => text !== ''),
  }
}

/**
 * Appends `added` to `written` as one tracked insertion. The insertion starts at the end of the
 * paragraph before: rejecting it leaves no empty paragraph, except after a table.
 */
export function insertAfter(
  written: Element[],
  added: readonly Element[],
  by: Authorship,
  changes: TrackedChanges,
): void {
  const to = lastParagraph(added)
  if (to === undefined) return
  const { start, end } = trackInsertion(changes, by)
  const from = lastParagraph(written)
  if (from === undefined) written.push(x('text:p', { 'text:style-name': 'Text body' }, [...start]))
  else from.children.push(...start)
  to.children.push(end)
  written.push(...added)
}

/** The paragraph or heading that ends `elements`, even in a list; undefined after a table. */
export function lastParagraph(elements: readonly Element[]): Element | undefined {
  const last = elements.at(-1)
  if (last === undefined || last.name === 'text:p' || last.name === 'text:h') return last
  if (!last.name.startsWith('text:list')) return undefined
  return lastParagraph(last.children.filter((child) => child.type === 'element'))
}
