import type { Rule } from '../../rule.ts'

/** The comments that switch rules off do something, on rules that can be switched off. Found while the others speak (`switches.ts`): listed here for its page. */
export const switchComment: Rule = {
  id: 'linting/switch',
  severity: 'warning',
  fixed: true,
  loose: true,
  messages: {
    useless: {
      fr: ({ id }) => `ce commentaire fait taire ${id}, qui n’aurait rien dit ici : enlevez-le`,
      en: ({ id }) => `this comment silences ${id}, which would have said nothing here: remove it`,
    },
    unknownNear: {
      fr: ({ id, meant }) => `aucune règle ne s’appelle « ${id} » : vouliez-vous écrire « ${meant} » ?`,
      en: ({ id, meant }) => `no rule is called “${id}”: did you mean “${meant}”?`,
    },
    unknown: {
      fr: ({ id }) => `aucune règle ne s’appelle « ${id} » : « cahier rules » les donne toutes`,
      en: ({ id }) => `no rule is called “${id}”: “cahier rules” lists them all`,
    },
    fixed: {
      fr: ({ id }) => `la règle ${id} protège tout le monde et ne se tait jamais : corrigez le texte, et enlevez son nom de ce commentaire`,
      en: ({ id }) => `the rule ${id} protects everyone and is never silent: mend the text, and remove its name from this comment`,
    },
    empty: {
      fr: ({ keyword }) => `ce commentaire ne nomme aucune règle : écrivez par exemple « <!-- cahier ${keyword} style/long-sentence --> »`,
      en: ({ keyword }) => `this comment names no rule: write for instance “<!-- cahier ${keyword} style/long-sentence -->”`,
    },
    keyword: {
      fr: () => 'après « cahier » il faut un de ces mots : off, off-file, off-from ou on, puis le nom de la règle',
      en: () => 'after “cahier” one of these words is needed: off, off-file, off-from or on, then the name of the rule',
    },
    nothing: {
      fr: () => 'rien ne suit ce commentaire : placez-le juste avant le paragraphe dont il parle, ou dans sa ligne',
      en: () => 'nothing follows this comment: put it just before the paragraph it is about, or inside its line',
    },
    unclosed: {
      fr: ({ id }) => `${id} reste muette jusqu’à la fin du fichier : ajoutez « <!-- cahier on ${id} --> » là où elle doit reprendre`,
      en: ({ id }) => `${id} stays silent to the end of the file: add “<!-- cahier on ${id} -->” where it must speak again`,
    },
    unopened: {
      fr: ({ id }) => `${id} n’était pas muette ici : commencez par « <!-- cahier off-from ${id} --> », ou enlevez ce commentaire`,
      en: ({ id }) => `${id} was not silent here: begin with “<!-- cahier off-from ${id} -->”, or remove this comment`,
    },
  },
}
