import {
  FILE_START,
  type Finding,
  type MessageData,
  type Plan,
  type RuleMessages,
  UNKNOWN_COLLECTIVE,
  wording,
} from '@cahier/core'
import { GONE_MESSAGES, NO_PROPOSAL, refusalMaker } from '../refusals/refusal.ts'
import { HAS_ERRORS } from '../refusals/unreadable-files.ts'
import { rulingMessages } from '../signatures/ruling-signature.ts'
import { idleMessages } from '../stances/idle-stance.ts'

export const ROUND_RULE = 'decision/round'

export function roundFinding(
  path: string,
  severity: 'warning' | 'info',
  message: keyof typeof roundMessages & string,
  data: MessageData,
): Finding {
  return { rule: ROUND_RULE, severity, message, data, path, place: FILE_START }
}

const RULINGS_FR: Readonly<Record<string, string>> = {
  inadmissible: 'objection irrecevable',
  overruled: 'objection écartée',
  recused: 'membre en retrait',
}

// The manifest names rulings in English, so the French message adds their meaning.
const permitted = (allowed: string) =>
  allowed
    .split(', ')
    .map((ruling) => `${ruling} (${RULINGS_FR[ruling]})`)
    .join(', ')

const FINAL_BEGAN = wording(
  'la période finale a commencé le {began|day} et dure jusqu’au soir du {ends|day} : prévenez les membres. Une objection nouvelle',
  'the final period began on {began|day} and lasts until the end of {ends|day}: tell the members. A new objection',
)

/** Messages that refuse a round or a stance, or warn about it. */
export const roundMessages = {
  ...idleMessages,
  ...rulingMessages,
  ...GONE_MESSAGES,
  withdrawnBefore: wording(
    '« {id} » sera retirée le {date|day}, et ce tour ne finirait que le {closes|day} : il doit être clos avant',
    '“{id}” will be withdrawn on {date|day}, and this round would end only on {closes|day}: it must be closed before',
  ),
  incomplete: wording(
    '« {id} » n’est pas complète ; il reste à écrire : {missing}',
    '“{id}” is not complete; still to be written: {missing}',
  ),
  alreadyOpen: wording(
    'un tour est déjà ouvert sur « {id} », jusqu’au {closes|day}',
    'a round is already open on “{id}”, until {closes|day}',
  ),
  notClosed: wording(
    'le tour sur « {id} » a fini le {closes|day} et n’est pas clos : lancez d’abord « cahier close {id} »',
    'the round on “{id}” ended on {closes|day} and is not closed: close it first (“cahier close {id}”)',
  ),
  closedAhead: wording(
    'le tour sur « {id} » est inscrit comme clos le {closed|day}, qui est à venir : l’horloge d’une machine avançait sans doute. Enlevez ce résultat (« outcome: », dans decisions/{id}.yaml) et le dossier decisions/{id}/{opened}/positions/, puis relancez « cahier close {id} » quand le tour sera fini',
    'the round on “{id}” is on record as closed on {closed|day}, which is in the future: the clock of a machine was probably ahead. Remove this outcome (“outcome:”, in decisions/{id}.yaml) and the folder decisions/{id}/{opened}/positions/, then run “cahier close {id}” again once the round is over',
  ),
  sameDay: wording(
    'un tour a déjà été ouvert sur « {id} » le {day|day} : un seul par jour',
    'a round was already opened on “{id}” on {day|day}: one a day',
  ),
  beforeLast: wording(
    'le dernier tour sur « {id} » va jusqu’au {since|day} : un autre ne peut pas s’ouvrir le {day|day}',
    'the last round on “{id}” goes to {since|day}: another cannot open on {day|day}',
  ),
  closesBefore: wording(
    'le dernier jour du tour (le {closes|day}) doit venir après son ouverture (le {day|day})',
    'the last day of the round ({closes|day}) must come after its opening ({day|day})',
  ),
  noMember: wording(
    'aucun collectif n’est membre ce jour-là : personne ne pourrait se prononcer',
    'no collective is a member on that day: nobody could speak',
  ),
  noWeight: wording(
    'la règle pèse les voix, et il manque un poids, en nombre entier, à : {members} (weight, dans le fichier du collectif)',
    'the rule weighs votes, and a weight, in whole numbers, is missing for: {members} (weight, in the file of the collective)',
  ),
  untold: wording(
    'la règle demande que chaque membre ait été prévenu au plus tard le {day|day} ; rien ne le dit pour : {members} (ajoutez --notified)',
    'the rule asks that each member be notified by {day|day}; no day is given for: {members} (add --notified)',
  ),
  toldStranger: wording(
    '« {id} » n’est pas membre de ce tour : il n’y a pas à dire quand il a été prévenu',
    '“{id}” is not a member of this round: it needs no day of notification',
  ),
  rulingAhead: wording(
    'l’arbitrage qui vise « {member} » est daté du {date|day}, qui est à venir : corrigez sa date, ou attendez ce jour pour clore',
    'the ruling about “{member}” is dated {date|day}, which is in the future: correct its date, or wait for that day to close',
  ),
  rulingNotAllowed: {
    fr: ({ ruling, allowed }) =>
      `le programme ne permet pas cet arbitrage (${RULINGS_FR[ruling ?? '']})${allowed ? ` ; permis : ${permitted(allowed)}` : ' : il n’en permet aucun (decision.rulings)'}`,
    en: ({ ruling, allowed }) =>
      `the programme does not allow this ruling (${ruling})${allowed ? `; allowed: ${allowed}` : ': it allows none (decision.rulings)'}`,
  },
  noFacilitator: {
    fr: ({ id, facilitators }) =>
      `« ${id} » ne peut pas rendre d’arbitrage${facilitators ? ` ; peuvent le faire : ${facilitators}` : ' : le programme ne nomme personne pour cela (decision.facilitators)'}`,
    en: ({ id, facilitators }) =>
      `“${id}” may give no ruling${facilitators ? `; who may: ${facilitators}` : ': the programme names nobody for that (decision.facilitators)'}`,
  },
  noReason: wording(
    'un arbitrage se donne avec ses raisons : ajoutez --reason "…"',
    'a ruling comes with its reasons: add --reason "…"',
  ),
  notInRound: wording(
    '« {id} » n’est pas membre de ce tour{near|meant}',
    '“{id}” is not a member of this round{near|meant}',
  ),
  memberFileGone: wording(
    '« {id} » est membre de ce tour, et collectives/{id}.yaml n’est plus là : remettez d’abord ce fichier sous ce nom',
    '“{id}” is a member of this round, and collectives/{id}.yaml is no longer there: put that file back under that name first',
  ),
  ruledAlready: wording(
    'un arbitrage a déjà été rendu sur « {id} » dans ce tour',
    'a ruling was already given on “{id}” in this round',
  ),
  noObjection: wording(
    '« {id} » n’a pas d’objection ouverte sur « {proposal} »',
    '“{id}” has no open objection on “{proposal}”',
  ),
  voteAgainst: wording(
    'sous cette règle, l’objection de « {id} » est un vote contre : il n’y a rien à arbitrer',
    'under this rule the objection of “{id}” is a vote against: there is nothing to rule on',
  ),
  noRound: wording('aucun tour n’est ouvert sur « {id} »', 'no round is open on “{id}”'),
  tooEarly: wording(
    'le tour sur « {id} » dure jusqu’au soir du {closes|day} : rien n’est écrit',
    'the round on “{id}” lasts until the end of {closes|day}: nothing is written',
  ),
  unsettled: wording(
    'le tour sur « {id} » dure jusqu’au soir du {closes|day}, et ce qui reste à dire peut encore en changer le résultat : rien n’est écrit',
    'the round on “{id}” lasts until the end of {closes|day}, and what is left to say may still change its result: nothing is written',
  ),
  noFinalPeriod: wording(
    'la règle du tour sur « {id} » n’a pas de période finale : seul un consensus approximatif (method: rough) en a une',
    'the rule of the round on “{id}” has no final period: only rough consensus (method: rough) has one',
  ),
  finalAnswered: wording(
    'la période finale ne peut pas commencer : {answered|membre a répondu|membres ont répondu} sur {members}, il en faut {needed}',
    'the final period cannot begin: {answered} of {members|member|members} answered, {needed|is needed|are needed}',
  ),
  finalMissing: wording(
    'la période finale ne peut pas commencer : {missing|réponse manque|réponses manquent}, et la règle en admet {most}',
    'the final period cannot begin: {missing|answer is|answers are} missing, and the rule allows {most}',
  ),
  finalBlocked: wording(
    'la période finale ne peut pas commencer tant qu’une objection est ouverte ; objectent : {members}',
    'the final period cannot begin while an objection is open; objecting: {members}',
  ),
  finalTooShort: wording(
    'la période finale ne durerait que {days|jour|jours}, du {began|day} à la fin du tour, le {closes|day}, et la règle en demande {needed} : il faudra ouvrir un autre tour',
    'the final period would last {days|day|days} only, from {began|day} to the end of the round on {closes|day}, and the rule asks for {needed}: another round will have to be opened',
  ),
  finalRunning: wording(
    'la période finale court déjà, depuis le {began|day} et jusqu’au soir du {ends|day}',
    'the final period is running already, since {began|day} and until the end of {ends|day}',
  ),
  finalBegan: {
    fr: (data) =>
      `${FINAL_BEGAN.fr(data)} ${data.restarts === 'yes' ? 'la fera reprendre au début' : 'n’arrête pas le délai, mais rien ne sera conclu tant qu’elle est ouverte'}`,
    en: (data) =>
      `${FINAL_BEGAN.en(data)} ${data.restarts === 'yes' ? 'will send it back to its beginning' : 'does not stop the clock, but nothing will be concluded while it is open'}`,
  },
  roundTooShort: wording(
    'le tour sur « {id} » ne dure que {days|jour|jours}, et la règle en demande {needed} : il ne pourra pas conclure ainsi',
    'the round on “{id}” lasts {days|day|days} only, and the rule asks for {needed}: it cannot conclude that way',
  ),
  otherProgramme: wording(
    'cette liste est celle du programme « {written} » ; celui-ci est « {ours} »',
    'this list is that of the programme “{written}”; this one is “{ours}”',
  ),
  textMoved: wording(
    'le texte de « {id} » a changé depuis que cette liste a été préparée : relisez-le, puis enlevez cette ligne ou refaites un bulletin (cahier new ballot {collective})',
    'the text of “{id}” changed since this list was made: read it again, then remove this line or make another ballot (cahier new ballot {collective})',
  ),
  inFuture: wording(
    'le {date|day} est à venir : une position se date du jour où elle a été prise',
    '{date|day} is in the future: a stance bears the date of the day it was taken',
  ),
  nothingNew: wording(
    'rien de nouveau : tout ce que dit cette liste est déjà dans « {path} », ou y est resté vide',
    'nothing new: all that this list says is in “{path}” already, or was left empty',
  ),
  saidAlready: wording(
    'rien de nouveau : « {path} » le dit déjà, à la même date et avec les mêmes mots',
    'nothing new: “{path}” says so already, on the same day and in the same words',
  ),
  noCollective: UNKNOWN_COLLECTIVE,
  noProposal: NO_PROPOSAL,
  noArgument: wording(
    'une réserve ou une objection se donne avec un argument : ajoutez --argument "…" (dans un fichier, « argument: »)',
    'a reservation or an objection comes with an argument: add --argument "…" (in a file, “argument:”)',
  ),
  unreadable: HAS_ERRORS,
  noImage: wording(
    '« {path} » montre « {image} », et l’image n’est pas ici : sans elle, le texte passerait pour un autre. Remettez-la d’abord (« git lfs pull » si Git LFS la garde)',
    '“{path}” shows “{image}”, and the picture is not here: without it, the text would pass for another. Put it back first (“git lfs pull” if Git LFS keeps it)',
  ),
  unreadImage: wording(
    '« {path} » montre « {image} », et cette image n’est pas lue : « cahier lint » dit pourquoi, corrigez-le d’abord',
    '“{path}” shows “{image}”, and that picture is not read: “cahier lint” says why, correct that first',
  ),
  lastSerial: wording(
    '« {path} » porte le plus haut numéro de série permis, {serial} : si c’est une faute de frappe, corrigez-le d’abord',
    '“{path}” bears the highest serial allowed, {serial}: if it was mistyped, correct it first',
  ),
  noDelegate: {
    fr: ({ id, collective, delegates }) =>
      `« ${id} » ne parle pas pour « ${collective} »${delegates ? ` ; possibles : ${delegates}` : ', qui n’a pas de délégué'}`,
    en: ({ id, collective, delegates }) =>
      `“${id}” does not speak for “${collective}”${delegates ? `; possible: ${delegates}` : ', which has no delegate'}`,
  },
  nothingOpen: wording(
    'aucun tour n’est ouvert auquel ce collectif n’ait déjà répondu',
    'no round is open that this collective has not answered',
  ),
  noStance: wording('aucune position sur « {id} » à retirer', 'no stance on “{id}” to withdraw'),
} satisfies RuleMessages

export const refusedRound = refusalMaker(ROUND_RULE, roundMessages)

export function refusedFile(path: string): Plan {
  return refusedRound(path, 'unreadable', { path })
}
