import { isLiveProposal } from '../../document/documents.ts'
import type { Rule } from '../../engine/rule.ts'
import { beginsWithInfinitive } from '../../evidence/begins-with-infinitive.ts'

/** Reports a request to an addressee, in French, when it does not begin with an infinitive. */
export const request: Rule = {
  id: 'evidence/request',
  severity: 'warning',
  inDraft: 'info',
  languages: ['fr'],
  messages: {
    noun: {
      fr: '« {begin} » : une demande commence par un verbe à l’infinitif, qui dit ce que « {addressee} » est prié de faire (« Voter… », « Exiger… »)',
      en: '“{begin}”: a request begins with a verb in the infinitive, which says what “{addressee}” is asked to do (« Voter… », « Exiger… »)',
    },
  },
  passage(passage, { document, remark }) {
    const addressee = /^\/requests\/(.+)$/.exec(passage.pointer)?.[1]
    if (addressee === undefined || !isLiveProposal(document)) return
    if (beginsWithInfinitive(passage.text) !== false) return
    const begin = passage.text.split(/\s+/).slice(0, 3).join(' ')
    remark(passage, { start: 0, end: begin.length }, 'noun', { begin, addressee })
  },
}
