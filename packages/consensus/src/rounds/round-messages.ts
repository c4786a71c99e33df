import {
  FILE_START,
  type Finding,
  type MessageData,
  type Messages,
  type Plan,
  RENAMED_PROPOSAL,
  UNKNOWN_COLLECTIVE,
  UNKNOWN_PROPOSAL,
} from '@cahier/core'
import { refusingPlan } from '../refusals/refusal.ts'
import { HAS_ERRORS } from '../refusals/unreadable-files.ts'
import { rulingMessages } from '../signatures/ruling-signature.ts'
import { idleMessages } from '../stances/idle-stance.ts'
import { countOf } from '../words/count-of.ts'
import { dayIn } from '../words/days.ts'

export const ROUND_RULE = 'decision/round'

/** An empty plan with one error, about the file at `path`. */
export function refusedRound(
  path: string,
  message: keyof typeof roundMessages & string,
  data: MessageData = {},
): Plan {
  return refusingPlan(ROUND_RULE, path, message, data)
}

/** A note in a plan that is not refused. */
export function remark(
  path: string,
  severity: 'warning' | 'info',
  message: keyof typeof roundMessages & string,
  data: MessageData,
): Finding {
  return { rule: ROUND_RULE, severity, message, data, path, place: FILE_START }
}

const fr = (day: string | undefined) => dayIn('fr', day)
const en = (day: string | undefined) => dayIn('en', day)

const RULINGS_FR: Readonly<Record<string, string>> = {
  inadmissible: 'objection irrecevable',
  overruled: 'objection écartée',
  recused: 'membre en retrait',
}

// The kinds of ruling in the manifest, each with its meaning in French.
const permitted = (allowed: string) =>
  allowed
    .split(', ')
    .map((ruling) => `${ruling} (${RULINGS_FR[ruling]})`)
    .join(', ')

/** Why a round or a stance is refused: one sentence, with what to do. */
export const roundMessages = {
  ...idleMessages,
  ...rulingMessages,
  withdrawn: {
    fr: ({ id }) => `« ${id} » est retirée : on ne peut plus ouvrir de tour sur elle`,
    en: ({ id }) => `“${id}” is withdrawn: no round can be opened on it`,
  },
  withdrawnBefore: {
    fr: ({ id, date, closes }) =>
      `« ${id} » sera retirée le ${dayIn('fr', date)} : un tour doit être clos avant ce jour, et celui-ci ne finirait que le ${dayIn('fr', closes)}`,
    en: ({ id, date, closes }) =>
      `“${id}” will be withdrawn on ${dayIn('en', date)}: a round must be closed before that day, and this one would end only on ${dayIn('en', closes)}`,
  },
  merged: {
    fr: ({ id, by }) =>
      `« ${id} » a été réunie à d’autres dans « ${by} » : ouvrez le tour sur celle-ci`,
    en: ({ id, by }) => `“${id}” was merged into “${by}”: open the round there`,
  },
  spokenWithdrawn: {
    fr: ({ id }) => `« ${id} » est retirée : il n’y a plus à se prononcer sur elle`,
    en: ({ id }) => `“${id}” is withdrawn: nobody is asked about it any more`,
  },
  spokenMerged: {
    fr: ({ id, by, collective }) =>
      `« ${id} » a été réunie à d’autres dans « ${by} » : c’est sur celle-ci que l’on se prononce (cahier stance ${collective} ${by} POSITION)`,
    en: ({ id, by, collective }) =>
      `“${id}” was merged with others into “${by}”: stances are given there (cahier stance ${collective} ${by} STANCE)`,
  },
  incomplete: {
    fr: ({ id, missing }) => `« ${id} » n’est pas complète ; il reste à écrire : ${missing}`,
    en: ({ id, missing }) => `“${id}” is not complete; still to be written: ${missing}`,
  },
  alreadyOpen: {
    fr: ({ id, closes }) => `un tour est déjà ouvert sur « ${id} », jusqu’au ${fr(closes)}`,
    en: ({ id, closes }) => `a round is already open on “${id}”, until ${en(closes)}`,
  },
  notClosed: {
    fr: ({ id, closes }) =>
      `le tour sur « ${id} » a fini le ${fr(closes)} et n’est pas clos : lancez d’abord « cahier close ${id} »`,
    en: ({ id, closes }) =>
      `the round on “${id}” ended on ${en(closes)} and is not closed: close it first (“cahier close ${id}”)`,
  },
  closedAhead: {
    fr: ({ id, opened, closed }) =>
      `le tour sur « ${id} » est inscrit comme clos le ${fr(closed)}, qui est à venir : l’horloge d’une machine avançait sans doute. Enlevez ce résultat (« outcome: », dans decisions/${id}.yaml) et le dossier decisions/${id}/${opened}/positions/, puis relancez « cahier close ${id} » quand le tour sera fini`,
    en: ({ id, opened, closed }) =>
      `the round on “${id}” is on record as closed on ${en(closed)}, which is in the future: the clock of a machine was probably ahead. Remove this outcome (“outcome:”, in decisions/${id}.yaml) and the folder decisions/${id}/${opened}/positions/, then run “cahier close ${id}” again once the round is over`,
  },
  sameDay: {
    fr: ({ id, day }) => `un tour a déjà été ouvert sur « ${id} » le ${fr(day)} : un seul par jour`,
    en: ({ id, day }) => `a round was already opened on “${id}” on ${en(day)}: one a day`,
  },
  beforeLast: {
    fr: ({ id, since, day }) =>
      `le dernier tour sur « ${id} » va jusqu’au ${fr(since)} : un autre ne peut pas s’ouvrir le ${fr(day)}`,
    en: ({ id, since, day }) =>
      `the last round on “${id}” goes to ${en(since)}: another cannot open on ${en(day)}`,
  },
  closesBefore: {
    fr: ({ closes, day }) =>
      `le dernier jour du tour (le ${fr(closes)}) doit venir après son ouverture (le ${fr(day)})`,
    en: ({ closes, day }) =>
      `the last day of the round (${en(closes)}) must come after its opening (${en(day)})`,
  },
  noMember: {
    fr: () => 'aucun collectif n’est membre ce jour-là : personne ne pourrait se prononcer',
    en: () => 'no collective is a member on that day: nobody could speak',
  },
  noWeight: {
    fr: ({ members }) =>
      `la règle pèse les voix, et il manque un poids, en nombre entier, à : ${members} (weight, dans le fichier du collectif)`,
    en: ({ members }) =>
      `the rule weighs votes, and a weight, in whole numbers, is missing for: ${members} (weight, in the file of the collective)`,
  },
  untold: {
    fr: ({ members, day }) =>
      `la règle demande que chaque membre ait été prévenu au plus tard le ${fr(day)} ; rien ne le dit pour : ${members} (ajoutez --notified)`,
    en: ({ members, day }) =>
      `the rule asks that each member be notified by ${en(day)}; no day is given for: ${members} (add --notified)`,
  },
  toldStranger: {
    fr: ({ id }) =>
      `« ${id} » n’est pas membre ce jour-là : il n’y a pas à dire quand il a été prévenu`,
    en: ({ id }) => `“${id}” is not a member on that day: it needs no day of notification`,
  },
  rulingAhead: {
    fr: ({ member, date }) =>
      `l’arbitrage qui vise « ${member} » est daté du ${dayIn('fr', date)}, qui est à venir : corrigez sa date, ou attendez ce jour pour clore`,
    en: ({ member, date }) =>
      `the ruling about “${member}” is dated ${dayIn('en', date)}, which is in the future: correct its date, or wait for that day to close`,
  },
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
  noReason: {
    fr: () => 'un arbitrage se donne avec ses raisons : ajoutez --reason "…"',
    en: () => 'a ruling comes with its reasons: add --reason "…"',
  },
  notInRound: {
    fr: ({ id, near }) =>
      `« ${id} » n’est pas membre de ce tour${near ? ` : vouliez-vous écrire « ${near} » ?` : ''}`,
    en: ({ id, near }) =>
      `“${id}” is not a member of this round${near ? `: did you mean “${near}”?` : ''}`,
  },
  memberFileGone: {
    fr: ({ id }) =>
      `ce tour compte « ${id} » parmi ses membres, et collectives/${id}.yaml n’est plus là : remettez d’abord ce fichier sous ce nom`,
    en: ({ id }) =>
      `this round has “${id}” among its members, and collectives/${id}.yaml is no longer there: put that file back under that name first`,
  },
  ruledAlready: {
    fr: ({ id }) => `un arbitrage a déjà été rendu sur « ${id} » dans ce tour`,
    en: ({ id }) => `a ruling was already given on “${id}” in this round`,
  },
  noObjection: {
    fr: ({ id, proposal }) => `« ${id} » n’a pas d’objection ouverte sur « ${proposal} »`,
    en: ({ id, proposal }) => `“${id}” has no open objection on “${proposal}”`,
  },
  voteAgainst: {
    fr: ({ id }) =>
      `sous cette règle, l’objection de « ${id} » est un vote contre : elle n’empêche rien, il n’y a rien à arbitrer`,
    en: ({ id }) =>
      `under this rule the objection of “${id}” is a vote against: it prevents nothing, there is nothing to rule on`,
  },
  noRound: {
    fr: ({ id }) => `aucun tour n’est ouvert sur « ${id} »`,
    en: ({ id }) => `no round is open on “${id}”`,
  },
  tooEarly: {
    fr: ({ id, closes }) =>
      `le tour sur « ${id} » dure jusqu’au soir du ${fr(closes)} : rien n’est écrit`,
    en: ({ id, closes }) =>
      `the round on “${id}” lasts until the end of ${en(closes)}: nothing is written`,
  },
  unsettled: {
    fr: ({ id, closes }) =>
      `le tour sur « ${id} » dure jusqu’au soir du ${fr(closes)}, et ce qui reste à dire peut encore en changer le résultat : rien n’est écrit`,
    en: ({ id, closes }) =>
      `the round on “${id}” lasts until the end of ${en(closes)}, and what is left to say may still change its result: nothing is written`,
  },
  noFinalPeriod: {
    fr: ({ id }) =>
      `la règle du tour sur « ${id} » n’a pas de période finale : seul un consensus approximatif (method: rough) en a une`,
    en: ({ id }) =>
      `the rule of the round on “${id}” has no final period: only rough consensus (method: rough) has one`,
  },
  finalAnswered: {
    fr: ({ answered, members, needed }) =>
      `la période finale ne peut pas commencer : ${countOf('fr', answered, 'membre a répondu', 'membres ont répondu')} sur ${members}, il en faut ${needed}`,
    en: ({ answered, members, needed }) =>
      `the final period cannot begin: ${answered} of ${countOf('en', members, 'member', 'members')} answered, ${countOf('en', needed, 'is needed', 'are needed')}`,
  },
  finalMissing: {
    fr: ({ missing, most }) =>
      `la période finale ne peut pas commencer : ${countOf('fr', missing, 'réponse manque', 'réponses manquent')}, et la règle en admet ${most}`,
    en: ({ missing, most }) =>
      `the final period cannot begin: ${countOf('en', missing, 'answer is', 'answers are')} missing, and the rule allows ${most}`,
  },
  finalBlocked: {
    fr: ({ members }) =>
      `la période finale ne peut pas commencer tant qu’une objection est ouverte ; objectent : ${members}`,
    en: ({ members }) =>
      `the final period cannot begin while an objection is open; objecting: ${members}`,
  },
  finalTooShort: {
    fr: ({ began, closes, days, needed }) =>
      `la période finale commencerait le ${fr(began)} et le tour finit le ${fr(closes)} : ${countOf('fr', days, 'jour', 'jours')}, alors que la règle en demande ${needed}. Ce tour ne peut plus conclure : il faudra en ouvrir un autre`,
    en: ({ began, closes, days, needed }) =>
      `the final period would begin on ${en(began)} and the round ends on ${en(closes)}: ${countOf('en', days, 'day', 'days')}, where the rule asks for ${needed}. This round can no longer conclude: another will have to be opened`,
  },
  finalRunning: {
    fr: ({ began, ends }) =>
      `la période finale court déjà, depuis le ${fr(began)} et jusqu’au soir du ${fr(ends)}`,
    en: ({ began, ends }) =>
      `the final period is running already, since ${en(began)} and until the end of ${en(ends)}`,
  },
  finalBegan: {
    fr: ({ began, ends, restarts }) =>
      `la période finale a commencé le ${fr(began)} et dure jusqu’au soir du ${fr(ends)} : prévenez les membres. Une objection nouvelle ${restarts === 'yes' ? 'la fera reprendre au début' : 'n’arrête pas le délai, mais rien ne sera conclu tant qu’elle est ouverte'}`,
    en: ({ began, ends, restarts }) =>
      `the final period began on ${en(began)} and lasts until the end of ${en(ends)}: tell the members. A new objection ${restarts === 'yes' ? 'will send it back to its beginning' : 'does not stop the clock, but nothing will be concluded while it is open'}`,
  },
  roundTooShort: {
    fr: ({ id, days, needed }) =>
      `le tour sur « ${id} » ne dure que ${countOf('fr', days, 'jour', 'jours')}, et la règle en demande ${needed} : il ne pourra pas conclure ainsi`,
    en: ({ id, days, needed }) =>
      `the round on “${id}” lasts ${countOf('en', days, 'day', 'days')} only, and the rule asks for ${needed}: it cannot conclude that way`,
  },
  otherProgramme: {
    fr: ({ written, ours }) =>
      `cette liste est celle du programme « ${written} » ; celui-ci est « ${ours} »`,
    en: ({ written, ours }) =>
      `this list is that of the programme “${written}”; this one is “${ours}”`,
  },
  textMoved: {
    fr: ({ id, collective }) =>
      `le texte de « ${id} » a changé depuis que cette liste a été préparée : relisez-le, puis enlevez cette ligne ou refaites un bulletin (cahier new ballot ${collective})`,
    en: ({ id, collective }) =>
      `the text of “${id}” changed since this list was made: read it again, then remove this line or make another ballot (cahier new ballot ${collective})`,
  },
  inFuture: {
    fr: ({ date }) =>
      `le ${fr(date)} est à venir : une position se date du jour où elle a été prise`,
    en: ({ date }) =>
      `${en(date)} is in the future: a stance bears the date of the day it was taken`,
  },
  argumentMissing: {
    fr: ({ id }) =>
      `une réserve ou une objection se donne avec un argument : ajoutez « argument: » sous « ${id} »`,
    en: ({ id }) =>
      `a reservation or an objection comes with an argument: add “argument:” under “${id}”`,
  },
  nothingNew: {
    fr: ({ path }) =>
      `rien de nouveau : tout ce que dit cette liste est déjà dans « ${path} », ou y est resté vide`,
    en: ({ path }) =>
      `nothing new: all that this list says is in “${path}” already, or was left empty`,
  },
  saidAlready: {
    fr: ({ path }) =>
      `rien de nouveau : « ${path} » le dit déjà, à la même date et avec les mêmes mots`,
    en: ({ path }) =>
      `nothing new: “${path}” says so already, on the same day and in the same words`,
  },
  noCollective: UNKNOWN_COLLECTIVE,
  noProposal: {
    fr: (data) => (data.now ? RENAMED_PROPOSAL : UNKNOWN_PROPOSAL).fr(data),
    en: (data) => (data.now ? RENAMED_PROPOSAL : UNKNOWN_PROPOSAL).en(data),
  },
  noArgument: {
    fr: () => 'une réserve ou une objection se donne avec un argument : ajoutez --argument "…"',
    en: () => 'a reservation or an objection comes with an argument: add --argument "…"',
  },
  unreadable: HAS_ERRORS,
  noImage: {
    fr: ({ path, image }) =>
      `« ${path} » montre « ${image} », et l’image n’est pas ici : sans elle, le texte passerait pour un autre. Remettez-la d’abord (« git lfs pull » si Git LFS la garde)`,
    en: ({ path, image }) =>
      `“${path}” shows “${image}”, and the picture is not here: without it, the text would pass for another. Put it back first (“git lfs pull” if Git LFS keeps it)`,
  },
  unreadImage: {
    fr: ({ path, image }) =>
      `« ${path} » montre « ${image} », et cette image n’est pas lue : « cahier lint » dit pourquoi, corrigez-le d’abord`,
    en: ({ path, image }) =>
      `“${path}” shows “${image}”, and that picture is not read: “cahier lint” says why, correct that first`,
  },
  lastSerial: {
    fr: ({ path, serial }) =>
      `« ${path} » porte le plus haut numéro de série qui soit permis, ${serial}, et chaque changement demande un numéro plus haut : si c’est une faute de frappe, corrigez d’abord ce numéro`,
    en: ({ path, serial }) =>
      `“${path}” bears the highest serial there may be, ${serial}, and each change takes a higher one: if it was mistyped, correct that serial first`,
  },
  noDelegate: {
    fr: ({ id, collective, delegates }) =>
      `« ${id} » ne parle pas pour « ${collective} »${delegates ? ` ; possibles : ${delegates}` : ', qui n’a pas de délégué'}`,
    en: ({ id, collective, delegates }) =>
      `“${id}” does not speak for “${collective}”${delegates ? `; possible: ${delegates}` : ', which has no delegate'}`,
  },
  nothingOpen: {
    fr: () => 'aucun tour n’est ouvert auquel ce collectif n’ait déjà répondu',
    en: () => 'no round is open that this collective has not answered',
  },
  noStance: {
    fr: ({ id }) => `aucune position sur « ${id} » à retirer`,
    en: ({ id }) => `no stance on “${id}” to withdraw`,
  },
} satisfies Messages
