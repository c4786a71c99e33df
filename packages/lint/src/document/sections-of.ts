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

/**
 * The headings of a proposal compared with the sections of the manifest. Each slip is in one list
 * only.
 */
export interface SectionComparison {
  /** The first section of each kind. */
  readonly known: readonly { readonly section: Section; readonly term: SectionTerm }[]
  readonly duplicates: readonly {
    readonly section: Section
    readonly term: SectionTerm
    readonly first: Section
  }[]
  /** Level-2 headings of no known section; `meant` is the absent section with the nearest title. */
  readonly unknown: readonly { readonly section: Section; readonly meant: SectionTerm | null }[]
  readonly misplaced: readonly { readonly node: RootContent; readonly term: SectionTerm }[]
  /** Required sections that no heading resembles. */
  readonly missing: readonly SectionTerm[]
  /**
   * Required sections without a heading of their exact name: an unknown heading may mean one of
   * these.
   */
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
 * Compares a proposal with the sections of the manifest. All lists are empty when there are none,
 * or when front matter and body cannot be separated.
 */
export function sectionsOf(document: Document, manifest: Manifest): SectionComparison {
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

/** The headings of the body that are in no quotation or list. */
export function headingsIn({ body }: Document): readonly Heading[] {
  return body?.tree.children.filter((node) => node.type === 'heading') ?? []
}

/** The place of the words of a heading, without its number signs. */
export function headingWords({ heading }: Section): Place {
  const first = heading.children[0]
  const last = heading.children.at(-1)
  return first === undefined || last === undefined
    ? placeOf(heading)
    : { start: placeOf(first).start, end: placeOf(last).end }
}

// The text of a node that may be a title, without number signs; `''` when too long.
function wordsAlone(node: RootContent, text: string): string {
  const { start, end } = placeOf(node)
  return end.offset - start.offset > 200
    ? ''
    : text.slice(start.offset, end.offset).replace(/^\\?#{1,6}[ \u00A0]*/, '')
}

// The title in a heading of another level, a bold line, or after number signs without a space; else
// `''`.
function misplacedTitle(node: RootContent, text: string): string {
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
