import type { Rule } from '../../engine/rule.ts'
import { UNKNOWN_RULE } from './level.ts'

/**
 * Reports wrong or useless comments `<!-- cahier off … -->`. The findings are made in
 * `switches.ts`.
 */
export const switchComment: Rule = {
  id: 'linting/switch',
  severity: 'warning',
  fixes: true,
  alwaysOn: true,
  loose: true,
  messages: {
    useless: {
      fr: 'ce commentaire fait taire {id}, qui n’aurait rien dit ici : enlevez-le',
      en: 'this comment silences {id}, which would have said nothing here: remove it',
    },
    ...UNKNOWN_RULE,
    fixed: {
      fr: 'la règle {id} protège tout le monde et ne se tait jamais : corrigez le texte, et enlevez son nom de ce commentaire',
      en: 'the rule {id} protects everyone and is never silent: fix the text, and remove its name from this comment',
    },
    empty: {
      fr: 'ce commentaire ne nomme aucune règle : écrivez par exemple « {meant} »',
      en: 'this comment names no rule: write for instance “{meant}”',
    },
    keyword: {
      fr: 'après « cahier » il faut un de ces mots : off, off-file, off-from ou on, puis le nom de la règle',
      en: 'after “cahier” one of these words is needed: off, off-file, off-from or on, then the name of the rule',
    },
    nothing: {
      fr: 'rien ne suit ce commentaire : placez-le juste avant le paragraphe dont il parle, ou dans sa ligne',
      en: 'nothing follows this comment: put it just before the paragraph it is about, or inside its line',
    },
    unclosed: {
      fr: 'la règle {id} reste muette jusqu’à la fin du fichier : ajoutez « {meant} » là où elle doit reprendre',
      en: 'the rule {id} stays silent to the end of the file: add “{meant}” where it must speak again',
    },
    unopened: {
      fr: 'la règle {id} n’était pas muette ici : commencez par « {meant} », ou enlevez ce commentaire',
      en: 'the rule {id} was not silent here: begin with “{meant}”, or remove this comment',
    },
  },
}
