import type { Message } from './message.ts'

/** Of an `id` that no collective bears, and the one that is `near`, or `''`. */
export const UNKNOWN_COLLECTIVE: Message = {
  fr: ({ id, near }) =>
    `aucun collectif « ${id} » : ${near ? `vouliez-vous écrire « ${near} » ?` : 'un collectif se nomme comme son fichier du dossier collectives/, sans « .yaml »'}`,
  en: ({ id, near }) =>
    `no collective “${id}”: ${near ? `did you mean “${near}”?` : 'a collective is called what its file in collectives/ is called, without “.yaml”'}`,
}

/** Of an `id` that no proposal bears, and the one that is `near`, or `''`. */
export const UNKNOWN_PROPOSAL: Message = {
  fr: ({ id, near }) =>
    `aucune proposition « ${id} » : ${near ? `vouliez-vous écrire « ${near} » ?` : 'une proposition se nomme comme son fichier du dossier axes/, sans « .md »'}`,
  en: ({ id, near }) =>
    `no proposal “${id}”: ${near ? `did you mean “${near}”?` : 'a proposal is called what its file in axes/ is called, without “.md”'}`,
}
