import {
  type Document,
  linkedPath,
  type Manifest,
  type Programme,
  type Reference,
  sectionTermOf,
  slugOf,
} from '@cahier/core'
import { type Body, definitionsOf, headingSlugs, leafBlocks, type Section } from '@cahier/prose'
import type { Definition, FootnoteDefinition, Heading, Nodes, RootContent } from 'mdast'
import {
  type CrossTarget,
  memberNames,
  type Names,
  type SelectedProposal,
} from '../edition/edition.ts'
import { webAddress } from '../web-address.ts'
import { type HouseStyle, houseStyle } from './house-style.ts'
import { type NoteBook, openNoteBook } from './notes.ts'

/** The data shared by all documents of an edition. */
export interface PrintContext extends HouseStyle {
  readonly sources: ReadonlyMap<string, Reference>
  readonly linkTarget: (url: string, from: string) => LinkTarget
  /** The path of the image `url` in the file `from`; `''` when it cannot be shown. */
  readonly imagePath: (url: string, from: string) => string
}

export interface ProgrammeContext extends PrintContext {
  readonly programme: Programme
  readonly names: Names
}

export function programmeContext(
  programme: Programme,
  entries: readonly SelectedProposal[],
): ProgrammeContext {
  const addresses = addressesOf(programme, entries)
  const images = new Set(
    programme.assets
      .filter(({ mediaType }) => mediaType.startsWith('image/'))
      .map(({ path }) => path),
  )
  const style = houseStyle(programme.manifest.language, programme.manifest.lintOptions)
  return {
    ...style,
    programme,
    names: memberNames(programme, style.text),
    sources: new Map(programme.sources.map((source) => [source.id, source])),
    linkTarget: (url, from) => linkTarget(url, from, addresses),
    imagePath: (url, from) => {
      const path = linkedPath(from, url)
      return images.has(path) ? path : ''
    },
  }
}

function addressesOf(programme: Programme, entries: readonly SelectedProposal[]): Addresses {
  const printed = new Set(entries.map(({ proposal }) => proposal.axis))
  const addresses = new Map<string, Address>()
  for (const { id, document } of programme.axes)
    if (document !== null && printed.has(id))
      addresses.set(document.path, { target: { kind: 'chapter', id }, sectionAt: () => undefined })
  for (const { proposal } of entries) {
    const { id, document } = proposal
    let sections: ReadonlyMap<string, string> | undefined
    const sectionAt = (slug: string) => {
      sections ??= sectionsBySlug(document, programme.manifest)
      return sections.get(slug)
    }
    addresses.set(document.path, { target: { kind: 'measure', id }, sectionAt })
  }
  return addresses
}

/** The printed files, by source path: the targets of relative links. */
type Addresses = ReadonlyMap<string, Address>

interface Address {
  readonly target: CrossTarget & { readonly kind: 'chapter' | 'measure' }
  readonly sectionAt: (slug: string) => string | undefined
}

/** The target of a link; `null` when only the words of the link are printed. */
export type LinkTarget =
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'inside'; readonly target: CrossTarget }
  | null

function linkTarget(url: string, from: string, addresses: Addresses): LinkTarget {
  const web = webAddress(url)
  if (web !== '') return { kind: 'web', url: web }
  const address = addresses.get(linkedPath(from, url))
  if (address === undefined) return null
  const fragment = fragmentOf(url)
  const section = fragment === '' ? undefined : address.sectionAt(fragment)
  if (section !== undefined)
    return { kind: 'inside', target: { kind: 'section', id: address.target.id, section } }
  return url.startsWith('#') ? null : { kind: 'inside', target: address.target }
}

/** The unique id of each section: from the manifest, else a slug of its title. */
export function sectionIds(
  sections: readonly Section[],
  manifest: Manifest,
): ReadonlyMap<Section, string> {
  const taken = new Set(manifest.sections.map(({ id }) => id))
  const known = new Set<string>()
  return new Map(
    sections.map((section) => {
      const term = sectionTermOf(section, manifest)
      const free = term !== null && !known.has(term.id)
      const id = free ? term.id : unused(term?.id ?? (slugOf(section.title) || 'section'), taken)
      known.add(id)
      taken.add(id)
      return [section, id]
    }),
  )
}

function sectionsBySlug({ body }: Document, manifest: Manifest): ReadonlyMap<string, string> {
  if (body === null) return new Map()
  const owners = new Map<RootContent, string>()
  for (const [section, id] of sectionIds(body.sections, manifest))
    for (const heading of [section.heading, ...section.nodes.filter(isHeading)])
      owners.set(heading, id)
  const slugs = [...headingSlugs(body.tree)]
  return new Map(
    slugs.flatMap(([slug, heading]) =>
      owners.has(heading) ? [[slug, owners.get(heading) as string] as const] : [],
    ),
  )
}

function isHeading(node: RootContent): node is Heading {
  return node.type === 'heading'
}

function unused(id: string, taken: ReadonlySet<string>) {
  if (!taken.has(id)) return id
  let count = 2
  while (taken.has(`${id}-${count}`)) count++
  return `${id}-${count}`
}

function fragmentOf(url: string) {
  const fragment = url.split('#')[1] ?? ''
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** The data needed to print the blocks of one document. */
export interface Typesetter {
  readonly context: PrintContext
  readonly path: string
  /** The parsed text; `ordinals` and `footnotes` refer to the nodes of this tree. */
  readonly body: Body | null
  readonly definitions: ReadonlyMap<string, Definition>
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>
  /** The rank in the source of each leaf block: one that contains no other block. */
  readonly ordinals: ReadonlyMap<Nodes, number>
  readonly notes: NoteBook
  /** Returns the next block number; `''` where blocks are not numbered. */
  readonly nextNumber: () => string
  /** Called with the id of each known work that is cited. */
  readonly cite: (work: string) => void
  /** Identifiers of the notes around this text. A note inside a note is printed in brackets. */
  readonly within: readonly string[]
  /** Identifiers of the notes already printed in brackets: each note is printed once. */
  readonly seen?: Set<string>
}

/** The value of `within` for a text whose notes and citations are all printed in brackets. */
export const IN_BRACKETS: Typesetter['within'] = ['']

/** Prepares a document for print. `means` replaces defaults; by default, blocks have no numbers. */
export function openTypesetter(
  context: PrintContext,
  document: Document,
  means: Partial<Pick<Typesetter, 'notes' | 'nextNumber' | 'cite' | 'within'>> = {},
): Typesetter {
  const { body } = document
  const tree = body?.tree ?? { type: 'root' as const, children: [] }
  const { links, notes } = definitionsOf(tree)
  const ordinals = new Map<Nodes, number>(
    leafBlocks(tree, document.text).map(({ node, ordinal }) => [node, ordinal]),
  )
  return {
    context,
    path: document.path,
    body,
    definitions: links,
    footnotes: notes,
    ordinals,
    notes: openNoteBook(),
    nextNumber: () => '',
    cite: () => {},
    within: [],
    ...means,
  }
}
