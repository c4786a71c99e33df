import { matchesIn } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'

/** Reports a hyphen used as a dash in a sentence. */
export const dashes: Rule = {
  id: 'typography/dashes',
  severity: 'warning',
  languages: ['fr'],
  messages: {
    hyphen: {
      fr: '« {written} » entre deux espaces est un tiret : écrivez – (U+2013) ou — (U+2014)',
      en: '“{written}” between two spaces is a dash: write – (U+2013) or — (U+2014)',
    },
  },
  passage(passage, { remark }) {
    for (const match of matchesIn(passage.text, HYPHEN)) remark(passage, match, 'hyphen')
  },
}

// Before a digit, a hyphen may be a minus sign or a range.
const HYPHEN =
  /(?<=[\p{L}\d)\]»”"…%.,:;!?\uFFFC][ \u00A0\u202F])--?(?=[ \u00A0\u202F][\p{L}([«“"\uFFFC])/gu
