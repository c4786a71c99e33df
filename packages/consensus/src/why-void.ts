import type { Language, Programme, Round } from '@cahier/core'
import { changedParts } from './changed-parts.ts'
import { dayIn } from './day-in.ts'
import { frozenProposal } from './frozen-proposal.ts'

/**
 * Why a round fell: a clause without a capital or a full stop. What changed is told against the
 * text as it stands.
 */
export function whyVoid(
  programme: Programme,
  id: string,
  round: Round,
  language: Language,
): string {
  const say = WORDS[language]
  const proposal = programme.proposals.find((one) => one.id === id)
  const closed = round.outcome?.closed ?? '9999'
  if (proposal === undefined) return say.gone
  if (proposal.withdrawn !== null && proposal.withdrawn.date <= closed)
    return say.withdrawn(dayIn(language, proposal.withdrawn.date), proposal.withdrawn.reason)
  if (proposal.replacedBy !== '') return say.merged(proposal.replacedBy)
  const frozen = frozenProposal(programme, id, round.opened)
  if (frozen === null || proposal.normative === round.text) return say.changed
  const parts = changedParts(frozen, proposal, programme)
  return parts.length === 0
    ? say.changed
    : say.parts(
        parts.map((part) => say.names[part] ?? say.quote(part.replace(/^## /, ''))).join(', '),
      )
}

const WORDS = {
  fr: {
    gone: 'la proposition n’est plus dans le dossier',
    withdrawn: (day: string, reason: string) =>
      `la proposition a été retirée le ${day} (« ${reason} »)`,
    merged: (by: string) => `la proposition a été réunie à d’autres dans « ${by} »`,
    changed: 'le texte a changé pendant le tour',
    parts: (parts: string) => `le texte n’est plus celui qui avait été figé ; a changé : ${parts}`,
    quote: (title: string) => `« ${title} »`,
    names: {
      title: 'le titre',
      summary: 'le résumé',
      horizon: 'l’horizon',
      scale: 'l’échelle',
      action: 'l’action',
      requests: 'les demandes',
      requires: 'ce qui est exigé d’abord',
    } as Readonly<Record<string, string>>,
  },
  en: {
    gone: 'the proposal is no longer in the folder',
    withdrawn: (day: string, reason: string) =>
      `the proposal was withdrawn on ${day} (“${reason}”)`,
    merged: (by: string) => `the proposal was merged with others into “${by}”`,
    changed: 'the text changed during the round',
    parts: (parts: string) =>
      `the text is no longer the one that was frozen; what changed: ${parts}`,
    quote: (title: string) => `“${title}”`,
    names: {
      title: 'the title',
      summary: 'the summary',
      horizon: 'the horizon',
      scale: 'the scale',
      action: 'the action',
      requests: 'the requests',
      requires: 'what it requires',
    } as Readonly<Record<string, string>>,
  },
}
