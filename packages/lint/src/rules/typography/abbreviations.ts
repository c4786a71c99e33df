import type { Correction } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'
import {
  reportCorrection,
  spaceCode,
  spaceInstruction,
} from '../../typography/report-correction.ts'

/** Reports wrong abbreviations, `Mr` or `c-à-d`, and wrong spaces after (Imprimerie nationale). */
export const abbreviations: Rule = {
  id: 'typography/abbreviations',
  severity: 'warning',
  languages: ['fr'],
  messages: {
    form: {
      fr: '« {written} » : en français, « {meant} »',
      en: '“{written}”: in French, “{meant}”',
    },
    space: {
      fr: ({ before, to }) => `${spaceInstruction(to).fr} après « ${before} »`,
      en: ({ before, to }) => `${spaceInstruction(to).en} after “${before}”`,
    },
  },
  corrections: {
    about: 'abbreviations',
    report(correction, passage, context, all, index) {
      const { text: words } = passage
      const { start, end, text } = correction
      const before = BEFORE.exec(words.slice(Math.max(0, start - 8), start))?.[0] ?? ''
      const from = start - before.length
      const [previous, next] = [all[index - 1], all[index + 1]]
      if (isForm(words, correction)) {
        // The space after the abbreviation belongs to the same finding.
        const space = next?.start === end && !isForm(words, next) ? [next] : []
        const meant = (before + text).trimEnd()
        const data = { written: words.slice(from, end), meant }
        reportCorrection(passage, context, [correction, ...space], {
          from,
          to: end,
          message: 'form',
          data,
        })
      } else if (previous?.end !== start || !isForm(words, previous)) {
        const data = { before, to: spaceCode(text) }
        reportCorrection(passage, context, [correction], { from, message: 'space', data })
      }
    },
  },
}

/** Whether a correction changes more than spaces. */
function isForm(words: string, { start, end, text }: Correction): boolean {
  return text === '' || !/^[ \u00A0\u202F\u2007\u2009]*$/.test(words.slice(start, end) + text)
}

const BEFORE = /(?:[\p{L}.]{1,6}°?|§)$/u
