import { matchesIn, SEEN } from '@cahier/prose'
import { reportWord } from '../../report-correction.ts'
import type { Rule } from '../../rule.ts'

/** Capitals keep their accents (Académie française): État, École, À. */
export const accentedCapitals: Rule = {
  id: 'typography/accented-capitals',
  severity: 'warning',
  fixed: false,
  languages: ['fr'],
  messages: {
    accent: {
      fr: ({ written, meant }) => `« ${written} » : la capitale garde son accent, « ${meant} »`,
      en: ({ written, meant }) => `“${written}”: the capital keeps its accent, “${meant}”`,
    },
    preposition: {
      fr: ({ written, meant }) => `« ${written} » : si ce n’est pas le verbe avoir, écrivez « ${meant} »`,
      en: ({ written, meant }) => `“${written}”: unless it is the verb avoir, write “${meant}”`,
    },
  },
  corrections: {
    about: 'accented-capitals',
    report(corrections, passage, context) {
      for (const correction of corrections) reportWord(passage, context, correction, 'accent')
    },
  },
  among: SEEN.capitalA,
  passage(passage, context) {
    for (const { 0: written, index } of matchesIn(passage.text, PREPOSITION))
      context.remark(passage, index, index + 1, 'preposition', { written, meant: `À${written.slice(1)}` }, { severity: 'info' })
  },
}

// Words that seldom follow the verb at the head of a sentence.
const PREPOSITION =
  /(?<=^|[.!?…] |\d° |«[ \u00A0\u202F]|\n)A (?:la|l[’'](?:issue|aide|expiration|intérieur|extérieur|arrivée|approche|ensemble|appui|intention|exclusion|instar|ordre|égard|opposé|écoute|unanimité|avenir|inverse|image|exception|échelle|origine|heure|occasion|époque|étranger)|partir|noter|cette|ce|ces|travers|propos|défaut|moins|court|moyen|long|terme|savoir|bientôt|côté|chaque|chacune?|charge|titre|tout|cela|vous|nos|notre|votre|quoi|cause|Paris|Bruxelles|Genève|Montréal|Lyon|Marseille)(?!\p{L})/gu
