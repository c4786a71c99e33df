import { matchesIn } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'
import { frenchLexicon, hasWord } from '../../spelling/lexicon.ts'
import { correctWord } from '../../typography/correction-messages.ts'

/** Reports capitals without accent, and sentences without a capital. */
export const accentedCapitals: Rule = {
  id: 'typography/accented-capitals',
  severity: 'warning',
  fixes: true,
  languages: ['fr'],
  messages: {
    accent: {
      fr: '« {written} » : la capitale garde son accent, « {meant} »',
      en: '“{written}”: the capital keeps its accent, “{meant}”',
    },
    sentence: {
      fr: '« {written} » : une phrase commence par une capitale, « {meant} » ; sinon, mettez une virgule à la place du point',
      en: '“{written}”: a sentence begins with a capital, “{meant}”; otherwise put a comma in place of the full stop',
    },
    preposition: {
      fr: '« {written} » : si ce n’est pas le verbe avoir, écrivez « {meant} »',
      en: '“{written}”: unless it is the verb avoir, write “{meant}”',
    },
  },
  correction: correctWord(() => 'accent'),
  passage(passage, { remark }) {
    for (const {
      0: { length },
      1: before = '',
      2: word = '',
      index,
    } of matchesIn(passage.text, SMALL))
      if (hasWord(frenchLexicon(), before)) {
        const end = index + length
        const meant = word.charAt(0).toUpperCase() + word.slice(1)
        const data = { written: `. ${word}`, meant }
        remark(passage, { start: end - word.length, end }, 'sentence', data)
      }
    const heads = matchesIn(passage.text, PREPOSITION)
    const others = matchesIn(passage.text, BEFORE_INFINITIVE_OR_NAME).filter(
      ({ 1: word = '', index }) =>
        !heads.some((head) => head.index === index) && isInfinitiveOrName(word),
    )
    for (const { 0: written, index } of [...heads, ...others]) {
      const data = { written, meant: `À${written.slice(1)}` }
      remark(passage, { start: index, end: index + 1 }, 'preposition', data)
    }
  },
}

// `A` written for « À », before words that rarely follow the verb « a ». `Paris` is listed: the
// search for names skips it, because `paris` is a word too.
const PREPOSITION =
  /(?<=^|[.!?…] |\d° |«[ \u00A0\u202F]|\n)A (?:la|l[’'](?!(?:air|avantages?|habitude|honneur|impression|obligation|œil|oreille)(?!\p{L}))\p{L}+|partir|noter|cet|cette|ce|ces|travers|propos|défaut|moins|court|moyen|long|terme|savoir|bientôt|côté|chaque|chacune?|charge|titre|tout|cela|vous|nos|notre|votre|leurs?|quoi|cause|Paris|\d{1,2}[ \u00A0]?h(?:eures)?)(?!\p{L})/gu

// An infinitive or a name never follows the verb « a »: `A faire`, `A Nantes`.
const BEFORE_INFINITIVE_OR_NAME =
  /(?<=^|[.!?…] |\d° |«[ \u00A0\u202F]|\n)A (\p{Ll}+(?:er|ir|ire|ndre|ttre|vre|clure|a[iî]tre)|\p{Lu}\p{Ll}+)(?!\p{L})/gu

function isInfinitiveOrName(word: string) {
  const lexicon = frenchLexicon()
  return hasWord(lexicon, word) && (/^\p{Ll}/u.test(word) || !hasWord(lexicon, word.toLowerCase()))
}

// « …réunion. les »: a word of five letters is rarely an abbreviation.
const SMALL =
  /(?<![\p{L}\p{M}\d.’'-])(\p{Ll}{5,})\. (les?|la|une?|des|du|ils?|elles?|nous|vous|on|ce|cette|ces|cela|mais|dans|pour|leurs?|notre|nos)(?= \p{Ll})/gu
