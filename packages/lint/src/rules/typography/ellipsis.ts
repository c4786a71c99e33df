import { matchesIn } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'

/** Reports three dots instead of `…`, a space before `…`, and dots after « etc. ». */
export const ellipsis: Rule = {
  id: 'typography/ellipsis',
  severity: 'warning',
  fixes: true,
  languages: ['fr', 'en'],
  messages: {
    dots: {
      fr: '« {written} » : des points de suspension s’écrivent d’un seul signe, « {meant} »',
      en: '“{written}”: an ellipsis is one character, “{meant}”',
    },
    comma: {
      fr: 'pas de virgule devant des points de suspension',
      en: 'no comma before an ellipsis',
    },
    loose: {
      fr: 'les points de suspension suivent le mot sans espace',
      en: 'an ellipsis follows the word without a space',
    },
    two: {
      fr: 'deux points qui se suivent : un point « . », ou des points de suspension « … »',
      en: 'two full stops in a row: one “.”, or an ellipsis “…”',
    },
    etcetera: {
      fr: '« {written} » : « etc. » n’a qu’un point',
      en: '“{written}”: “etc.” has one full stop',
    },
  },
  correction(correction, passage, { remark }, all, index) {
    const { start, end, text } = correction
    // The space before three dots belongs to the same finding.
    if (text === '' && all[index + 1]?.start === end) return
    const before = all[index - 1]
    const space = before?.text === '' && before.end === start ? [before] : []
    const fix = [...space, correction]
    if (text === '') remark(passage, correction, 'loose', {}, fix)
    else if (text.startsWith('.'))
      remark(passage, { start: (space[0]?.start ?? start) - 3, end }, 'etcetera', {}, fix)
    else if (passage.text[start - 1] === '[' && passage.text[end] === ']')
      remark(passage, { start: start - 1, end: end + 1 }, 'dots', { meant: `[${text}]` }, fix)
    else {
      const message = passage.text[start] === ',' ? 'comma' : 'dots'
      remark(passage, correction, message, { meant: text }, fix)
    }
  },
  passage(passage, { remark }) {
    for (const match of matchesIn(passage.text, TWO)) remark(passage, match, 'two')
  },
}

// « etc.. » has its own correction. In a path, `../`, a sign follows the dots.
const TWO = /\.\.(?=\s|$)(?<=(?:\p{L}{3}|[)»”])\.\.)(?<![Ee]tc\.\.)/gu
