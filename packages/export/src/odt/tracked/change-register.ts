import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import type { PrintedAmendment } from '../../edition/amendment.ts'
import type { Edition } from '../../edition/edition.ts'
import { nameAlone } from '../../edition/member.ts'
import { nodesAsText } from '../../edition/nodes.ts'

declare module 'xast' {
  interface ElementData {
    /** On the mark of a deletion: the paragraph that keeps what was taken out. */
    takenOut?: Element
  }
}

/**
 * The recorded changes of one document (ODF 1.3, part 3, 5.5): what was done stands here, where it
 * was done is marked in the text.
 */
export interface ChangeRegister {
  /** The marks around what is inserted; paragraph ends between them are inserted too. */
  readonly insertion: (by: Authorship) => {
    readonly start: readonly Element[]
    readonly end: Element
  }
  /** The mark where the content of a paragraph, kept here, was taken out. */
  readonly deletion: (by: Authorship, content: readonly ElementContent[]) => readonly Element[]
  readonly all: () => readonly Element[]
}

/** No change yet. */
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
    // Readers older than ODF 1.2 know the second name of the identifier only.
    regions.push(
      x('text:changed-region', { 'xml:id': id, 'text:id': id }, [
        x(`text:${kind}`, [info, ...content]),
      ]),
    )
    return { 'text:change-id': id }
  }
  // Reasons are a comment in the margin at the first change: office suites show it, and it travels
  // through DOCX.
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
      const takenOut = x('text:p', [...content])
      const mark = x('text:change', register('deletion', by, [takenOut]))
      return [...reasonsOf(by), { ...mark, data: { takenOut } }]
    },
    all: () => (regions.length === 0 ? [] : [x('text:tracked-changes', regions)]),
  }
}

/** Who would change the text, when and why: what a word processor shows of a recorded change. */
export interface Authorship {
  readonly creator: string
  /** `YYYY-MM-DDThh:mm:ss` */
  readonly date: string
  /** One string a paragraph. */
  readonly reasons: readonly string[]
}

declare module 'mdast' {
  interface Data {
    /**
     * On an insertion, a deletion, or a paragraph that the text does not have yet: recorded as a
     * change, and not only shown.
     */
    change?: Authorship
  }
}

/**
 * The authorship of an amendment, the same for all its changes. One without a day bears that of the
 * edition: ODF wants one.
 */
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
 * Puts paragraphs after what is written, as one insertion that begins at the end of the last
 * paragraph: refused, it leaves no empty one behind. After a table, which no insertion can begin
 * in, an empty paragraph comes first.
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
