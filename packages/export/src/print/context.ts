import { type Axis, type Programme, type Reference, resolvePath } from '@cahier/core'
import type { SelectedProposal } from '../compose/selection.ts'
import { memberNames, type Names } from '../edition/member.ts'
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
  const chapters = programme.axes.filter(
    (axis): axis is Axis & { document: NonNullable<Axis['document']> } =>
      axis.document !== null && printed.has(axis.id),
  )
  const addresses = new Map<string, Address>()
  for (const { id, document } of chapters)
    addresses.set(document.path, { target: { kind: 'chapter', id }, sectionAt: () => undefined })
  for (const { proposal } of entries) {
    let sections: ReadonlyMap<string, string> | undefined
    const sectionAt = (slug: string) => {
      sections ??= sectionsBySlug(proposal.document, programme.manifest)
      return sections.get(slug)
    }
    addresses.set(proposal.document.path, {
      target: { kind: 'measure', id: proposal.id },
      sectionAt,
    })
  }
  return addresses
}
