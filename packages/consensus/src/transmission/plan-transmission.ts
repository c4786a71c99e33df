import {
  type Answer,
  EMPTY_PLAN,
  type MessageData,
  nearest,
  type Plan,
  type Programme,
  slugOf,
  type Transmission,
} from '@cahier/core'
import { byCodeUnits } from '@cahier/prose'
import { Document, isSeq, parseDocument, YAMLSeq } from 'yaml'
import { proposalOf } from '../find-by-id.ts'
import { isSameValue } from '../is-same-value.ts'
import { writtenYaml } from '../keep-line-ends.ts'
import { unknownProposal } from '../refusals/refusal.ts'
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
  const refuse = refusedTransmission.bind(null, path)
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

function whyContradictory(known: Transmission, { name, kind }: NewHandover) {
  const { path } = known.document
  const given = { name: oneLine(name), kind }
  const key = (['name', 'kind'] as const).find(
    (one) => given[one] !== '' && given[one] !== known[one],
  )
  const data = key && { path, said: known[key], written: given[key] }
  return data === undefined ? null : refusedTransmission(path, 'otherwise', data)
}

function proposalsIn(
  programme: Programme,
  { proposals: named, for: addressee }: NewHandover,
  edition: string,
  path: string,
) {
  const refuse = (message: Parameters<typeof refusedTransmission>[1], data: MessageData) => ({
    plan: refusedTransmission(path, message, data),
  })
  const kinds = programme.manifest.addressees.map(({ id }) => id)
  if (addressee !== '' && !kinds.includes(addressee))
    return refuse('badKind', { kind: addressee, kinds })
  const ids = [...new Set(named)]
  const unknown = ids.find((id) => !programme.ids.proposals.has(id))
  if (unknown !== undefined) return refuse('noProposal', unknownProposal(programme, unknown))
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

function oneLine(name: string) {
  return name.replace(/\s+/g, ' ').trim()
}

/** An empty `edition` means the last handover of the proposal. */
interface NewAnswer extends Answer {
  readonly recipient: string
  readonly edition: string
}

/** Plans the record of a recipient's answer to a proposal. */
export function planUptake(
  programme: Programme,
  { recipient, edition, proposal, answer, date, link }: NewAnswer,
): Plan {
  const path = `transmissions/${recipient}.yaml`
  const refuse = refusedTransmission.bind(null, path)
  const recipients = programme.transmissions.map(({ id }) => id)
  const known = programme.transmissions[recipients.indexOf(recipient)]
  if (known === undefined)
    return refuse('noRecipient', { id: recipient, near: nearest(recipient, recipients) })
  if (!known.document.sound) return refuse('unreadable', { path })
  if (!programme.ids.proposals.has(proposal))
    return refuse('noProposal', unknownProposal(programme, proposal))
  if (link !== '' && !/^https?:\/\/\S+$/.test(link)) return refuse('badLink', { link })
  const [rank, handing] =
    [...known.handed.entries()]
      .filter(
        ([, one]) =>
          one.proposals.includes(proposal) && (edition === '' || one.edition === edition),
      )
      .sort(([, a], [, b]) => byCodeUnits(a.date, b.date))
      .at(-1) ?? []
  if (rank === undefined || handing === undefined)
    return refuse('notHanded', { id: recipient, proposal, edition })
  if (date < handing.date) return refuse('tooSoon', { date, handed: handing.date })
  const given = { proposal, answer, date, link }
  if (handing.answers.some((one) => isSameValue(one, given)))
    return refuse('answeredAlready', { id: recipient, proposal, date })
  const content = withAnswer(known.document.text, rank, given)
  return { ...EMPTY_PLAN, files: [{ path, content, replaces: true }] }
}

function withHandover(
  text: string | undefined,
  head: { readonly name: string; readonly kind: string },
  handing: {
    readonly edition: string
    readonly date: string
    readonly proposals: readonly string[]
  },
) {
  const document = text === undefined ? new Document({ ...head, handed: [] }) : parseDocument(text)
  const proposals = document.createNode(handing.proposals, { flow: true })
  listIn(document, ['handed']).add(document.createNode({ ...handing, proposals }))
  return writtenYaml(text, document)
}

/** `rank` is the number of the handover, from 0. */
function withAnswer(text: string, rank: number, { link, ...answer }: Answer) {
  const document = parseDocument(text)
  const node = document.createNode({ ...answer, ...(link !== '' && { link }) })
  listIn(document, ['handed', rank, 'answers']).add(node)
  return writtenYaml(text, document)
}

// An empty list, written `[]`, becomes a block list.
function listIn(document: Document, path: readonly (string | number)[]): YAMLSeq {
  const there = document.getIn(path)
  if (isSeq(there)) {
    if (there.items.length === 0) there.flow = false
    return there
  }
  const list = new YAMLSeq(document.schema)
  document.setIn(path, list)
  return list
}
