import {
  EMPTY_PLAN,
  type Finding,
  type MessageData,
  nearest,
  type Plan,
  type Programme,
  slugOf,
  type Transmission,
} from '@cahier/core'
import { proposalOf } from '../find-by-id.ts'
import { withHandover } from './transmission-file.ts'
import { refusedTransmission, transmissionNote } from './transmission-messages.ts'

/** A handover of an edition to a recipient. */
export interface NewHandover {
  readonly recipient: string
  /** Required for a new recipient; empty when not given. */
  readonly name: string
  readonly kind: string
  /** By default the edition in the manifest. */
  readonly edition: string
  readonly date: string
  /** Ids; by default all proposals in the edition. */
  readonly proposals: readonly string[]
  /** Only proposals with a request to this addressee; all proposals when empty. */
  readonly for: string
}

/** Plans the record of a handover. Sends nothing. */
export function planTransmission(programme: Programme, handover: NewHandover): Plan {
  const { recipient, date } = handover
  const path = `transmissions/${recipient}.yaml`
  const refuse = (message: Parameters<typeof refusedTransmission>[1], data = {}) =>
    refusedTransmission(path, message, data)
  if (recipient === '' || slugOf(recipient) !== recipient)
    return refuse('badName', { id: recipient, meant: slugOf(recipient) })
  const known = programme.transmissions.find(({ id }) => id === recipient)
  if (known !== undefined && !known.document.sound) return refuse('unreadable', { path })
  const refusal =
    known === undefined ? whyNotNew(programme, handover, path) : whyContradictory(known, handover)
  if (refusal !== null) return refusal
  const edition = handover.edition || programme.manifest.publication.edition
  if (edition === '') return refuse('noEdition')
  if (!/^[0-9A-Za-z][0-9A-Za-z._-]*$/.test(edition)) return refuse('badEdition', { edition })
  if (known?.handed.some((handing) => handing.edition === edition && handing.date === date))
    return refuse('already', { id: recipient, edition, date })
  const chosen = proposalsIn(programme, handover, edition, path)
  if ('plan' in chosen) return chosen.plan
  const head = { name: oneLine(handover.name), kind: handover.kind || handover.for }
  const content = withHandover(known?.document.text, head, {
    edition,
    date,
    proposals: chosen.proposals,
  })
  return {
    ...EMPTY_PLAN,
    files: [{ path, content, replaces: known !== undefined }],
    findings: chosen.findings,
  }
}

function whyNotNew(
  { manifest }: Programme,
  { recipient, name, kind, for: addressee }: NewHandover,
  path: string,
): Plan | null {
  const kinds = manifest.addressees.map(({ id }) => id)
  const chosenKind = kind || addressee
  if (oneLine(name) === '') return refusedTransmission(path, 'noName', { id: recipient })
  if (chosenKind === '') return refusedTransmission(path, 'noKind', { kinds })
  return kinds.includes(chosenKind)
    ? null
    : refusedTransmission(path, 'badKind', { kind: chosenKind, kinds })
}

// Refuses an option that differs from the name or kind in the file of the recipient.
function whyContradictory(
  { document: { path }, ...known }: Transmission,
  { name, kind }: NewHandover,
): Plan | null {
  for (const [said, written] of [
    [known.name, oneLine(name)],
    [known.kind, kind],
  ] as const)
    if (written !== '' && written !== said)
      return refusedTransmission(path, 'otherwise', { path, said, written })
  return null
}

type ProposalChoice =
  | { readonly proposals: readonly string[]; readonly findings: readonly Finding[] }
  | { readonly plan: Plan }

function proposalsIn(
  programme: Programme,
  { proposals: named, for: addressee }: NewHandover,
  edition: string,
  path: string,
): ProposalChoice {
  const refuse = (message: Parameters<typeof refusedTransmission>[1], data: MessageData) => ({
    plan: refusedTransmission(path, message, data),
  })
  const kinds = programme.manifest.addressees.map(({ id }) => id)
  if (addressee !== '' && !kinds.includes(addressee))
    return refuse('badKind', { kind: addressee, kinds })
  const ids = [...new Set(named)]
  const unknown = ids.find((id) => !programme.ids.proposals.has(id))
  if (unknown !== undefined)
    return refuse('noProposal', {
      id: unknown,
      near: nearest(unknown, [...programme.ids.proposals]),
    })
  const record = programme.editions.find((one) => one.edition === edition)
  if (record === undefined && ids.length === 0)
    return refuse('notOnRecord', {
      edition,
      editions: programme.editions.map((one) => one.edition),
    })
  const printed = record?.measures.map(({ id }) => id) ?? ids
  const absent = ids.filter((id) => !printed.includes(id))
  if (absent.length > 0) return refuse('notPrinted', { edition, ids: absent })
  const asksAddressee = (id: string) =>
    addressee === '' ||
    proposalOf(programme, id)?.requests.some((one) => one.addressee === addressee) === true
  const proposals = (
    ids.length > 0 ? ids : printed.filter((id) => programme.ids.proposals.has(id))
  ).filter(asksAddressee)
  if (proposals.length === 0) return refuse('nothing', { edition })
  return {
    proposals,
    findings: record === undefined ? [transmissionNote(path, 'unrecorded', { edition })] : [],
  }
}

function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim()
}
