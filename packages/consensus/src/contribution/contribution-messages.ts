import type { Document, Finding, MessageData, Messages } from '@cahier/core'
import { sentenceFor } from '../counting/why-uncounted.ts'
import { findingOn } from '../finding-on.ts'
import { roundMessages } from '../rounds/round-messages.ts'
import { dayIn } from '../words/days.ts'

export const SINCE_RULE = 'decision/since'

/** A finding of `decision/since`, at a field of a document. */
export function contributionFinding(
  document: Pick<Document, 'path' | 'places'>,
  field: string,
  message: keyof typeof sinceMessages & string,
  data: MessageData = {},
  severity: Finding['severity'] = 'error',
): Finding {
  return findingOn(document, field, { rule: SINCE_RULE, severity, message, data })
}

/** What a contribution does wrong: one sentence, with what to do. */
export const sinceMessages = {
  spokenUnheard: {
    fr: ({ why = '' }) =>
      `selon les règles et les clés d’avant cette contribution, cette position ne compte pas : ${sentenceFor(why, 'fr')}`,
    en: ({ why = '' }) =>
      `by the policy and the keys that stood before this contribution, this stance does not count: ${sentenceFor(why, 'en')}`,
  },
  recordedUnheard: {
    fr: ({ member, why = '' }) =>
      `selon les règles et les clés d’avant cette contribution, la position de « ${member} » ${why === '' ? 'devait être comptée' : `ne pouvait pas être comptée : ${sentenceFor(why, 'fr')}`}`,
    en: ({ member, why = '' }) =>
      `by the policy and the keys that stood before this contribution, the stance of “${member}” ${why === '' ? 'was to be counted' : `could not be counted: ${sentenceFor(why, 'en')}`}`,
  },
  copyForeign: {
    fr: ({ file }) =>
      `cette copie n’est pas le fichier du membre, ni d’avant cette contribution, ni d’un de ses commits, ni d’après : ${file}`,
    en: ({ file }) =>
      `this copy is not the file of the member, neither before this contribution, nor in one of its commits, nor after: ${file}`,
  },
  stanceLeftOut: {
    fr: ({ member }) => `« ${member} » s’est prononcé, et ce résultat n’en dit rien`,
    en: ({ member }) => `“${member}” has spoken, and this outcome says nothing of it`,
  },
  keyErased: {
    fr: ({ delegate }) =>
      `une clé de « ${delegate} » a été effacée ou ses dates ont changé : une clé se révoque (revoked, le jour où elle ne vaut plus), elle ne s’efface pas`,
    en: ({ delegate }) =>
      `a key of “${delegate}” was erased or its dates changed: a key is revoked (revoked, the day from which it no longer counts), never erased`,
  },
  signatureChanged: {
    fr: () => 'cette signature, copiée par un tour, a été modifiée ou enlevée : elle doit rester',
    en: () => 'this signature, copied by a round, was changed or removed: it must stay',
  },
  closedInFuture: {
    fr: ({ closed }) =>
      `cette contribution apporte un résultat daté du ${dayIn('fr', closed)}, qui est à venir`,
    en: ({ closed }) =>
      `this contribution brings an outcome dated ${dayIn('en', closed)}, which is in the future`,
  },
  positionsRemoved: {
    fr: () =>
      'ce fichier de positions a été enlevé, et son numéro avec lui : gardez-le, et effacez seulement les positions à retirer',
    en: () =>
      'this positions file was removed, and its serial with it: keep it, and erase only the stances to withdraw',
  },
  fileRemoved: {
    fr: () => 'ce fichier d’un tour déjà ouvert a été enlevé : il doit rester',
    en: () => 'this file of a round already opened was removed: it must stay',
  },
  roundRemoved: {
    fr: ({ opened }) =>
      `le tour ouvert le ${dayIn('fr', opened)} a été enlevé : un tour ouvert reste inscrit`,
    en: ({ opened }) =>
      `the round opened on ${dayIn('en', opened)} was removed: a round once opened stays on record`,
  },
  roundChanged: {
    fr: ({ field, opened }) =>
      `« ${field} » du tour ouvert le ${dayIn('fr', opened)} a été modifié : ce qui est inscrit ne change plus`,
    en: ({ field, opened }) =>
      `“${field}” of the round opened on ${dayIn('en', opened)} was changed: what is on record no longer changes`,
  },
  ruleOfNoOne: {
    fr: ({ opened }) =>
      `la règle du tour ouvert le ${dayIn('fr', opened)} n’est pas celle que le programme donne pour cette proposition (decision, dans programme.yaml)`,
    en: ({ opened }) =>
      `the rule of the round opened on ${dayIn('en', opened)} is not the one the programme gives for this proposal (decision, in programme.yaml)`,
  },
  rulingNotAllowed: roundMessages.rulingNotAllowed,
  noFacilitator: roundMessages.noFacilitator,
  rulingUnheard: roundMessages.rulingUnheard,
  rulingLate: roundMessages.rulingLate,
  rulingWithOutcome: roundMessages.rulingWithOutcome,
  arrivedLate: {
    fr: ({ date, closes }) =>
      `cette position est datée du ${dayIn('fr', date)}, mais n’arrive qu’après la fin du tour, au soir du ${dayIn('fr', closes)} : datez-la du jour où elle arrive, ou dites pourquoi elle a tardé`,
    en: ({ date, closes }) =>
      `this stance is dated ${dayIn('en', date)}, but comes only after the round ended, on the evening of ${dayIn('en', closes)}: give it the date of the day it comes, or say why it was late`,
  },
  withdrawnLate: {
    fr: ({ proposal, date, closes }) =>
      `la position du ${dayIn('fr', date)} sur « ${proposal} » disparaît de ce fichier, alors que le tour est fini depuis le soir du ${dayIn('fr', closes)} : assurez-vous que ce collectif l’avait bien retirée avant, ou remettez-la`,
    en: ({ proposal, date, closes }) =>
      `the stance of ${dayIn('en', date)} on “${proposal}” goes from this file, and the round has been over since the evening of ${dayIn('en', closes)}: make sure that this collective had withdrawn it before, or put it back`,
  },
  finalPeriodMoved: {
    fr: ({ written, began }) =>
      `la période finale est dite commencée le ${dayIn('fr', written)}, et les positions ${began === '' ? 'ne la font pas commencer' : `la font commencer le ${dayIn('fr', began)}`} : assurez-vous que ce jour est le bon${isEarlier(written, began) ? ', car il abrège le temps laissé à tout le monde' : ''}`,
    en: ({ written, began }) =>
      `the final period is said to have begun on ${dayIn('en', written)}, and the stances ${began === '' ? 'do not make it begin' : `make it begin on ${dayIn('en', began)}`}: make sure that this day is right${isEarlier(written, began) ? ', for it cuts short the time that everybody has' : ''}`,
  },
  openTextMoved: {
    fr: ({ parts, opened }) =>
      `cette contribution change ce qui est soumis au vote (${parts}) pendant le tour ouvert le ${dayIn('fr', opened)} : le tour deviendra nul, et il faudra consulter de nouveau tout le monde. Si ce n’est pas voulu, remettez ce passage comme il était`,
    en: ({ parts, opened }) =>
      `this contribution changes what is put to the vote (${parts}) during the round opened on ${dayIn('en', opened)}: the round will be void, and everybody will have to be asked again. If that is not what you want, put the passage back as it was`,
  },
  adoptedTextMoved: {
    fr: ({ parts, opened }) =>
      `cette contribution change ce qui a été adopté au tour ouvert le ${dayIn('fr', opened)} (${parts}) : le nouveau texte demandera un nouveau tour. Si ce n’est pas voulu, remettez ce passage comme il était`,
    en: ({ parts, opened }) =>
      `this contribution changes what was adopted in the round opened on ${dayIn('en', opened)} (${parts}): the new text will need a new round. If that is not what you want, put the passage back as it was`,
  },
  needlessVoid: {
    fr: ({ opened, copies }) =>
      `le tour ouvert le ${dayIn('fr', opened)} est inscrit comme nul, alors que son texte est toujours celui de la proposition : enlevez ce résultat (outcome) et ses copies (${copies}), et le tour continue`,
    en: ({ opened, copies }) =>
      `the round opened on ${dayIn('en', opened)} is recorded as void, though its text is still that of the proposal: remove this outcome and its copies (${copies}), and the round goes on`,
  },
  sectionsMoved: {
    fr: ({ proposals }) =>
      `avec d’autres rubriques soumises au vote, ces textes, adoptés ou soumis à un tour, ne sont plus ceux sur lesquels on s’est prononcé (${proposals}) : il faudra consulter de nouveau tout le monde`,
    en: ({ proposals }) =>
      `with other sections put to the vote, these texts, adopted or put to a round, are no longer those that members spoke of (${proposals}): everybody will have to be asked again`,
  },
  termRenamed: {
    fr: ({ old, title, proposals }) =>
      `« ${old} » devient « ${title} », et c’est ainsi que se liront des textes déjà adoptés ou soumis à un tour (${proposals}), sans que personne soit consulté de nouveau : assurez-vous que le sens n’en change pas`,
    en: ({ old, title, proposals }) =>
      `“${old}” becomes “${title}”, and so will texts be read that are adopted already or put to a round (${proposals}), without anybody being asked again: make sure that they mean the same`,
  },
  ruleOfNewAxis: {
    fr: ({ opened }) =>
      `le tour ouvert le ${dayIn('fr', opened)} suit la règle de l’axe où cette même contribution déplace la proposition, et non celle de son axe d’avant : assurez-vous que c’est voulu`,
    en: ({ opened }) =>
      `the round opened on ${dayIn('en', opened)} follows the rule of the axis to which this same contribution moves the proposal, not that of the axis it was in: make sure that this is meant`,
  },
  openedAndClosed: {
    fr: ({ opened }) =>
      `le tour ouvert le ${dayIn('fr', opened)} arrive déjà clos : personne d’autre n’a pu le voir ouvert. Envoyez d’abord l’ouverture seule, et le résultat dans une autre contribution, une fois le tour fini`,
    en: ({ opened }) =>
      `the round opened on ${dayIn('en', opened)} arrives already closed: nobody else can have seen it open. Send its opening alone first, and the outcome in another contribution, once the round is over`,
  },
  openedTooLate: {
    fr: ({ opened, closes }) =>
      `le tour ouvert le ${dayIn('fr', opened)} n’arrive qu’après son dernier jour, le ${dayIn('fr', closes)} : personne d’autre n’a pu le voir ouvert. Relisez qui a été prévenu, qui s’est prononcé, et quand`,
    en: ({ opened, closes }) =>
      `the round opened on ${dayIn('en', opened)} comes only after its last day, ${dayIn('en', closes)}: nobody else can have seen it open. Check who was notified, who took part, and when`,
  },
  leftMidway: {
    fr: ({ member, left, proposals }) =>
      `« ${member} » est dit parti le ${dayIn('fr', left)}, pendant un tour encore ouvert, où sa position ne compte plus (${proposals}) : assurez-vous que ce départ vient bien de lui`,
    en: ({ member, left, proposals }) =>
      `“${member}” is said to have left on ${dayIn('en', left)}, during a round that was still open, where its stance no longer counts (${proposals}): make sure that it did leave`,
  },
  membersAndRounds: {
    fr: ({ member }) =>
      `l’entrée de « ${member} » parmi les membres (joined) change dans la contribution qui ouvre ou clôt un tour : faites-en deux, l’entrée d’abord`,
    en: ({ member }) =>
      `the day on which “${member}” becomes a member (joined) changes in the contribution that opens or closes a round: make it two, the member first`,
  },
  strangeElectorate: {
    fr: ({ opened }) =>
      `la liste des membres du tour ouvert le ${dayIn('fr', opened)} n’est pas celle des collectifs qui en étaient ce jour-là`,
    en: ({ opened }) =>
      `the list of members of the round opened on ${dayIn('en', opened)} is not that of the collectives in on that day`,
  },
  copyChanged: {
    fr: () => 'cette copie figée par un tour a été modifiée',
    en: () => 'this copy frozen by a round was changed',
  },
  editionChanged: {
    fr: () => 'cette édition a été remise à d’autres : ce qui en est gardé ne change plus',
    en: () => 'this edition was handed over: what is kept of it no longer changes',
  },
  editionRemoved: {
    fr: () => 'ce qui est gardé d’une édition remise à d’autres a été enlevé : il doit rester',
    en: () => 'what is kept of an edition handed over was removed: it must stay',
  },
  serialNotRaised: {
    fr: ({ serial, old, wanted }) =>
      `le numéro de série doit monter à chaque modification : ${serial} après ${old}, écrivez ${wanted}`,
    en: ({ serial, old, wanted }) =>
      `the serial must rise with each change: ${serial} after ${old}, write ${wanted}`,
  },
  policyAndVotes: {
    fr: () =>
      'la règle du jeu (décision, rubriques, niveaux, fuseau horaire, clés) et les votes changent dans la même contribution : faites-en deux',
    en: () =>
      'the policy (decision, sections, levels, time zone, keys) and votes change in one contribution: make it two',
  },
} satisfies Messages

// True also when the final period did not begin at all.
function isEarlier(written = '', began = ''): boolean {
  return began === '' || written < began
}
