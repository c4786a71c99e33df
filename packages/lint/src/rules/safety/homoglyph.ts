import { lookalikeLetterIn, toLatinLetters } from '@cahier/core'
import { matchesIn } from '@cahier/prose'
import { isStancesOrVotes } from '../../document/documents.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reports Latin words with a lookalike letter of another alphabet (Unicode UTS 39). */
export const homoglyph: Rule = {
  id: 'safety/homoglyph',
  severity: 'error',
  fixes: true,
  alwaysOn: true,
  messages: {
    mixed: {
      fr: ({ word, letter, script, meant }) =>
        `dans « ${word} », la lettre « ${letter} » est ${script === 'greek' ? 'grecque' : 'cyrillique'} et ressemble à une autre : retapez le mot, « ${meant} »`,
      en: ({ word, letter, script, meant }) =>
        `in “${word}”, the letter “${letter}” is ${script === 'greek' ? 'Greek' : 'Cyrillic'} and looks like another: type the word again, “${meant}”`,
    },
  },
  document({ document, report }) {
    if (!STRANGE.test(document.text)) return
    for (const match of matchesIn(document.text, MIXED)) {
      const [word] = match
      const letter = lookalikeLetterIn(word)
      if (letter === '') continue
      const meant = toLatinLetters(word)
      const script = /\p{Script=Greek}/u.test(letter) ? 'greek' : 'cyrillic'
      const text = isStancesOrVotes(document) ? undefined : meant
      report('mixed', match, { word, letter, script, meant }, { text })
    }
  },
}

const STRANGE = /[\p{Script=Cyrillic}\p{Script=Greek}]/u
const MIXED =
  /(?<![\p{L}\p{M}\p{N}_-])(?=[\p{L}\p{M}\p{N}_-]*\p{Script=Latin})(?=[\p{L}\p{M}\p{N}_-]*[\p{Script=Cyrillic}\p{Script=Greek}])[\p{L}\p{M}\p{N}_-]+/gu
