import type { Correction, Passage } from '@cahier/prose'
import { frenchSpacing, matchesIn, pairedQuotes, sourceSpan } from '@cahier/prose'
import { short } from '../../document/escaped-characters.ts'
import type { PassageContext, Rule } from '../../engine/rule.ts'
import { spaceMessage } from '../../typography/correction-messages.ts'
import { BESIDE_ADDRESS } from '../../typography/corrections-of.ts'

/** Requires « » as French quotes, and “ ” inside them (Imprimerie nationale; OQLF). */
export const quotes: Rule = {
  id: 'typography/quotes',
  severity: 'warning',
  fixes: true,
  languages: ['fr'],
  messages: {
    ...BESIDE_ADDRESS,
    straight: {
      fr: 'guillemets droits : écrivez {meant}',
      en: 'straight quotes: write {meant}',
    },
    after: spaceMessage('{space} après «', '{space} after «'),
    before: spaceMessage('{space} avant »', '{space} before »'),
    lone: {
      fr: 'ce guillemet droit n’a pas son pareil dans le paragraphe : mettez « s’il ouvre, » s’il ferme',
      en: 'this straight quote has no other in its paragraph: put « if it opens, » if it closes',
    },
    single: {
      fr: '{written} est entre apostrophes : écrivez des guillemets, « », ou “ ” à l’intérieur d’une citation',
      en: '{written} stands between apostrophes: write quotes, « », or “ ” within a quotation',
    },
    doubled: {
      fr: 'chevrons doublés : écrivez {meant}',
      en: 'doubled angle brackets: write {meant}',
    },
    low: {
      fr: '{written} est entre guillemets d’une autre langue : écrivez « », ou “ ” à l’intérieur d’une citation',
      en: '{written} stands between quotes of another language: write « », or “ ” within a quotation',
    },
  },
  correction(correction, passage, context, all) {
    const { start, end, text, pair } = correction
    const data = { to: text }
    if (pair !== undefined) {
      const opening = all.find((one) => one.pair === pair) ?? correction
      if (/[»”]/.test(text)) remarkPair(passage, context, opening, correction)
    } else if (passage.text[start - 1] === '«')
      context.remark(passage, { start: start - 1, end }, 'after', data, [correction])
    else context.remark(passage, { start, end: end + 1 }, 'before', data, [correction])
  },
  passage(passage, { settings, remark }) {
    const { text } = passage
    const { lone } = pairedQuotes(text)
    if (lone >= 0) remark(passage, { start: lone, end: lone + 1 }, 'lone')
    for (const match of matchesIn(text, SINGLE)) remark(passage, match, 'single')
    const { guillemet } = frenchSpacing(settings.locale)
    const [open, close] = [`«${guillemet}`, `${guillemet}»`]
    for (const { 0: whole, 1: words = '', index } of matchesIn(text, DOUBLED)) {
      const inside = index + whole.indexOf(words, 2)
      const changes = [
        { start: index, end: inside, text: open },
        { start: inside + words.length, end: index + whole.length, text: close },
      ]
      const data = { meant: open + short(words) + close }
      remark(passage, { start: index, end: index + 2 }, 'doubled', data, changes)
    }
    for (const match of matchesIn(text, LOW)) {
      const { 0: words, index } = match
      const end = index + words.length
      const isInside = text.lastIndexOf('«', index) > text.lastIndexOf('»', index)
      const changes = [
        { start: index, end: index + 1, text: isInside ? '“' : open },
        { start: end - 1, end, text: isInside ? '”' : close },
      ]
      remark(passage, match, 'low', {}, changes)
    }
  },
}

// Words between apostrophes that are quotes, not elisions.
const SINGLE =
  /(?<![^\s(«“\uFFFC])'(?=[^']*\p{L})(?![\s'])[^'’"\n\uFFFC]{1,60}(?<![\s'])'(?![\p{L}\d'])/gu

// German quotes: „ “.
const LOW = /„(?! )[^„“”"\n\uFFFC]{1,60}[“”]/g

// Only words may stand inside: a digit there shows that `<<` is code.
const DOUBLED =
  /(?<![^\s(«“])<<[ \u00A0\u202F]{1,2}(\p{L}{2}[\p{L}\p{M} \u00A0’',.?!-]{0,200}[\p{L}.?!])[ \u00A0\u202F]{1,2}>>(?![^\s.,;:!?)»”])/gu

function remarkPair(
  passage: Passage,
  context: PassageContext,
  opening: Correction,
  closing: Correction,
) {
  const { end: from } = sourceSpan(passage, opening.start, opening.end)
  const { start: to } = sourceSpan(passage, closing.start, closing.end)
  const words = context.document.text.slice(from, to)
  const shown =
    words.length <= 40 ? words : `${words.slice(0, 18).trimEnd()}…${words.slice(-18).trimStart()}`
  const meant = opening.text + shown.replaceAll('\n', ' ') + closing.text
  const at = { start: opening.start, end: opening.start + 1 }
  context.remark(passage, at, 'straight', { meant }, [opening, closing])
}
