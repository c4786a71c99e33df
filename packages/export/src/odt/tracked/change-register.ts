import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import type { Edition } from '../../edition/edition.ts'
import type { PrintedAmendment } from '../../edition/measure.ts'
import { nameAlone } from '../../edition/member.ts'
import { nodesAsText } from '../../edition/nodes.ts'

declare module 'xast' {
  interface ElementData {
    /** On the mark of a deletion: the paragraph that stores the deleted words. */
    deletedInto?: Element
  }
}

/** The tracked changes of one document (ODF 1.3, part 3, 5.5). Marks in the text refer to them. */
export interface ChangeRegister {
  /** Adds an insertion and returns the marks around its text. */
  readonly insertion: (by: Authorship) => {
    readonly start: readonly Element[]
    readonly end: Element
  }
  readonly deletion: (by: Authorship, content: readonly ElementContent[]) => readonly Element[]
  readonly all: () => readonly Element[]
}

export function newChangeRegister(): ChangeRegister {
  const regions: Element[] = []
  const explained = new Set<Authorship>()
  const register = (
    kind: 'insertion' | 'deletion',
    by: Authorship,
    content: readonly ElementContent[],
  ): { 'text:change-id': string } => {
    const id = `ct_${regions.length + 1}`
    const info = x('office:change-info', [x('dc:creator', by.creator), x('dc:date', by.date)])
    // Programs before ODF 1.2 know only `text:id`.
    regions.push(
      x('text:changed-region', { 'xml:id': id, 'text:id': id }, [
        x(`text:${kind}`, [info, ...content]),
      ]),
    )
    return { 'text:change-id': id }
  }
  // Reasons are a comment at the first change: office suites show comments, DOCX keeps them.
  const reasonsOf = (by: Authorship): Element[] => {
    if (by.reasons.length === 0 || explained.has(by)) return []
    explained.add(by)
    return [
      x('office:annotation', [
        x('dc:creator', by.creator),
        x('dc:date', by.date),
        ...by.reasons.map((reason) => x('text:p', reason)),
      ]),
    ]
  }
  return {
    insertion: (by) => {
      const id = register('insertion', by, [])
      return {
        start: [...reasonsOf(by), x('text:change-start', id)],
        end: x('text:change-end', id),
      }
    },
    deletion: (by, content) => {
      const deletedInto = x('text:p', [...content])
      const mark = x('text:change', register('deletion', by, [deletedInto]))
      return [...reasonsOf(by), { ...mark, data: { deletedInto } }]
    },
    all: () => (regions.length === 0 ? [] : [x('text:tracked-changes', regions)]),
  }
}

/** Who proposed a change, when and why. */
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

/** The authorship of an amendment. Without a date, ODF gets that of the edition. */
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
 * Appends `added` as one tracked insertion. It starts at the end of the last paragraph: rejecting
 * it then leaves no empty paragraph, except after a table.
 */
export function insertAfter(
  written: Element[],
  added: readonly Element[],
  by: Authorship,
  changes: ChangeRegister,
): void {
  const to = lastParagraph(added)
  if (to === undefined) return
  const { start, end } = changes.insertion(by)
  const from = lastParagraph(written)
  if (from === undefined)
    written.push(x('text:p', { 'text:style-name': 'Text_20_body' }, [...start]))
  else from.children.push(...start)
  to.children.push(end)
  written.push(...added)
}

function lastParagraph(elements: readonly Element[]): Element | undefined {
  const last = elements.at(-1)
  if (last === undefined || last.name === 'text:p' || last.name === 'text:h') return last
  if (!last.name.startsWith('text:list')) return undefined
  return lastParagraph(last.children.filter((child) => child.type === 'element'))
}
