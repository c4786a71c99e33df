import type { Correction, Passage } from '@cahier/prose'
import { frenchSpacing, matchesIn, pairedQuotes, SIGN_KINDS, sourceSpan } from '@cahier/prose'
import { short } from '../../document/shown-text.ts'
import type { PassageContext, Rule } from '../../engine/rule.ts'
import { BESIDE_ADDRESS } from '../../typography/corrections-of.ts'
import {
  reportCorrection,
  spaceCode,
  spaceInstruction,
} from '../../typography/report-correction.ts'

/** Reports French quotes other than « », or “ ” inside « » (Imprimerie nationale; OQLF). */
export const quotes: Rule = {
  id: 'typography/quotes',
  severity: 'warning',
  languages: ['fr'],
  messages: {
    ...BESIDE_ADDRESS,
    straight: {
      fr: 'guillemets droits : écrivez {meant}',
      en: 'straight quotes: write {meant}',
    },
    after: {
      fr: ({ to }) => `${spaceInstruction(to).fr} après «`,
      en: ({ to }) => `${spaceInstruction(to).en} after «`,
    },
    before: {
      fr: ({ to }) => `${spaceInstruction(to).fr} avant »`,
      en: ({ to }) => `${spaceInstruction(to).en} before »`,
    },
    lone: {
      fr: 'ce guillemet droit n’a pas son pareil dans le paragraphe : mettez « s’il ouvre, » s’il ferme',
      en: 'this straight quote has no other in its paragraph: put « if it opens, » if it closes',
    },
    single: {
      fr: '{words} est entre apostrophes : écrivez des guillemets, « », ou “ ” à l’intérieur d’une citation',
      en: '{words} stands between apostrophes: write quotes, « », or “ ” within a quotation',
    },
    doubled: {
      fr: 'chevrons doublés : écrivez {meant}',
      en: 'doubled angle brackets: write {meant}',
    },
    low: {
      fr: '{words} est entre guillemets d’une autre langue : écrivez « », ou “ ” à l’intérieur d’une citation',
      en: '{words} stands between quotes of another language: write « », or “ ” within a quotation',
    },
  },
  corrections: {
    about: 'quotes',
    report(correction, passage, context, all, index) {
      const { start, end, text, pair } = correction
      if (pair === undefined) {
        const isOpening = passage.text[start - 1] === '«'
        reportCorrection(passage, context, [correction], {
          from: isOpening ? start - 1 : start,
          to: isOpening ? end : end + 1,
          message: isOpening ? 'after' : 'before',
          data: { to: spaceCode(text) },
        })
      } else if (/[»”]/.test(text)) {
        let before = index - 1
        while (before > 0 && all[before]?.pair !== pair) before--
        const opening = all[before]
        if (opening?.pair === pair) reportPair(passage, context, opening, correction)
      }
    },
  },
  among: SIGN_KINDS.straightQuote | SIGN_KINDS.straightApostrophe | SIGN_KINDS.lowQuote,
  passage(passage, context) {
    const { text } = passage
    const { lone } = pairedQuotes(text)
    if (lone >= 0) context.remark(passage, lone, lone + 1, 'lone')
    for (const { 0: words, index } of matchesIn(text, SINGLE))
      context.remark(passage, index, index + words.length, 'single', { words })
    if ((passage.glance.seen & SIGN_KINDS.lowQuote) === 0) return
    const { guillemet } = frenchSpacing(context.settings.locale)
    const [open, close] = [`«${guillemet}`, `${guillemet}»`]
    for (const { 0: whole, 1: words = '', index } of matchesIn(text, DOUBLED)) {
      const inside = index + whole.indexOf(words, 2)
      const changes = [
        { start: index, end: inside, text: open },
        { start: inside + words.length, end: index + whole.length, text: close },
      ]
      const data = { meant: open + short(words) + close }
      reportCorrection(passage, context, changes, { to: index + 2, message: 'doubled', data })
    }
    for (const { 0: words, index } of matchesIn(text, LOW)) {
      const end = index + words.length
      // Inside « », low quotes become “ ”.
      const isInside = text.lastIndexOf('«', index) > text.lastIndexOf('»', index)
      const changes = [
        { start: index, end: index + 1, text: isInside ? '“' : open },
        { start: end - 1, end, text: isInside ? '”' : close },
      ]
      reportCorrection(passage, context, changes, { message: 'low', data: { words } })
    }
  },
}

// Words between apostrophes that cannot be elisions.
const SINGLE =
  /(?<![^\s(«“\uFFFC])'(?=[^']*\p{L})(?![\s'])[^'’"\n\uFFFC]{1,60}(?<![\s'])'(?![\p{L}\d'])/gu

// German quotes: „ “.
const LOW = /„(?! )[^„“”"\n\uFFFC]{1,60}[“”]/g

// Only words: between numbers or names, `<<` is code.
const DOUBLED =
  /(?<![^\s(«“])<<[ \u00A0\u202F]{1,2}(\p{L}{2}[\p{L}\p{M} \u00A0’',.?!-]{0,200}[\p{L}.?!])[ \u00A0\u202F]{1,2}>>(?![^\s.,;:!?)»”])/gu

function reportPair(
  passage: Passage,
  context: PassageContext,
  opening: Correction,
  closing: Correction,
): void {
  const { end: from } = sourceSpan(passage, opening.start, opening.end)
  const { start: to } = sourceSpan(passage, closing.start, closing.end)
  const words = context.document.text.slice(from, to)
  const shown =
    words.length <= 40 ? words : `${words.slice(0, 18).trimEnd()}…${words.slice(-18).trimStart()}`
  const meant = opening.text + shown.replaceAll('\n', ' ') + closing.text
  reportCorrection(passage, context, [opening, closing], {
    to: opening.start + 1,
    message: 'straight',
    data: { meant },
  })
}
