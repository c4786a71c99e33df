import { type Programme, type Reference, resolvePath } from '@cahier/core'
import { memberNames, type Names } from '../edition/member.ts'
import type { SelectedProposal } from '../edition/selection.ts'
import {
  type Address,
  type Addresses,
  type LinkTarget,
  linkTarget,
  sectionsBySlug,
} from './addresses.ts'
import { type HouseStyle, houseStyle } from './house-style.ts'

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
      const path = resolvePath(from, url)
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
