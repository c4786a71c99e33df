import {
  FILE_START,
  type Finding,
  type MessageData,
  type RuleMessages,
  wording,
} from '@cahier/core'
import { BAD_NAME, NO_PROPOSAL, refusalMaker } from '../refusals/refusal.ts'
import { HAS_ERRORS } from '../refusals/unreadable-files.ts'

export const TRANSMISSION_RULE = 'transmission/record'

export function transmissionNote(
  path: string,
  message: keyof typeof transmissionMessages & string,
  data: MessageData,
): Finding {
  return { rule: TRANSMISSION_RULE, severity: 'info', message, data, path, place: FILE_START }
}

/** Why a handover of an edition, or an answer, is not recorded, and what to do. */
export const transmissionMessages = {
  badName: BAD_NAME,
  noName: wording(
    '« {id} » est un nouveau destinataire : ajoutez --name et son nom (celui d’une organisation), et --kind',
    '“{id}” is a new recipient: add --name and its name (that of an organisation), and --kind',
  ),
  noKind: wording(
    'dites ce qu’est ce destinataire : --kind {kinds}',
    'say what this recipient is: --kind {kinds}',
  ),
  badKind: wording(
    '« {kind} » n’est pas un destinataire du programme ; possibles : {kinds}',
    '“{kind}” is not an addressee of the programme; possible: {kinds}',
  ),
  otherwise: wording(
    '« {path} » dit « {said} », pas « {written} » : corrigez ce fichier d’abord, ou enlevez cette option',
    '“{path}” says “{said}”, not “{written}”: correct that file first, or leave this option out',
  ),
  noEdition: wording(
    'dites quelle édition a été remise : --edition et son nom',
    'say which edition was handed over: --edition and its name',
  ),
  badEdition: wording(
    '« {edition} » n’est pas un nom d’édition : des chiffres, des lettres, des points et des tirets, comme 2026-1',
    '“{edition}” cannot name an edition: use digits, letters, points and hyphens, such as 2026-1',
  ),
  notOnRecord: {
    fr: ({ edition, editions }) =>
      `l’édition « ${edition} » n’est pas consignée${editions ? ` (il y a : ${editions})` : ''}, et rien ne dit donc ce qu’elle contient : ajoutez --proposals et leur liste, ou consignez-la (cahier publish --record)`,
    en: ({ edition, editions }) =>
      `the edition “${edition}” is not on record${editions ? ` (there are: ${editions})` : ''}, so nothing says what it holds: add --proposals and their list, or record it (cahier publish --record)`,
  },
  unrecorded: wording(
    'l’édition « {edition} » n’est pas consignée dans « editions/ » : on ne pourra pas dire plus tard quels textes elle contenait',
    'the edition “{edition}” is not on record in “editions/”: nobody will be able to tell later which texts it held',
  ),
  noProposal: NO_PROPOSAL,
  notPrinted: wording(
    'l’édition « {edition} » ne contient pas : {ids}',
    'the edition “{edition}” does not hold: {ids}',
  ),
  nothing: wording(
    'l’édition « {edition} » ne contient rien de tel : il n’y a rien à noter',
    'the edition “{edition}” holds nothing of the kind: there is nothing to note',
  ),
  already: wording(
    'c’est déjà noté : l’édition « {edition} » a été remise à « {id} » le {date|day}',
    'it is already noted: the edition “{edition}” was handed to “{id}” on {date|day}',
  ),
  unreadable: HAS_ERRORS,
  noRecipient: wording(
    'rien n’a été remis à « {id} »{near|meant} (cahier transmit dit à qui quelque chose l’a été)',
    'nothing was handed to “{id}”{near|meant} (cahier transmit lists the recipients)',
  ),
  notHanded: {
    fr: ({ id, proposal, edition }) =>
      `« ${proposal} » n’a pas été remise à « ${id} »${edition ? ` dans l’édition « ${edition} »` : ''} : notez-le d’abord avec « cahier transmit »`,
    en: ({ id, proposal, edition }) =>
      `“${proposal}” was not handed to “${id}”${edition ? ` in the edition “${edition}”` : ''}: note it first with “cahier transmit”`,
  },
  tooSoon: wording(
    'une réponse du {date|day} viendrait avant la remise, le {handed|day}',
    'an answer dated {date|day} would come before the handing over, on {handed|day}',
  ),
  answeredAlready: wording(
    'cette réponse de « {id} » sur « {proposal} », le {date|day}, est déjà notée',
    'this answer by “{id}” on “{proposal}”, on {date|day}, is already noted',
  ),
  badLink: wording(
    '« {link} » n’est pas une adresse : elle commence par https:// ou http://, sans espace',
    '“{link}” is not an address: one begins with https:// or http:// and holds no space',
  ),
} satisfies RuleMessages

export const refusedTransmission = refusalMaker(TRANSMISSION_RULE, transmissionMessages)
