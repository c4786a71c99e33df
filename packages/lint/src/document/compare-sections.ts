import {
  type Document,
  type Manifest,
  nearest,
  type Place,
  placeOf,
  type SectionTerm,
  sectionTermOf,
  slugOf,
} from '@cahier/core'
import { plainText, type Section } from '@cahier/prose'
import type { Heading, RootContent } from 'mdast'
import { isHeadless } from './documents.ts'

/** The headings of a proposal, compared with the sections that the manifest defines. */
export interface SectionComparison {
  /** Each section that the text has, with its first heading. */
  readonly known: readonly { readonly section: Section; readonly term: SectionTerm }[]
  /** Repeated headings of a section; `first` is its first heading. */
  readonly duplicates: readonly {
    readonly section: Section
    readonly term: SectionTerm
    readonly first: Section
  }[]
  /**
   * Level-2 headings that name no section. `meant` is a section that has a similar title and no
   * heading of its own.
   */
  readonly unknown: readonly { readonly section: Section; readonly meant: SectionTerm | null }[]
  /** Nodes that look like the heading of a section that has none. */
  readonly misplaced: readonly { readonly node: RootContent; readonly term: SectionTerm }[]
  /**
   * Required sections that no heading resembles. Empty when an unknown heading resembles no
   * section: that heading may stand for the missing one.
   */
  readonly missing: readonly SectionTerm[]
  /** All required sections without a heading of their own. */
  readonly absent: readonly SectionTerm[]
}

const NOTHING: SectionComparison = {
  known: [],
  duplicates: [],
  unknown: [],
  misplaced: [],
  missing: [],
  absent: [],
}

/**
 * Compares the headings of a proposal with the sections of the manifest. All lists are empty
 * when the manifest has no sections, or when the text is no readable proposal.
 */
export function compareSections(document: Document, manifest: Manifest): SectionComparison {
  if (document.kind !== 'proposal' || document.body === null || manifest.sections.length === 0)
    return NOTHING
  if (isHeadless(document) || document.findings.some(({ message }) => message === 'amendmentHere'))
    return NOTHING
  const firsts = new Map<SectionTerm, Section>()
  const duplicates: { section: Section; term: SectionTerm; first: Section }[] = []
  const strangers: Section[] = []
  for (const section of document.body.sections) {
    const term = sectionTermOf(section, manifest)
    const first = term === null ? undefined : firsts.get(term)
    if (term === null) strangers.push(section)
    else if (first === undefined) firsts.set(term, section)
    else duplicates.push({ section, term, first })
  }
  const free = new Set(manifest.sections.filter((term) => !firsts.has(term)))
  const absent = [...free].filter((term) => term.required)
  const take = (term: SectionTerm | undefined) => {
    if (term !== undefined) free.delete(term)
    return term ?? null
  }
  const unknown = strangers.map((section) => {
    const title = nearest(
      section.title,
      [...free].map((term) => term.title),
    )
    return { section, meant: take([...free].find((term) => term.title === title)) }
  })
  const misplaced = document.body.tree.children.flatMap((node) => {
    const title = misplacedTitle(node, document.text)
    const words = title === '' && node.type === 'paragraph' ? wordsAlone(node, document.text) : ''
    if (title === '' && words === '') return []
    const meant = [...free].find((one) =>
      words === '' ? slugOf(one.title) === slugOf(title) : one.title === words,
    )
    const term = take(meant)
    return term === null ? [] : [{ node, term }]
  })
  const explained = unknown.some(({ meant }) => meant === null)
  const missing = explained ? [] : absent.filter((term) => free.has(term))
  return {
    known: [...firsts].map(([term, section]) => ({ section, term })),
    duplicates,
    unknown,
    misplaced,
    missing,
    absent,
  }
}

/** The headings of the body, except those inside quotations and lists. */
export function headingsIn({ body }: Document): readonly Heading[] {
  return body?.tree.children.filter((node) => node.type === 'heading') ?? []
}

/** The place of the text of a heading, without `#` signs. */
export function headingTextPlace({ heading }: Section): Place {
  const first = heading.children[0]
  const last = heading.children.at(-1)
  return first === undefined || last === undefined
    ? placeOf(heading)
    : { start: placeOf(first).start, end: placeOf(last).end }
}

function wordsAlone(node: RootContent, text: string) {
  const { start, end } = placeOf(node)
  return end.offset - start.offset > 200
    ? ''
    : text.slice(start.offset, end.offset).replace(/^\\?#{1,6}[ \u00A0]*/, '')
}

// Writers also set a title as a heading of another level, in bold, or as `#Title`.
function misplacedTitle(node: RootContent, text: string) {
  if (node.type === 'heading') return node.depth === 2 ? '' : plainText(node)
  if (node.type !== 'paragraph') return ''
  if (node.children.length === 1 && node.children[0]?.type === 'strong') return plainText(node)
  const { start, end } = placeOf(node)
  return (
    /^#{1,6}([^#\s][^\r\n]*)$/.exec(
      text.slice(start.offset, end.offset).split(/\r?\n/, 1)[0] as string,
    )?.[1] ?? ''
  )
}
