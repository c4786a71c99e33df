import {
  type Programme,
  type Proposal,
  type Round,
  readDocument,
  readProposal,
  type Status,
  type Verdict,
} from '@cahier/core'

/** The part of the programme to print. An empty or absent list of ids selects everything. */
export interface Selection {
  readonly kind: SelectedKind
  /**
   * `default`: adopted proposals, in their adopted text. `all`: proposals in their current text,
   * except withdrawn and merged ones. A list: proposals with these statuses.
   */
  readonly status: 'default' | 'all' | readonly Status[]
  /** Id of the only proposal composed in full. Other proposals get a title only. */
  readonly alone?: string
  /** Ids from the manifest. A proposal must match one id of each non-empty list. */
  readonly axes?: readonly string[]
  readonly horizons?: readonly string[]
  readonly scales?: readonly string[]
  /** Selects the proposals with a request to one of these addressees, and only such requests. */
  readonly addressees?: readonly string[]
  /** In a charter, the fewest proposals that a signer commits to. Absent: a blank to fill in. */
  readonly floor?: number
  readonly trackedChanges?: boolean
  /** Changelog entries (Markdown) that are not in `CHANGELOG.md` yet. */
  readonly changesets?: readonly string[]
  /** The version of the programme, used when the manifest names no edition. */
  readonly version?: string
  /** The day of the edition, used when the manifest gives no date. */
  readonly day?: string
}

export type FilterOption = 'for' | 'axis' | 'horizon' | 'scale' | 'status'

/** The non-empty lists that restrict the selection, each with its option name. */
export function filtersOf({
  status,
  axes = [],
  horizons = [],
  scales = [],
  addressees = [],
}: Selection): readonly (readonly [option: FilterOption, ids: readonly string[]])[] {
  const lists = [
    ['for', addressees],
    ['axis', axes],
    ['horizon', horizons],
    ['scale', scales],
    ['status', typeof status === 'string' ? [] : status],
  ] as const
  return lists.filter(([, ids]) => ids.length > 0)
}

/** True when nothing restricts the selection. */
export function isWhole(selection: Selection): boolean {
  return selection.alone === undefined && filtersOf(selection).length === 0
}

export type SelectedKind =
  | 'programme'
  | 'dossier'
  | 'tribune'
  | 'brochure'
  | 'charter'
  | 'dissent'
  | 'data'

/** A selected proposal, with the text to print. */
export interface SelectedProposal {
  readonly proposal: Proposal
  /** Rank from 1. Withdrawn and merged proposals are not counted. */
  readonly number: number
  readonly status: Status
  /** `null` when stances were not counted; the status is then `draft`. */
  readonly verdict: Verdict | null
  readonly round: Round | null
  /** True when the file has changed, and the copy that a round (a vote) kept is printed. */
  readonly fromCopy: boolean
  readonly adopted: boolean
}

export interface Selected {
  readonly entries: readonly SelectedProposal[]
  /** The proposals that are not in `entries`. Empty when the selection is restricted. */
  readonly unprinted: readonly SelectedProposal[]
  readonly draft: boolean
  readonly nothingAdopted: boolean
}

/**
 * Selects the proposals to print: by default the adopted ones, or all if none is adopted. If a
 * proposal changed since its adoption, a copy of the adopted text is printed. Without a copy, the
 * proposal is left out.
 */
export function select(
  programme: Programme,
  verdicts: readonly Verdict[],
  selection: Selection,
): Selected {
  const current = entriesOf(programme, verdicts, selection.day)
  const nothingAdopted = !current.some(({ status }) => ADOPTED.has(status))
  const everything =
    selection.status === 'all' || (selection.status === 'default' && nothingAdopted)
  const statuses = typeof selection.status === 'string' ? ADOPTED : new Set(selection.status)
  const wanted = everything
    ? current
    : current
        .filter(({ status }) => statuses.has(status))
        .flatMap((entry) => asAdopted(programme, entry))
  const entries = wanted.filter((entry) => isWithin(entry, selection))
  const printed = new Set(entries.map(({ proposal }) => proposal.id))
  const unprinted = isWhole(selection)
    ? current.filter(({ proposal }) => !printed.has(proposal.id))
    : []
  return {
    entries,
    unprinted,
    draft: everything || entries.some(({ adopted }) => !adopted),
    nothingAdopted,
  }
}

const ADOPTIONS: ReadonlySet<string> = new Set(['adopted', 'adopted-with-reservations'])

/** Statuses printed by default. */
export const ADOPTED: ReadonlySet<string> = new Set([...ADOPTIONS, 'changed'])

function entriesOf(
  programme: Programme,
  verdicts: readonly Verdict[],
  day: string | undefined,
): SelectedProposal[] {
  const byProposal = new Map(verdicts.map((verdict) => [verdict.proposal, verdict]))
  // Without a day, a withdrawal counts whatever its date.
  const isGone = ({ id, withdrawn, replacedBy }: Proposal) => {
    const status = byProposal.get(id)?.status
    if (status !== undefined) return status === 'withdrawn' || status === 'merged'
    return replacedBy !== '' || (withdrawn !== null && (day === undefined || withdrawn.date <= day))
  }
  return programme.proposals
    .filter((proposal) => !isGone(proposal))
    .map((proposal, index) => {
      const verdict = byProposal.get(proposal.id) ?? null
      const status = verdict?.status ?? 'draft'
      return {
        proposal,
        number: index + 1,
        status,
        verdict,
        round: verdict?.round ?? null,
        fromCopy: false,
        adopted: ADOPTIONS.has(status),
      }
    })
}

function asAdopted(programme: Programme, entry: SelectedProposal): SelectedProposal[] {
  if (entry.status !== 'changed') return [entry]
  const copy = lastAdoptedText(programme, entry.proposal)
  if (copy === null) return []
  const { proposal, round } = copy
  return [{ ...entry, proposal, round, fromCopy: true, adopted: true }]
}

// Filters the printed text: an adopted copy may have another horizon than the current text.
function isWithin(
  { proposal }: SelectedProposal,
  { axes = [], horizons = [], scales = [], addressees = [] }: Selection,
) {
  return (
    admits(axes, proposal.axis) &&
    admits(horizons, proposal.horizon) &&
    admits(scales, proposal.scale) &&
    (addressees.length === 0 ||
      proposal.requests.some(({ addressee }) => addressees.includes(addressee)))
  )
}

/** True for an id of the list, and for any id when the list is empty. */
export function admits(list: readonly string[], id: string): boolean {
  return list.length === 0 || list.includes(id)
}

interface AdoptedText {
  /** Read from the copy, but with the path of the current file, so that links resolve. */
  readonly proposal: Proposal
  readonly round: Round
  /** The path of the copy. */
  readonly path: string
}

/** The last adopted text, from the copy that its round kept. Null without a round or copy. */
export function lastAdoptedText(programme: Programme, proposal: Proposal): AdoptedText | null {
  const rounds =
    programme.decisions.find((decisions) => decisions.proposal === proposal.id)?.rounds ?? []
  const round = rounds.findLast(({ outcome }) => ADOPTIONS.has(outcome?.result ?? ''))
  if (round === undefined) return null
  const path = `decisions/${proposal.id}/${round.opened}/text.md`
  const copy = programme.records.find((record) => record.path === path)
  if (copy === undefined) return null
  const document = readDocument({ path: proposal.document.path, text: copy.text }, 'proposal')
  return { proposal: readProposal(document, programme.manifest, programme.assets), round, path }
}
