import {
  type Programme,
  type Proposal,
  type Round,
  readDocument,
  readProposal,
  type Status,
  type Verdict,
} from '@cahier/core'
import type { EditionKind } from '../edition/edition.ts'

/** What of the programme is asked for. A list that is empty, or not given, leaves nothing out. */
export interface Selection {
  readonly kind: SelectedKind
  /**
   * `default`: what is adopted, in its adopted text. `all`: every proposal that is neither
   * withdrawn nor merged, as it stands. Else these statuses alone, what is changed in its adopted
   * text.
   */
  readonly status: 'default' | 'all' | readonly Status[]
  /** Of this proposal alone the text is made ready to print; of the others, what leads to them. */
  readonly alone?: string
  /** Ids of the manifest: a proposal goes in when it is of one of them, in each list. */
  readonly axes?: readonly string[]
  readonly horizons?: readonly string[]
  readonly scales?: readonly string[]
  /** What asks something of one of them goes in, and of its requests only those. */
  readonly addressees?: readonly string[]
  /**
   * In a charter: of how many measures at least one takes the pledge; left to fill in when not
   * given.
   */
  readonly floor?: number
  /**
   * Amendments are tracked changes where the format has them: a word processor can accept or reject
   * each.
   */
  readonly trackedChanges?: boolean
  /** What people wrote of this edition and is not in `CHANGELOG.md` yet: Markdown. */
  readonly changesets?: readonly string[]
  /** The workspace's version: the edition's name where the manifest gives none. */
  readonly version?: string
  /** The day, `YYYY-MM-DD`, where the manifest gives none. */
  readonly day?: string
}

/** Whether all that may go in does, in the texts of the day. */
export function isWhole({
  status,
  alone,
  axes = [],
  horizons = [],
  scales = [],
  addressees = [],
}: Selection): boolean {
  return (
    typeof status === 'string' &&
    alone === undefined &&
    [axes, horizons, scales, addressees].every((list) => list.length === 0)
  )
}

/** The kinds that are made from a programme. */
export type SelectedKind = Exclude<EditionKind, 'book'>

/** A proposal that goes in, in the text that is printed. */
export interface Entry {
  readonly proposal: Proposal
  /**
   * Its rank among the proposals of the programme that are neither withdrawn nor merged, from 1.
   */
  readonly number: number
  readonly status: Status
  /** `null` when nobody has counted: then it is a draft. */
  readonly verdict: Verdict | null
  /** The round printed under it, or `null`. */
  readonly round: Round | null
  /** The text is the copy a round kept, and no longer the one in the folder. */
  readonly fromCopy: boolean
  /** The printed text is one that was adopted. */
  readonly adopted: boolean
}

export interface Selected {
  /** In print order. */
  readonly entries: readonly Entry[]
  /** The others that stand in the programme, when nothing was asked but what goes in by itself. */
  readonly unprinted: readonly Entry[]
  readonly draft: boolean
  readonly nothingAdopted: boolean
}

/**
 * What goes in. A programme with nothing adopted yet is a working draft that holds everything. A
 * changed proposal is printed as it was last adopted; when the copy of that text is missing, it is
 * left out rather than printed as what it is not.
 */
export function select(
  programme: Programme,
  verdicts: readonly Verdict[],
  selection: Selection,
): Selected {
  const standing = entriesOf(programme, verdicts, selection.day)
  const nothingAdopted = !standing.some(({ status }) => ADOPTED.has(status))
  const everything =
    selection.status === 'all' || (selection.status === 'default' && nothingAdopted)
  const statuses = typeof selection.status === 'string' ? ADOPTED : new Set(selection.status)
  const asked = everything
    ? standing
    : standing
        .filter(({ status }) => statuses.has(status))
        .flatMap((entry) => asAdopted(programme, entry))
  const entries = asked.filter((entry) => isWithin(entry, selection))
  const printed = new Set(entries.map(({ proposal }) => proposal.id))
  const unprinted = isWhole(selection)
    ? standing.filter(({ proposal }) => !printed.has(proposal.id))
    : []
  return {
    entries,
    unprinted,
    draft: everything || entries.some(({ adopted }) => !adopted),
    nothingAdopted,
  }
}

/** What has been adopted, and is printed where nothing else is asked for. */
export const ADOPTED: ReadonlySet<string> = new Set<Status>([
  'adopted',
  'adopted-with-reservations',
  'changed',
])

function entriesOf(
  programme: Programme,
  verdicts: readonly Verdict[],
  day: string | undefined,
): Entry[] {
  const byProposal = new Map(verdicts.map((verdict) => [verdict.proposal, verdict]))
  // It stands until the day it is withdrawn; where no day is known, it is gone.
  const gone = ({ id, withdrawn, replacedBy }: Proposal) => {
    const status = byProposal.get(id)?.status
    if (status !== undefined) return status === 'withdrawn' || status === 'merged'
    return replacedBy !== '' || (withdrawn !== null && (day === undefined || withdrawn.date <= day))
  }
  return programme.proposals
    .filter((proposal) => !gone(proposal))
    .map((proposal, index) => {
      const verdict = byProposal.get(proposal.id) ?? null
      const status = verdict?.status ?? 'draft'
      const adopted = status === 'adopted' || status === 'adopted-with-reservations'
      return {
        proposal,
        number: index + 1,
        status,
        verdict,
        round: verdict?.round ?? null,
        fromCopy: false,
        adopted,
      }
    })
}

function asAdopted(programme: Programme, entry: Entry): Entry[] {
  if (entry.status !== 'changed') return [entry]
  const adopted = lastAdoptedText(programme, entry.proposal)
  return adopted === null
    ? []
    : [
        {
          ...entry,
          proposal: adopted.proposal,
          round: adopted.round,
          fromCopy: true,
          adopted: true,
        },
      ]
}

// Asked of the printed text: an adopted copy may speak of another horizon than the text it became.
function isWithin(
  { proposal }: Entry,
  { axes = [], horizons = [], scales = [], addressees = [] }: Selection,
): boolean {
  return (
    holds(axes, proposal.axis) &&
    holds(horizons, proposal.horizon) &&
    holds(scales, proposal.scale) &&
    (addressees.length === 0 ||
      proposal.requests.some(({ addressee }) => addressees.includes(addressee)))
  )
}

function holds(list: readonly string[], id: string): boolean {
  return list.length === 0 || list.includes(id)
}

/** A proposal as it was last adopted. */
interface AdoptedText {
  /**
   * Read from the copy; its document bears the path of the proposal, so that its links lead where
   * they led.
   */
  readonly proposal: Proposal
  readonly round: Round
  /** The path of the copy in the folder. */
  readonly path: string
}

/**
 * The text of the last round that adopted a proposal, read from the byte copy the round kept;
 * `null` when there is no such round or copy.
 */
export function lastAdoptedText(programme: Programme, proposal: Proposal): AdoptedText | null {
  const rounds =
    programme.decisions.find((decisions) => decisions.proposal === proposal.id)?.rounds ?? []
  const round = rounds.findLast(
    ({ outcome }) =>
      outcome?.result === 'adopted' || outcome?.result === 'adopted-with-reservations',
  )
  if (round === undefined) return null
  const path = `decisions/${proposal.id}/${round.opened}/text.md`
  const copy = programme.records.find((record) => record.path === path)
  if (copy === undefined) return null
  const document = readDocument({ path: proposal.document.path, text: copy.text }, 'proposal')
  return { proposal: readProposal(document, programme.manifest, programme.assets), round, path }
}
