import { matchesIn, SEEN } from '@cahier/prose'
import { missingSpaces } from '../../missing-spaces.ts'
import { reportCorrection } from '../../report-correction.ts'
import type { Rule } from '../../rule.ts'

/**
 * One space between two words; none before a comma or a full stop, just inside parentheses, nor
 * around the apostrophe of what is elided; one after them, and before a parenthesis. In English,
 * none before `; : ! ?` either.
 */
export const spaces: Rule = {
  id: 'typography/spaces',
  severity: 'warning',
  fixed: false,
  languages: ['fr', 'en'],
  messages: {
    several: {
      fr: ({ count }) => `${count} espaces de suite : une seule suffit`,
      en: ({ count }) => `${count} spaces in a row: one is enough`,
    },
    before: {
      fr: ({ sign }) => `pas d’espace devant « ${sign} »`,
      en: ({ sign }) => `no space before “${sign}”`,
    },
    inside: {
      fr: () => 'pas d’espace à l’intérieur des parenthèses',
      en: () => 'no space just inside parentheses',
    },
    elided: {
      fr: () => 'pas d’espace après une apostrophe',
      en: () => 'no space after an apostrophe',
    },
    eliding: {
      fr: () => 'pas d’espace devant une apostrophe',
      en: () => 'no space before an apostrophe',
    },
    missing: {
      fr: ({ sign }) => `une espace manque après « ${sign} »`,
      en: ({ sign }) => `a space is missing after “${sign}”`,
    },
    missingBefore: {
      fr: ({ sign }) => `une espace manque devant « ${sign} »`,
      en: ({ sign }) => `a space is missing before “${sign}”`,
    },
    misplaced: {
      fr: ({ sign }) => `l’espace va après « ${sign} », non devant`,
      en: ({ sign }) => `the space goes after “${sign}”, not before`,
    },
    tied: {
      fr: ({ count }) =>
        `${count} espaces insécables de suite entre des mots : la ligne ne peut plus s’y couper`,
      en: ({ count }) =>
        `${count} no-break spaces in a row between words: no line can end there any more`,
    },
    twice: {
      fr: ({ sign }) => `« ${sign} » est écrite deux fois`,
      en: ({ sign }) => `“${sign}” is written twice`,
    },
  },
  corrections: {
    about: 'spaces',
    report(corrections, passage, context) {
      for (const correction of corrections) {
        const { start, end, text } = correction
        const after = passage.text[end] ?? ''
        const isBefore = /[.,;:!?]/.test(after)
        const isElided = /['’]/.test(passage.text.charAt(start - 1))
        reportCorrection(passage, context, [correction], {
          from: start,
          to: text === '' && isBefore ? end + 1 : end,
          message:
            text !== ''
              ? 'several'
              : isBefore
                ? 'before'
                : isElided
                  ? 'elided'
                  : /['’]/.test(after)
                    ? 'eliding'
                    : 'inside',
          data: { count: end - start, sign: after },
        })
      }
    },
  },
  among: SEEN.point | SEEN.commaOrClosing | SEEN.mark | SEEN.noBreakSpace,
  passage(passage, { settings, remark }) {
    const isFrench = /^fr/i.test(settings.language)
    for (const { from, to, sign, message, text } of missingSpaces(passage.text, isFrench))
      remark(passage, from, to, message, { sign }, { text })
    // Most passages have none.
    if (!passage.text.includes('\u00A0')) return
    for (const { 0: tied, index } of matchesIn(passage.text, TIED))
      remark(
        passage,
        index,
        index + tied.length,
        'tied',
        { count: tied.split('\u00A0').length - 1 },
        { text: tied.replace(LOOSE, ' ') },
      )
  },
}

// As a page of the web or a word processor gives them: whoever sets a text may tie two or three
// words, not five. Some are tied by their own rules.
const TIED = /\u00A0(?<=[\p{L},]\u00A0)(?:[\p{L}'’-]+,?\u00A0){3,}[\p{L}'’-]+/gu
const LOOSE = /(?<!(?:Mmes?|Mlles?|Dr|Pr|[IVX]e))\u00A0/g
