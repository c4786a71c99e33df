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

/**
 * Reports French quotes other than « » with a no-break space inside, or “ ” within them (Lexique de
 * l’Imprimerie nationale; OQLF).
 */
export const quotes: Rule = {
  id: 'typography/quotes',
  severity: 'warning',
  fixed: false,
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
    report(corrections, passage, context) {
      const pairs = new Map<number, Correction>()
      for (const correction of corrections) {
        if (correction.pair === undefined) reportSpace(passage, context, correction)
        else {
          const opening = pairs.get(correction.pair)
          if (opening === undefined) pairs.set(correction.pair, correction)
          else reportPair(passage, context, opening, correction)
        }
      }
    },
  },
  among: SIGN_KINDS.straightQuote | SIGN_KINDS.straightApostrophe | SIGN_KINDS.lowQuote,
  passage(passage, context) {
    const { lone } = pairedQuotes(passage.text)
    if (lone >= 0) context.remark(passage, lone, lone + 1, 'lone', {})
    for (const { 0: words, index } of matchesIn(passage.text, SINGLE))
      context.remark(passage, index, index + words.length, 'single', { words })
    if ((passage.glance.seen & SIGN_KINDS.lowQuote) === 0) return
    for (const { 0: whole, 1: words = '', index } of matchesIn(passage.text, DOUBLED)) {
      const inside = whole.indexOf(words, 2)
      const { guillemet } = frenchSpacing(context.settings.locale)
      const changes = [
        { start: index, end: index + inside, text: `«${guillemet}` },
        { start: index + inside + words.length, end: index + whole.length, text: `${guillemet}»` },
      ]
      const meant = `«${guillemet}${short(words)}${guillemet}»`
      reportCorrection(passage, context, changes, {
        from: index,
        to: index + 2,
        message: 'doubled',
        data: { meant },
      })
    }
    for (const { 0: words, index } of matchesIn(passage.text, LOW))
      reportLow(passage, context, words, index)
  },
}

// Words between apostrophes that cannot be elisions.
const SINGLE =
  /(?<![^\s(«“\uFFFC])'(?=[^']*\p{L})(?![\s'])[^'’"\n\uFFFC]{1,60}(?<![\s'])'(?![\p{L}\d'])/gu

// German quotes.
const LOW = /„(?! )[^„“”"\n\uFFFC]{1,60}[“”]/g

// Only letters and spaces: between numbers or names, `<<` shifts bits.
const DOUBLED =
  /(?<![^\s(«“])<<[ \u00A0\u202F]{1,2}(\p{L}{2}[\p{L}\p{M} \u00A0’',.?!-]{0,200}[\p{L}.?!])[ \u00A0\u202F]{1,2}>>(?![^\s.,;:!?)»”])/gu

// Inside « » they become “ ”.
function reportLow(passage: Passage, context: PassageContext, words: string, index: number): void {
  const end = index + words.length
  const before = passage.text.slice(0, index)
  const isInside = before.lastIndexOf('«') > before.lastIndexOf('»')
  const { guillemet } = frenchSpacing(context.settings.locale)
  const changes = [
    { start: index, end: index + 1, text: isInside ? '“' : `«${guillemet}` },
    { start: end - 1, end, text: isInside ? '”' : `${guillemet}»` },
  ]
  reportCorrection(passage, context, changes, {
    from: index,
    to: end,
    message: 'low',
    data: { words },
  })
}

function reportSpace(passage: Passage, context: PassageContext, correction: Correction): void {
  const { start, end, text } = correction
  const isOpening = passage.text[start - 1] === '«'
  reportCorrection(passage, context, [correction], {
    from: isOpening ? start - 1 : start,
    to: isOpening ? end : end + 1,
    message: isOpening ? 'after' : 'before',
    data: { to: spaceCode(text) },
  })
}

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
  reportCorrection(passage, context, [opening, closing], {
    from: opening.start,
    to: opening.start + 1,
    message: 'straight',
    data: { meant: `${opening.text}${shown.replaceAll('\n', ' ')}${closing.text}` },
  })
}
