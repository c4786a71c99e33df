import { beginsWithInfinitive } from '../../evidence/begins-with-infinitive.ts'
import { isRetired } from '../../evidence/is-retired.ts'
import type { Rule } from '../../rule.ts'

/** The title of a proposal says what is to be done, with a verb in the infinitive. French only: English verbs do not show. */
export const title: Rule = {
  id: 'evidence/title',
  severity: 'info',
  fixed: false,
  languages: ['fr'],
  messages: {
    noun: {
      fr: ({ title }) =>
        `« ${title} » : un titre de proposition commence par un verbe à l’infinitif, qui dit ce qu’il y a à faire (« Garantir… », « Ne plus exiger… »)`,
      en: ({ title }) =>
        `“${title}”: the title of a proposal begins with a verb in the infinitive, which says what is to be done (« Garantir… », « Ne plus exiger… »)`,
    },
  },
  passage(passage, { document, remark }) {
    if (document.kind !== 'proposal' || passage.pointer !== '/title' || isRetired(document) || !document.sound) return
    if (beginsWithInfinitive(passage.text) === false) remark(passage, 0, passage.text.length, 'noun', { title: passage.written })
  },
}
