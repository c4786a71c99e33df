import { type Manifest, type Programme, type Proposal, sectionTermOf, titleOf } from '@cahier/core'
import { type DiffPiece, diffText, foldProse } from '@cahier/prose'
import { changedParts } from '../changed-parts.ts'
import { readableSource } from './readable-source.ts'

/**
 * One part of the normative text that is not what it was: a key of the head,
 * `requests.<addressee>`, or `## <title>` of a section.
 */
export interface PartChange {
  readonly part: string
  /**
   * Joined, `old` is the part as it was and `new` the part as it is; the same pieces throughout
   * when what changed cannot be seen in words (an image, say).
   */
  readonly pieces: readonly DiffPiece[]
}

/**
 * The parts of the normative text that changed from one text of a proposal to another, word by
 * word; typography alone is no change.
 */
export function partChanges(
  old: Proposal,
  young: Proposal,
  programme: Programme,
): readonly PartChange[] {
  const { manifest } = programme
  return changedParts(old, young, programme).flatMap((part) => {
    const names = part === 'requests' ? requestsIn(old, young) : [part]
    return names.flatMap((name) => {
      const pieces = piecesOf(writtenPart(old, name, manifest), writtenPart(young, name, manifest))
      return names.length > 1 && pieces.every(({ same }) => same) ? [] : [{ part: name, pieces }]
    })
  })
}

function piecesOf(old: string, young: string): readonly DiffPiece[] {
  return diffText(old, young).map((piece) =>
    piece.same || foldProse(piece.old) !== foldProse(piece.new)
      ? piece
      : { same: true, old: piece.new, new: piece.new },
  )
}

function requestsIn(...proposals: readonly Proposal[]): readonly string[] {
  return [
    ...new Set(
      proposals.flatMap(({ requests }) => requests.map(({ addressee }) => `requests.${addressee}`)),
    ),
  ]
}

/** A part as people read it: values of vocabularies by their titles. */
function writtenPart(proposal: Proposal, part: string, manifest: Manifest): string {
  const { title, summary, horizon, scale, action, requires, requests, sections, document } =
    proposal
  if (part.startsWith('requests.'))
    return requests.find(({ addressee }) => `requests.${addressee}` === part)?.text ?? ''
  switch (part) {
    case 'title':
      return title
    case 'summary':
      return summary.replace(/\s+/g, ' ')
    case 'horizon':
      return titleOf(manifest.horizons, horizon)
    case 'scale':
      return titleOf(manifest.scales, scale)
    case 'action':
      return titleOf(manifest.actions, action)
    case 'requires':
      return requires.toSorted().join(', ')
    default: {
      const own = sections.filter(
        (section) => `## ${sectionTermOf(section, manifest)?.title}` === part,
      )
      return readableSource(
        own.flatMap(({ nodes }) => nodes),
        document,
      )
    }
  }
}
