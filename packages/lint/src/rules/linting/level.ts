import type { RuleMessages } from '@cahier/core'
import type { Rule } from '../../engine/rule.ts'

export const UNKNOWN_RULE = {
  unknown: {
    fr: 'aucune règle ne s’appelle « {id} »{meant|meant| : « cahier rules » les donne toutes}',
    en: 'no rule is called “{id}”{meant|meant|: “cahier rules” lists them all}',
  },
} satisfies RuleMessages

/**
 * Reports unknown rules, rules of fixed level and missing paths in lint settings (see
 * `report-lint-settings.ts`).
 */
export const level: Rule = {
  id: 'linting/level',
  severity: 'warning',
  alwaysOn: true,
  messages: {
    ...UNKNOWN_RULE,
    fixed: {
      fr: 'la règle {id} protège tout le monde et garde son niveau : enlevez cette ligne',
      en: 'the rule {id} protects everyone and keeps its level: remove this line',
    },
    gone: {
      fr: '« {path} » n’est plus là : s’il a été renommé, écrivez ici son nouveau chemin ; sinon, enlevez-le. « cahier lint --update-baseline » fait l’un et l’autre',
      en: '“{path}” is no longer there: if it was renamed, write its new path here; else remove it. “cahier lint --update-baseline” does both',
    },
    path: {
      fr: 'aucun fichier ni dossier ne s’appelle « {path} » dans le programme : corrigez le chemin, ou enlevez-le',
      en: 'no file or folder of the programme is called “{path}”: fix the path, or remove it',
    },
  },
}
