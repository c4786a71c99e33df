import type { Rule } from '../../rule.ts'

/** Three dots are one sign, `…`, and nothing follows « etc. » (Lexique de l’Imprimerie nationale; Grammalecte). */
export const ellipsis: Rule = {
  id: 'typography/ellipsis',
  severity: 'warning',
  fixed: false,
  messages: {
    dots: {
      fr: ({ written, meant }) => `« ${written} » : des points de suspension s’écrivent d’un seul signe, « ${meant} »`,
      en: ({ written, meant }) => `“${written}”: suspension points are one sign, “${meant}”`,
    },
    etcetera: {
      fr: ({ written }) => `« ${written} » : « etc. » n’a qu’un point`,
      en: ({ written }) => `“${written}”: “etc.” has one point`,
    },
  },
  passage(passage, { remark }) {
    for (const { 0: written, index, groups } of passage.text.matchAll(DOTS)) {
      const to = index + written.length
      if (groups?.etc !== undefined) remark(passage, index, to, 'etcetera', { written }, { text: `${groups.etc}.` })
      else if (groups?.bracketed !== undefined) remark(passage, index, to, 'dots', { written, meant: '[…]' }, { text: '[…]' })
      else remark(passage, index, to, 'dots', { written, meant: '…' }, { text: '…' })
    }
  },
}

// `../x` and `a...b` are paths and ranges: no sentence ends there.
const DOTS = /\b(?<etc>[Ee]tc)(?:\.{2,}|…)|(?<bracketed>\[\.{3,}\])|(?<![./\\])\.{3,}(?![./\\\p{L}\d])/gu
