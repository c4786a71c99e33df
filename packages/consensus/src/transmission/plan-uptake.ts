import {
  type Answer,
  EMPTY_PLAN,
  type MessageData,
  nearest,
  type Plan,
  type Programme,
} from '@cahier/core'
import { compareTexts } from '@cahier/prose'
import { withAnswer } from './transmission-file.ts'
import { refusedTransmission } from './transmission-messages.ts'

/** An answer of a recipient, by default to the last edition handed over with the proposal. */
export interface NewAnswer extends Answer {
  readonly recipient: string
  readonly edition: string
}

/** Plans the record of a recipient's answer to a proposal. Earlier answers stay. */
export function planUptake(
  programme: Programme,
  { recipient, edition, proposal, answer, date, link }: NewAnswer,
): Plan {
  const path = `transmissions/${recipient}.yaml`
  const refuse = (message: Parameters<typeof refusedTransmission>[1], data: MessageData) =>
    refusedTransmission(path, message, data)
  const known = programme.transmissions.find(({ id }) => id === recipient)
  if (known === undefined)
    return refuse('noRecipient', {
      id: recipient,
      near: nearest(
        recipient,
        programme.transmissions.map(({ id }) => id),
      ),
    })
  if (!known.document.sound) return refuse('unreadable', { path })
  if (!programme.ids.proposals.has(proposal))
    return refuse('noProposal', {
      id: proposal,
      near: nearest(proposal, [...programme.ids.proposals]),
    })
  if (link !== '' && !/^https?:\/\/\S+$/.test(link)) return refuse('badLink', { link })
  const [rank, handing] =
    [...known.handed.entries()]
      .filter(
        ([, one]) =>
          one.proposals.includes(proposal) && (edition === '' || one.edition === edition),
      )
      .sort(([, a], [, b]) => compareTexts(a.date, b.date))
      .at(-1) ?? []
  if (rank === undefined || handing === undefined)
    return refuse('notHanded', { id: recipient, proposal, edition })
  if (date < handing.date) return refuse('tooSoon', { date, handed: handing.date })
  if (
    handing.answers.some(
      (one) =>
        one.proposal === proposal &&
        one.answer === answer &&
        one.date === date &&
        one.link === link,
    )
  )
    return refuse('answeredAlready', { id: recipient, proposal, date })
  const content = withAnswer(known.document.text, rank, { proposal, answer, date, link })
  return { ...EMPTY_PLAN, files: [{ path, content, replaces: true }] }
}
