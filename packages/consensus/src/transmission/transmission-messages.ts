import {
  FILE_START,
  type Finding,
  type MessageData,
  type Messages,
  type Plan,
  UNKNOWN_PROPOSAL,
} from '@cahier/core'
import { BAD_NAME } from '../refusals/names.ts'
import { refusingPlan } from '../refusals/refusal.ts'
import { HAS_ERRORS } from '../refusals/unreadable-files.ts'
import { dayIn } from '../words/days.ts'

export const TRANSMISSION_RULE = 'transmission/record'

/** An empty plan with the reason of the refusal. */
export function refusedTransmission(
  path: string,
  message: keyof typeof transmissionMessages & string,
  data: MessageData,
): Plan {
  return refusingPlan(TRANSMISSION_RULE, path, message, data)
}

/** A note in a plan that is not refused. */
export function transmissionNote(
  path: string,
  message: keyof typeof transmissionMessages & string,
  data: MessageData,
): Finding {
  return { rule: TRANSMISSION_RULE, severity: 'info', message, data, path, place: FILE_START }
}

const near = (name: string | undefined) =>
  [
    name ? ` : vouliez-vous écrire « ${name} » ?` : '',
    name ? `: did you mean “${name}”?` : '',
  ] as const

/** Why a handing over or an answer is not recorded: one sentence, with what to do. */
export const transmissionMessages = {
  badName: BAD_NAME,
  noName: {
    fr: ({ id }) =>
      `« ${id} » est un nouveau destinataire : ajoutez --name et son nom (celui d’une organisation), et --kind`,
    en: ({ id }) =>
      `“${id}” is a new recipient: add --name and its name (that of an organisation), and --kind`,
  },
  noKind: {
    fr: ({ kinds }) => `dites ce qu’est ce destinataire : --kind ${kinds}`,
    en: ({ kinds }) => `say what this recipient is: --kind ${kinds}`,
  },
  badKind: {
    fr: ({ kind, kinds }) =>
      `« ${kind} » n’est pas un destinataire du programme ; possibles : ${kinds}`,
    en: ({ kind, kinds }) => `“${kind}” is not an addressee of the programme; possible: ${kinds}`,
  },
  otherwise: {
    fr: ({ path, said, written }) =>
      `« ${path} » dit « ${said} », pas « ${written} » : corrigez ce fichier d’abord, ou enlevez cette option`,
    en: ({ path, said, written }) =>
      `“${path}” says “${said}”, not “${written}”: correct that file first, or leave this option out`,
  },
  noEdition: {
    fr: () => 'dites quelle édition a été remise : --edition et son nom',
    en: () => 'say which edition was handed over: --edition and its name',
  },
  badEdition: {
    fr: ({ edition }) =>
      `« ${edition} » n’est pas un nom d’édition : des chiffres, des lettres, des points et des tirets, comme 2026-1`,
    en: ({ edition }) =>
      `“${edition}” cannot name an edition: use digits, letters, points and hyphens, such as 2026-1`,
  },
  notOnRecord: {
    fr: ({ edition, editions }) =>
      `l’édition « ${edition} » n’est pas consignée${editions ? ` (il y a : ${editions})` : ''}, et rien ne dit donc ce qu’elle contient : ajoutez --proposals et leur liste, ou consignez-la (cahier publish --record)`,
    en: ({ edition, editions }) =>
      `the edition “${edition}” is not on record${editions ? ` (there are: ${editions})` : ''}, so nothing says what it holds: add --proposals and their list, or record it (cahier publish --record)`,
  },
  unrecorded: {
    fr: ({ edition }) =>
      `l’édition « ${edition} » n’est pas consignée dans « editions/ » : on ne pourra pas dire plus tard quels textes elle contenait`,
    en: ({ edition }) =>
      `the edition “${edition}” is not on record in “editions/”: nobody will be able to tell later which texts it held`,
  },
  noProposal: UNKNOWN_PROPOSAL,
  notPrinted: {
    fr: ({ edition, ids }) => `l’édition « ${edition} » ne contient pas : ${ids}`,
    en: ({ edition, ids }) => `the edition “${edition}” does not hold: ${ids}`,
  },
  nothing: {
    fr: ({ edition }) => `l’édition « ${edition} » ne contient rien de tel : il n’y a rien à noter`,
    en: ({ edition }) =>
      `the edition “${edition}” holds nothing of the kind: there is nothing to note`,
  },
  already: {
    fr: ({ id, edition, date }) =>
      `c’est déjà noté : l’édition « ${edition} » a été remise à « ${id} » le ${dayIn('fr', date)}`,
    en: ({ id, edition, date }) =>
      `it is already noted: the edition “${edition}” was handed to “${id}” on ${dayIn('en', date)}`,
  },
  unreadable: HAS_ERRORS,
  noRecipient: {
    fr: ({ id, near: name }) =>
      `rien n’a été remis à « ${id} »${name ? near(name)[0] : ' (cahier transmit dit à qui quelque chose l’a été)'}`,
    en: ({ id, near: name }) =>
      `nothing was handed to “${id}”${name ? near(name)[1] : ' (cahier transmit lists the recipients)'}`,
  },
  notHanded: {
    fr: ({ id, proposal, edition }) =>
      `« ${proposal} » n’a pas été remise à « ${id} »${edition ? ` dans l’édition « ${edition} »` : ''} : notez-le d’abord avec « cahier transmit »`,
    en: ({ id, proposal, edition }) =>
      `“${proposal}” was not handed to “${id}”${edition ? ` in the edition “${edition}”` : ''}: note it first with “cahier transmit”`,
  },
  tooSoon: {
    fr: ({ date, handed }) =>
      `une réponse du ${dayIn('fr', date)} viendrait avant la remise, le ${dayIn('fr', handed)}`,
    en: ({ date, handed }) =>
      `an answer dated ${dayIn('en', date)} would come before the handing over, on ${dayIn('en', handed)}`,
  },
  answeredAlready: {
    fr: ({ id, proposal, date }) =>
      `cette réponse de « ${id} » sur « ${proposal} », le ${dayIn('fr', date)}, est déjà notée`,
    en: ({ id, proposal, date }) =>
      `this answer by “${id}” on “${proposal}”, on ${dayIn('en', date)}, is already noted`,
  },
  badLink: {
    fr: ({ link }) =>
      `« ${link} » n’est pas une adresse : elle commence par https:// ou http://, sans espace`,
    en: ({ link }) =>
      `“${link}” is not an address: one begins with https:// or http:// and holds no space`,
  },
} satisfies Messages
