import type { Element, ElementContent } from 'hast'
import { type Child, h } from 'hastscript'
import {
  type Chapter,
  type CrossTarget,
  type Edition,
  type Measure,
  noticesOf,
} from '../edition/edition.ts'

/** The settings to turn nodes of an edition into the HTML of one page. */
export interface Page {
  readonly edition: Edition
  /** In `epub`, notes may be popups, and block numbers are not links. */
  readonly dialect: 'html' | 'epub'
  /** Levels added to headings: 0 if the title of the proposal is the `h1`. */
  readonly shift: number
  /** The address of a target from this page; `null` when this edition does not print it. */
  readonly hrefOf: (target: CrossTarget) => string | null
  /** The address of an image from this page; `null` when it cannot be shown safely. */
  readonly srcOf: (asset: string) => string | null
  /** The status beside each block number, when the measure (printed proposal) is not adopted. */
  readonly mark?: string
  readonly sectionId: (measure: Measure, section: string) => string
}

/** A prefix of note ids, unique on a page: `7` for proposal 7, `a3` for axis 3. */
export type NoteScope = string

/** The id of a numbered block, `p7-3`, the same on every page and in every edition. */
export function blockId(number: string): string {
  return `p${number.replaceAll('.', '-')}`
}

export function noteId(scope: NoteScope, note: number): string {
  return `n${scope}-${note}`
}

export function callId(scope: NoteScope, note: number, nth: number): string {
  return `r${scope}-${note}-${nth}`
}

export function workId(id: string): string {
  return `w-${id}`
}

/** The attribute `lang`; none for `undefined`. In EPUB, `xml:lang` too: some readers need it. */
export function ownLanguage(
  tag: string | undefined,
  dialect: Page['dialect'],
): Readonly<Record<string, string>> {
  if (tag === undefined) return {}
  return dialect === 'epub' ? { lang: tag, 'xml:lang': tag } : { lang: tag }
}

/**
 * A block number as printed (`§7.3`), with the status. In HTML, it is a link: readers copy its
 * address to quote the block.
 */
export function blockNumber(number: string, page: Page): Element {
  const content = page.mark ? [`§${number} `, h('i', page.mark)] : `§${number}`
  return page.dialect === 'html'
    ? h('a.no', { href: `#${blockId(number)}` }, content)
    : h('span.no', content)
}

export function numberBefore(number: string | undefined, page: Page): (Element | string)[] {
  return number ? [blockNumber(number, page), ' '] : []
}

export function idOf(number: string | undefined): { id?: string } {
  return number ? { id: blockId(number) } : {}
}

export function fileLink(from: string, to: string, words: string): Element {
  return h('a', { href: relativeHref(from, to) }, words)
}

/** A link to a proposal; the words alone when this edition does not print it. */
export function measureLink(id: string, words: string, page: Page): Element | string {
  const href = page.hrefOf({ kind: 'measure', id })
  return href === null ? words : h('a', { href }, words)
}

/** An HTML heading, of the sixth level at most. */
export function heading(
  level: number,
  children: Child,
  properties: { readonly id?: string } = {},
): Element {
  return h(`h${Math.min(Math.max(level, 1), 6)}`, properties, children)
}

/** An element such as `p.over` around `content`; `null` when `content` is empty. */
export function unlessEmpty(selector: string, content: string | ElementContent[]): Element | null {
  return content.length === 0 ? null : h(selector, content)
}

/** The notices at the top of a text, such as “Working draft”; `null` without notices. */
export function notices(edition: Edition): Element | null {
  return unlessEmpty('p.notice', noticesOf(edition).join(' '))
}

/** Gives the addresses of link targets in one format. */
export interface TargetAddresses {
  readonly chapter: (chapter: Chapter) => string
  readonly heading: (chapter: Chapter, heading: string) => string
  readonly measure: (measure: Measure, chapter: Chapter) => string
  readonly section: (measure: Measure, section: string, chapter: Chapter) => string
  readonly work: (id: string) => string
}

/**
 * Returns a function that gives the address of a link target, or `null` for an unprinted one. A
 * link to an unprinted section leads to its proposal.
 */
export function targetsOf(
  { kind, chapters, bibliography }: Edition,
  at: TargetAddresses,
): (target: CrossTarget) => string | null {
  const chapterOf = new Map(chapters.map((chapter) => [chapter.id, chapter]))
  const measureOf = new Map(
    chapters.flatMap((chapter) =>
      chapter.measures.map((measure) => [measure.id, { measure, chapter }]),
    ),
  )
  const works = new Set(bibliography.map(({ id }) => id))
  return (target) => {
    if (target.kind === 'work') return works.has(target.id) ? at.work(target.id) : null
    if (target.kind === 'chapter' || kind === 'book') {
      const chapter = chapterOf.get(target.id)
      if (chapter === undefined) return null
      return target.kind === 'section' ? at.heading(chapter, target.section) : at.chapter(chapter)
    }
    const found = measureOf.get(target.id)
    if (found === undefined) return null
    const { measure, chapter } = found
    const isPrinted =
      target.kind === 'section' && measure.sections.some(({ id }) => id === target.section)
    return isPrinted ? at.section(measure, target.section, chapter) : at.measure(measure, chapter)
  }
}

/** The address of `to` relative to the file `from`. */
export function relativeHref(from: string, to: string): string {
  const base = from.split('/').slice(0, -1)
  const [path = '', fragment] = to.split('#')
  const target = path.split('/')
  while (base.length > 0 && target.length > 1 && base[0] === target[0]) {
    base.shift()
    target.shift()
  }
  const href = [...base.map(() => '..'), ...target].map(encodeURIComponent).join('/')
  return fragment === undefined ? href : `${href}#${fragment}`
}
