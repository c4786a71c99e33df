import type { Messages } from '@cahier/core'

/**
 * What is said of a link to a file, or to a heading of one, that is not there: in a programme and
 * outside.
 */
export const MISSING_FILE = {
  missingNear: {
    fr: ({ url, meant }) =>
      `le fichier « ${url} » n’existe pas : vouliez-vous écrire « ${meant} » ?`,
    en: ({ url, meant }) => `there is no file “${url}”: did you mean “${meant}”?`,
  },
  missing: {
    fr: ({ url }) => `le fichier « ${url} » n’existe pas : corrigez l’adresse, ou enlevez le lien`,
    en: ({ url }) => `there is no file “${url}”: mend the address, or remove the link`,
  },
  anchor: {
    fr: ({ anchor, path }) =>
      `aucun titre du fichier ${path} ne répond à « #${anchor} » : corrigez l’adresse, ou enlevez « #${anchor} »`,
    en: ({ anchor, path }) =>
      `no heading of ${path} answers to “#${anchor}”: mend the address, or remove “#${anchor}”`,
  },
  web: {
    fr: ({ meant }) => `il manque le début de l’adresse : écrivez « ${meant} »`,
    en: ({ meant }) => `the beginning of the address is missing: write “${meant}”`,
  },
} satisfies Messages
