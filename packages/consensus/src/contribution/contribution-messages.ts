import { dayIn, type RuleMessages, wording } from '@cahier/core'
import { uncountedReason, wordingWithWhy } from '../counting/why-uncounted.ts'
import { findingMaker } from '../finding-maker.ts'
import { roundMessages } from '../rounds/round-messages.ts'

export const SINCE_RULE = 'decision/since'

export const contributionFinding = findingMaker<ContributionMessage>(SINCE_RULE)

export type ContributionMessage = keyof typeof sinceMessages & string

/** Faults of a contribution (changes since a revision), and what to do. */
export const sinceMessages = {
  spokenUnheard: wordingWithWhy(
    'selon les règles et les clés d’avant cette contribution, cette position ne compte pas',
    'by the policy and the keys that stood before this contribution, this stance does not count',
  ),
  recordedUnheard: {
    fr: ({ member, why = '' }) =>
      `selon les règles et les clés d’avant cette contribution, la position de « ${member} » ${why === '' ? 'devait être comptée' : `ne pouvait pas être comptée : ${uncountedReason(why, 'fr')}`}`,
    en: ({ member, why = '' }) =>
      `by the policy and the keys that stood before this contribution, the stance of “${member}” ${why === '' ? 'was to be counted' : `could not be counted: ${uncountedReason(why, 'en')}`}`,
  },
  copyForeign: wording(
    'cette copie n’est le fichier du membre ({file}) ni avant, ni pendant, ni après cette contribution',
    'this copy is not the file of the member ({file}) before, during or after this contribution',
  ),
  stanceLeftOut: wording(
    '« {member} » s’est prononcé, et ce résultat n’en dit rien',
    '“{member}” has spoken, and this outcome says nothing of it',
  ),
  keyErased: wording(
    'une clé de « {delegate} » a été effacée ou ses dates ont changé : une clé se révoque (revoked, le jour où elle ne vaut plus), elle ne s’efface pas',
    'a key of “{delegate}” was erased or its dates changed: a key is revoked (revoked, the day from which it no longer counts), never erased',
  ),
  closedInFuture: wording(
    'cette contribution apporte un résultat daté du {closed|day}, qui est à venir',
    'this contribution brings an outcome dated {closed|day}, which is in the future',
  ),
  positionsRemoved: wording(
    'ce fichier de positions a été enlevé, et son numéro avec lui : gardez-le, et effacez seulement les positions à retirer',
    'this positions file was removed, and its serial with it: keep it, and erase only the stances to withdraw',
  ),
  fileRemoved: wording(
    'ce fichier d’un tour ou d’une édition a été enlevé : il doit rester',
    'this file of a round or an edition was removed: it must stay',
  ),
  roundRemoved: wording(
    'le tour ouvert le {opened|day} a été enlevé : un tour ouvert reste inscrit',
    'the round opened on {opened|day} was removed: a round once opened stays on record',
  ),
  roundChanged: wording(
    '« {field} » du tour ouvert le {opened|day} a été modifié : ce qui est inscrit ne change plus',
    '“{field}” of the round opened on {opened|day} was changed: what is on record no longer changes',
  ),
  ruleOfNoOne: wording(
    'la règle du tour ouvert le {opened|day} n’est pas celle que le programme donne pour cette proposition (decision, dans programme.yaml)',
    'the rule of the round opened on {opened|day} is not the one the programme gives for this proposal (decision, in programme.yaml)',
  ),
  rulingNotAllowed: roundMessages.rulingNotAllowed,
  noFacilitator: roundMessages.noFacilitator,
  rulingUnheard: roundMessages.rulingUnheard,
  rulingLate: roundMessages.rulingLate,
  rulingWithOutcome: roundMessages.rulingWithOutcome,
  arrivedLate: wording(
    'cette position est datée du {date|day}, mais n’arrive qu’après la fin du tour, au soir du {closes|day} : datez-la du jour où elle arrive, ou dites pourquoi elle a tardé',
    'this stance is dated {date|day}, but comes only after the round ended, on the evening of {closes|day}: give it the date of the day it comes, or say why it was late',
  ),
  withdrawnLate: wording(
    'la position du {date|day} sur « {proposal} » disparaît de ce fichier après la fin du tour, au soir du {closes|day} : assurez-vous que ce collectif l’avait retirée avant, ou remettez-la',
    'the stance of {date|day} on “{proposal}” goes from this file after the round ended, on the evening of {closes|day}: make sure that this collective had withdrawn it before, or put it back',
  ),
  finalPeriodMoved: {
    fr: ({ written, began }) =>
      `la période finale est dite commencée le ${dayIn('fr', written)}, et les positions ${began === '' ? 'ne la font pas commencer' : `la font commencer le ${dayIn('fr', began)}`} : assurez-vous que ce jour est le bon${isEarlier(written, began) ? ', car il abrège le temps laissé à tout le monde' : ''}`,
    en: ({ written, began }) =>
      `the final period is said to have begun on ${dayIn('en', written)}, and the stances ${began === '' ? 'do not make it begin' : `make it begin on ${dayIn('en', began)}`}: make sure that this day is right${isEarlier(written, began) ? ', for it cuts short the time that everybody has' : ''}`,
  },
  openTextMoved: wording(
    'cette contribution change ce qui est soumis au vote ({parts}) pendant le tour ouvert le {opened|day} : le tour deviendra nul, et il faudra consulter de nouveau tout le monde. Si ce n’est pas voulu, remettez ce passage comme il était',
    'this contribution changes what is put to the vote ({parts}) during the round opened on {opened|day}: the round will be void, and everybody will have to be asked again. If that is not what you want, put the passage back as it was',
  ),
  adoptedTextMoved: wording(
    'cette contribution change ce qui a été adopté au tour ouvert le {opened|day} ({parts}) : le nouveau texte demandera un nouveau tour. Si ce n’est pas voulu, remettez ce passage comme il était',
    'this contribution changes what was adopted in the round opened on {opened|day} ({parts}): the new text will need a new round. If that is not what you want, put the passage back as it was',
  ),
  needlessVoid: wording(
    'le tour ouvert le {opened|day} est inscrit comme nul, alors que son texte est toujours celui de la proposition : enlevez ce résultat (outcome) et ses copies ({copies}), et le tour continue',
    'the round opened on {opened|day} is recorded as void, though its text is still that of the proposal: remove this outcome and its copies ({copies}), and the round goes on',
  ),
  sectionsMoved: wording(
    'les rubriques soumises au vote changent, et avec elles des textes adoptés ou soumis à un tour ({proposals}) : il faudra consulter de nouveau tout le monde',
    'the sections put to the vote change, and with them texts adopted or put to a round ({proposals}): everybody will have to be asked again',
  ),
  termRenamed: wording(
    '« {old} » devient « {title} » dans des textes déjà adoptés ou soumis à un tour ({proposals}), sans que personne soit consulté de nouveau : assurez-vous que le sens n’en change pas',
    '“{old}” becomes “{title}” in texts already adopted or put to a round ({proposals}), without anybody being asked again: make sure that they mean the same',
  ),
  ruleOfNewAxis: wording(
    'le tour ouvert le {opened|day} suit la règle de l’axe où cette même contribution déplace la proposition : assurez-vous que c’est voulu',
    'the round opened on {opened|day} follows the rule of the axis to which this same contribution moves the proposal: make sure that this is meant',
  ),
  openedAndClosed: wording(
    'le tour ouvert le {opened|day} arrive déjà clos : personne d’autre n’a pu le voir ouvert. Envoyez d’abord l’ouverture seule, et le résultat dans une autre contribution, une fois le tour fini',
    'the round opened on {opened|day} arrives already closed: nobody else can have seen it open. Send its opening alone first, and the outcome in another contribution, once the round is over',
  ),
  openedTooLate: wording(
    'le tour ouvert le {opened|day} n’arrive qu’après son dernier jour, le {closes|day} : personne d’autre n’a pu le voir ouvert. Relisez qui a été prévenu, qui s’est prononcé, et quand',
    'the round opened on {opened|day} comes only after its last day, {closes|day}: nobody else can have seen it open. Check who was notified, who took part, and when',
  ),
  leftMidway: wording(
    '« {member} » est dit parti le {left|day}, pendant un tour encore ouvert, où sa position ne compte plus ({proposals}) : assurez-vous que ce départ vient bien de lui',
    '“{member}” is said to have left on {left|day}, during a round that was still open, where its stance no longer counts ({proposals}): make sure that it did leave',
  ),
  membersAndRounds: wording(
    'l’entrée de « {member} » parmi les membres (joined) change dans la contribution qui ouvre ou clôt un tour : faites-en deux, l’entrée d’abord',
    'the day on which “{member}” becomes a member (joined) changes in the contribution that opens or closes a round: make it two, the member first',
  ),
  strangeElectorate: wording(
    'la liste des membres du tour ouvert le {opened|day} n’est pas celle des collectifs qui en étaient ce jour-là',
    'the list of members of the round opened on {opened|day} is not that of the collectives in on that day',
  ),
  copyChanged: wording(
    'ce fichier, gardé par un tour ou par une édition, a été modifié : il ne change plus',
    'this file, kept by a round or an edition, was changed: it no longer changes',
  ),
  serialNotRaised: wording(
    'le numéro de série doit monter à chaque modification : {serial} après {old}, écrivez {wanted}',
    'the serial must rise with each change: {serial} after {old}, write {wanted}',
  ),
  policyAndVotes: wording(
    'la règle du jeu (décision, rubriques, niveaux, fuseau horaire, clés) et les votes changent dans la même contribution : faites-en deux',
    'the policy (decision, sections, levels, time zone, keys) and votes change in one contribution: make it two',
  ),
} satisfies RuleMessages

function isEarlier(written = '', began = '') {
  return began === '' || written < began
}
