import { type Document, type Manifest, resolvePath, sectionTermOf, slugOf } from '@cahier/core'
import { headingSlugs, type Section } from '@cahier/prose'
import type { Heading, RootContent } from 'mdast'
import type { CrossTarget } from '../edition/nodes.ts'
import { webAddress } from '../web-address.ts'

/** The printed files, by source path: the targets of relative links. */
export type Addresses = ReadonlyMap<string, Address>

export interface Address {
  readonly target: CrossTarget & { readonly kind: 'chapter' | 'measure' }
  /** The id of the section with this heading. */
  readonly sectionAt: (slug: string) => string | undefined
}

/** The target of a link; `null` when only the words of the link are printed. */
export type LinkTarget =
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'inside'; readonly target: CrossTarget }
  | null

/** Resolves a link in the file `from`. */
export function linkTarget(url: string, from: string, addresses: Addresses): LinkTarget {
  const web = webAddress(url)
  if (web !== '') return { kind: 'web', url: web }
  const address = addresses.get(resolvePath(from, url))
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

/** The id of the printed section that holds each heading, by the slug of the heading. */
export function sectionsBySlug(
  { body }: Document,
  manifest: Manifest,
): ReadonlyMap<string, string> {
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

function unused(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id
  let count = 2
  while (taken.has(`${id}-${count}`)) count++
  return `${id}-${count}`
}

function fragmentOf(url: string): string {
  const fragment = url.split('#')[1] ?? ''
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
