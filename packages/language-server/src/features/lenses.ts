import { amendmentsTo } from '@cahier/consensus'
import { countOf, type Language } from '@cahier/core'
import { STATUS_LABELS } from '@cahier/export/in-words'
import type { Span } from '@cahier/prose'
import type { DocumentContext } from '../context.ts'
import { staleMembers, verdictOf } from '../text/verdict.ts'

export interface Lens extends Span {
  readonly title: string
}

/**
 * The lines that an editor shows above the title of a proposal. They give its status and count its
 * pending amendments and its outdated stances.
 */
export function lenses({ programme, document, day, language }: DocumentContext): readonly Lens[] {
  const proposal = programme.proposals.find((one) => one.document.path === document.path)
  if (proposal === undefined) return []
  const place = document.places['/title']
  const span = { start: place?.key?.start.offset ?? 0, end: place?.value.end.offset ?? 0 }
  const verdict = verdictOf(programme, proposal, day)
  const waiting = amendmentsTo(programme, proposal.id).filter(({ outcome }) => outcome === '')
  const again = staleMembers(verdict)
  return [
    `${STATUS[language]}${STATUS_LABELS[language][verdict.status]}`,
    waiting.length > 0 && countOf(language, waiting.length, ...WAITING[language]),
    again.length > 0 && countOf(language, again.length, ...AGAIN[language]),
  ].flatMap((title) => (title === false ? [] : [{ ...span, title }]))
}

type Noun = Readonly<Record<Language, readonly [one: string, many: string]>>

const STATUS = { fr: 'Proposition ', en: 'Proposal: ' }
const WAITING: Noun = {
  fr: ['amendement en attente', 'amendements en attente'],
  en: ['amendment waiting', 'amendments waiting'],
}
const AGAIN: Noun = {
  fr: ['membre à consulter de nouveau', 'membres à consulter de nouveau'],
  en: ['member to be asked again', 'members to be asked again'],
}
