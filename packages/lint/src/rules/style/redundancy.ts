import type { Rule } from '../../rule.ts'
import { phraseFinder } from '../../style/find-phrases.ts'
import { REDUNDANCIES } from '../../style/redundancies.ts'

/** Turns of phrase that say one thing twice. */
export const redundancy: Rule = {
  id: 'style/redundancy',
  severity: 'warning',
  fixed: false,
  languages: ['fr'],
  messages: {
    twice: {
      fr: ({ written, enough }) =>
        `« ${written} » dit deux fois la même chose ; « ${enough} » suffit`,
      en: ({ written, enough }) => `“${written}” says one thing twice; “${enough}” is enough`,
    },
  },
  passage(passage, { remark }) {
    for (const { written, from, to, value: enough } of find(passage.text))
      remark(passage, from, to, 'twice', { written, enough })
  },
}

const find = phraseFinder(REDUNDANCIES)
