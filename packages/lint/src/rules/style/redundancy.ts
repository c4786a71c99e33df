import type { Rule } from '../../rule.ts'
import { REDUNDANCIES } from '../../style/redundancies.ts'

/** Turns of phrase that say one thing twice. */
export const redundancy: Rule = {
  id: 'style/redundancy',
  severity: 'info',
  fixed: false,
  languages: ['fr'],
  messages: {
    twice: {
      fr: ({ written, enough }) => `« ${written} » dit deux fois la même chose ; « ${enough} » suffit`,
      en: ({ written, enough }) => `“${written}” says one thing twice; “${enough}” is enough`,
    },
  },
  passage({ text, ...rest }, { remark }) {
    for (const { 0: written, index } of text.matchAll(ANY)) {
      const enough = EACH.find(({ pattern }) => pattern.test(written))?.enough ?? ''
      remark({ text, ...rest }, index, index + written.length, 'twice', { written: written.replace(/\s+/g, ' '), enough })
    }
  },
}

const sourceOf = (pattern: string) => pattern.replace(/ /g, '\\s+').replace(/’/g, "['’]")
const ANY = new RegExp(`(?<![\\p{L}’'-])(?:${REDUNDANCIES.map(([pattern]) => sourceOf(pattern)).join('|')})(?![\\p{L}-])`, 'giu')
const EACH = REDUNDANCIES.map(([pattern, enough]) => ({ pattern: new RegExp(`^(?:${sourceOf(pattern)})$`, 'iu'), enough }))
