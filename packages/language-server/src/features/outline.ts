import type { Language, Programme } from '@cahier/core'
import { STATUS_LABELS } from '@cahier/export/in-words'
import type { TitledName } from '../names/defined-names.ts'
import { verdictOf } from '../text/verdict.ts'

/** A programme as a tree. Paths are relative to the folder of the programme. */
export interface ProgrammeOutline {
  readonly title: string
  readonly axes: readonly AxisOutline[]
  readonly collectives: readonly CollectiveOutline[]
  readonly addressees: readonly TitledName[]
}

export interface CollectiveOutline extends TitledName {
  readonly delegates: readonly TitledName[]
}

export interface AxisOutline extends TitledName {
  /** `''` when the axis has no page yet. */
  readonly path: string
  readonly proposals: readonly ProposalOutline[]
}

export interface ProposalOutline extends TitledName {
  readonly path: string
  readonly summary: string
  /** As computed by `cahier status`: `draft`, `open`, `adopted`… */
  readonly status: string
  /** The status in words. */
  readonly standing: string
  /** The last day of the open round (vote), or `''`. */
  readonly closes: string
  /** The pending amendments. The title of each is its author's name. */
  readonly amendments: readonly TitledName[]
}

export function outlineOf(programme: Programme, day: string, language: Language): ProgrammeOutline {
  const { manifest, axes, proposals, collectives, amendments } = programme
  return {
    title: manifest.title,
    axes: axes.map(({ id, title, document }) => ({
      id,
      title: title || id,
      path: document?.path ?? '',
      proposals: proposals
        .filter(({ axis }) => axis === id)
        .map((proposal) => {
          const { status, round } = verdictOf(programme, proposal, day)
          return {
            id: proposal.id,
            title: proposal.title,
            path: proposal.document.path,
            summary: proposal.summary,
            status,
            standing: STATUS_LABELS[language][status],
            closes: status === 'open' ? (round?.closes ?? '') : '',
            amendments: amendments
              .filter(({ amends, outcome }) => amends === proposal.id && outcome === '')
              .map((amendment) => ({ id: amendment.id, title: nameOf(programme, amendment.by) })),
          }
        }),
    })),
    collectives: collectives
      .filter(({ left }) => left === '' || left > day)
      .map(({ id, name, delegates }) => ({
        id,
        title: name || id,
        delegates: delegates.map((one) => ({ id: one.id, title: one.role || one.id })),
      })),
    addressees: manifest.addressees,
  }
}

function nameOf({ collectives }: Programme, id: string) {
  return collectives.find((collective) => collective.id === id)?.name || id
}
