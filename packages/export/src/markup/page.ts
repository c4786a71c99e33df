import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Edition } from '../edition/edition.ts'
import type { Measure } from '../edition/measure.ts'
import type { CrossTarget } from '../edition/nodes.ts'

/**
 * What the markup of one page depends on: where its links lead, and how deep its headings start.
 */
export interface Page {
  readonly edition: Edition
  /** `epub` has notes that pop up, and no links from a block to itself. */
  readonly dialect: 'html' | 'epub'
  /** Levels added to headings: 0 where the proposal's title is the page's `h1`. */
  readonly shift: number
  /** Address relative to this page; `null` when it leads nowhere. */
  readonly hrefOf: (target: CrossTarget) => string | null
  /** Address of an asset's copy relative to this page; `null` when it cannot be shown safely. */
  readonly srcOf: (asset: string) => string | null
  /** Printed beside the number of every block: what is not adopted says so. */
  readonly mark?: string
  /** Id of a proposal's section on this page. */
  readonly sectionId: (measure: Measure, section: string) => string
}

/**
 * Where a note is called and printed: a proposal's number, or `a` and an axis' number. Ids of notes
 * begin with it.
 */
export type NoteScope = string

/** Id of a numbered block: `p7-3`, the same on every page and in every edition of the text. */
export function blockId(number: string): string {
  return `p${number.replaceAll('.', '-')}`
}

/** Id of a printed note. */
export function noteId(scope: NoteScope, note: number): string {
  return `n${scope}-${note}`
}

/** Id of the `nth` call of a note. */
export function callId(scope: NoteScope, note: number, nth: number): string {
  return `r${scope}-${note}-${nth}`
}

/** Id of a work in the bibliography. */
export function workId(id: string): string {
  return `w-${id}`
}

/**
 * The attributes that say which language an element is in, a BCP 47 tag; none where it is that of
 * what it stands in. XHTML has two names for it, and reading systems know one or the other.
 */
export function ownLanguage(
  tag: string | undefined,
  dialect: Page['dialect'],
): Readonly<Record<string, string>> {
  if (tag === undefined) return {}
  return dialect === 'epub' ? { lang: tag, 'xml:lang': tag } : { lang: tag }
}

/**
 * The printed number of a block, `§7.3`, and its mark where it has one; in HTML a link to the block
 * itself, to be copied and sent.
 */
export function blockNumber(number: string, page: Page): Element {
  const content = page.mark ? [`§${number} `, h('i', page.mark)] : `§${number}`
  return page.dialect === 'html'
    ? h('a', { className: ['no'], href: `#${blockId(number)}` }, content)
    : h('span', { className: ['no'] }, content)
}

/**
 * The number and a space that keeps it apart where nothing is styled; nothing for a block without a
 * number.
 */
export function numberBefore(number: string | undefined, page: Page): (Element | string)[] {
  return number ? [blockNumber(number, page), ' '] : []
}

/** The `id` of a numbered block, to be spread in its properties. */
export function idOf(number: string | undefined): { id?: string } {
  return number ? { id: blockId(number) } : {}
}

/**
 * Words that lead to a proposal by its id, where this edition prints it; the words alone elsewhere.
 */
export function measureLink(id: string, words: string, page: Page): Element | string {
  const href = page.hrefOf({ kind: 'measure', id })
  return href === null ? words : h('a', { href }, words)
}
