import type { Messages } from '@cahier/core'

/** What is said of a rule that does not exist, wherever it is named. */
export const UNKNOWN_RULE = {
  unknownNear: {
    fr: ({ id, meant }) =>
      `aucune règle ne s’appelle « ${id} » : vouliez-vous écrire « ${meant} » ?`,
    en: ({ id, meant }) => `no rule is called “${id}”: did you mean “${meant}”?`,
  },
  unknown: {
    fr: ({ id }) => `aucune règle ne s’appelle « ${id} » : « cahier rules » les donne toutes`,
    en: ({ id }) => `no rule is called “${id}”: “cahier rules” lists them all`,
  },
} satisfies Messages
