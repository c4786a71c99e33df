import { matchesIn, SIGN_KINDS } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'
import { reportCorrection } from '../../typography/report-correction.ts'

/** Reports three dots instead of `…`, a space before `…`, and dots after « etc. ». */
export const ellipsis: Rule = {
  id: 'typography/ellipsis',
  severity: 'warning',
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
  corrections: {
    about: 'ellipsis',
    report(correction, passage, context, all, index) {
      const { start, end, text } = correction
      const isLoose = text === ''
      // The space before three dots belongs to the same finding.
      if (isLoose && all[index + 1]?.start === end) return
      const before = all[index - 1]
      const space = before?.text === '' && before.end === start ? [before] : []
      const isEtc = text.startsWith('.')
      const isBracketed = passage.text[start - 1] === '[' && passage.text[end] === ']'
      const from = isEtc ? (space[0]?.start ?? start) - 3 : start - (isBracketed ? 1 : 0)
      const to = end + (isBracketed ? 1 : 0)
      const written = passage.text.slice(from, to)
      const other = isLoose ? 'loose' : written.startsWith(',') ? 'comma' : 'dots'
      const data = { written, meant: isBracketed ? `[${text}]` : text }
      reportCorrection(passage, context, [...space, correction], {
        from,
        to,
        message: isEtc ? 'etcetera' : other,
        data,
      })
    },
  },
  among: SIGN_KINDS.twoPoints,
  passage(passage, { remark }) {
    for (const { 0: written, index } of matchesIn(passage.text, TWO))
      remark(passage, index, index + written.length, 'two')
  },
}

// « etc.. » has its own correction. In a path, `../`, a sign follows the dots.
const TWO = /(?<=\p{L}{3}|[)»”])(?<![Ee]tc)\.\.(?=\s|$)/gu
