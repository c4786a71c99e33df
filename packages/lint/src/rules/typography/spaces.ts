import { matchesIn, SIGN_KINDS } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'
import { reportCorrection } from '../../typography/report-correction.ts'

/** Reports missing, doubled or misplaced spaces between words and beside signs. */
export const spaces: Rule = {
  id: 'typography/spaces',
  severity: 'warning',
  languages: ['fr', 'en'],
  messages: {
    several: {
      fr: '{count} espaces de suite : une seule suffit',
      en: '{count} spaces in a row: one is enough',
    },
    before: {
      fr: 'pas d’espace devant « {sign} »',
      en: 'no space before “{sign}”',
    },
    inside: {
      fr: 'pas d’espace à l’intérieur des parenthèses',
      en: 'no space just inside parentheses',
    },
    elided: {
      fr: 'pas d’espace après une apostrophe',
      en: 'no space after an apostrophe',
    },
    eliding: {
      fr: 'pas d’espace devant une apostrophe',
      en: 'no space before an apostrophe',
    },
    missing: {
      fr: 'une espace manque après « {sign} »',
      en: 'a space is missing after “{sign}”',
    },
    missingBefore: {
      fr: 'une espace manque devant « {sign} »',
      en: 'a space is missing before “{sign}”',
    },
    misplaced: {
      fr: 'l’espace va après « {sign} », non devant',
      en: 'the space goes after “{sign}”, not before',
    },
    tied: {
      fr: '{count} espaces insécables de suite entre des mots : la ligne ne peut plus s’y couper',
      en: '{count} no-break spaces in a row between words: no line can end there any more',
    },
    twice: {
      fr: '« {sign} » est écrite deux fois',
      en: '“{sign}” is written twice',
    },
  },
  corrections: {
    about: 'spaces',
    report(correction, passage, context) {
      const { start, end, text } = correction
      const sign = passage.text[end] ?? ''
      const isBefore = /[.,;:!?]/.test(sign)
      const side = /['’]/.test(passage.text.charAt(start - 1))
        ? 'elided'
        : /['’]/.test(sign)
          ? 'eliding'
          : 'inside'
      reportCorrection(passage, context, [correction], {
        to: text === '' && isBefore ? end + 1 : end,
        message: text !== '' ? 'several' : isBefore ? 'before' : side,
        data: { count: end - start, sign },
      })
    },
  },
  among: SIGN_KINDS.point | SIGN_KINDS.commaOrClosing | SIGN_KINDS.mark | SIGN_KINDS.noBreakSpace,
  passage(passage, { settings, remark }) {
    const isFrench = /^fr/i.test(settings.language)
    for (const { 0: written, index } of matchesIn(passage.text, isFrench ? FRENCH : ENGLISH)) {
      const to = index + written.length
      const isAfterSpace = /[.,]/.test(written) && passage.text[index - 1] === ' '
      const [from, message, sign, text] =
        written === ',,'
          ? ([index, 'twice', ',', ','] as const)
          : written === '('
            ? ([index, 'missingBefore', '(', ' ('] as const)
            : isAfterSpace
              ? ([index - 1, 'misplaced', written, `${written} `] as const)
              : ([index, 'missing', written, `${written} `] as const)
      remark(passage, from, to, message, { sign }, { text })
    }
    for (const { 0: tied, index } of matchesIn(passage.text, TIED)) {
      const data = { count: tied.split('\u00A0').length - 1 }
      const text = tied.replace(LOOSE, ' ')
      remark(passage, index, index + tied.length, 'tied', data, { text })
    }
  },
}

// No-break spaces between four words or more come from a web page or a word processor. `LOOSE`
// keeps those after titles and centuries.
const TIED = /\u00A0(?<=[\p{L},]\u00A0)(?:[\p{L}'’-]+,?\u00A0){3,}[\p{L}'’-]+/gu
const LOOSE = /(?<!(?:Mmes?|Mlles?|Dr|Pr|[IVX]e))\u00A0/g

// Missing spaces: « la fin.Le vote », « les comptes(de la mairie) ». Only beside grammar words,
// which file names and codes rarely have.
const SMALL =
  'les?|la|une?|des?|du|et|ou|où|mais|donc|car|ni|qui|que|dont|dans|par|pour|sur|sous|avec|sans|aux?|ce|cet|cette|ces|ils?|elles?|nous|vous|je|on|ses|leurs?|puis|ainsi|comme'
const CAPITAL =
  'Les?|La|Une?|Des?|Du|Et|Ou|Mais|Donc|Car|Ni|Qui|Que|Dans|Par|Pour|Sur|Sous|Avec|Sans|Aux?|Ce|Cet|Cette|Ces|Cela|Ils?|Elles?|On|Nous|Vous|Je|Ses|Leurs?|Puis|Ainsi|Comme|Si|En|Son|Sa|Oui|Non|Voilà|Tous|Tout|Toutes?'
const ELIDED = "(?:[cdjlmns]|qu)['’]\\p{Ll}"
// `GLUED` starts at the sign, rarer than letters, and looks back. Two letters may be a code: « en
// fr,de et nl ».
const WORD_BEFORE = "(?<![^\\s«“(’'])"
const GLUED =
  `,(?=(?:${SMALL})\\s|etc[.…)\\s]|${ELIDED})(?<=${WORD_BEFORE}(?:\\p{L}[\\p{Ll}-]{2,}|[Oo][uù]|là|ça),)|` +
  `[:;](?=(?:${SMALL})\\s|${ELIDED})(?<=${WORD_BEFORE}\\p{L}[\\p{Ll}-]{3,}(?:[ \\u00A0\\u202F]?»)?[ \\u00A0\\u202F]?[:;])|` +
  `\\.(?=(?:${CAPITAL})\\s|(?:[CDJLMNS]|Qu)['’]\\p{Ll})(?<=${WORD_BEFORE}\\p{Ll}[\\p{Ll}-]{2,}\\.)`
const BEFORE_SPACE = `\\.(?=(?:${CAPITAL})\\s|(?:[CDJLMNST]|Qu)['’]\\p{Ll})(?<=\\p{Ll}{2}[ \\u00A0\\u202F]\\.)`
const GLUED_IN_ENGLISH =
  `,(?=(?:the|an?|and|or|but|of|in|to|for|with|by|we|they|it|this|that|which|who)\\s)(?<=${WORD_BEFORE}\\p{L}[\\p{Ll}-]{3,},)|` +
  `\\.(?=(?:The|An?|And|But|In|To|For|We|They|It|This|That|These|If|You|He|She)\\s)(?<=${WORD_BEFORE}\\p{Ll}[\\p{Ll}-]{2,}\\.)`
const OPENING = `\\((?<=\\p{Ll}{3}\\()(?=[^()]{1,200}\\))(?=(?:\\p{Ll}[^()]{0,200} )?(?:(?:${SMALL}) \\p{Ll}|${ELIDED}))`
// « 15ans ». Other words may make a name with the digit, « 4pro ». Between quotes, « 24heures » may
// be a name too.
const COUNTED =
  '(?<![\\p{L}\\p{M}\\d.,_/%@#=&+-])\\d{1,4}(?=(?:euros?|heures?|minutes?|secondes|jours?|semaines?|mois|ans|années?|personnes|pages|mètres|kilomètres|litres|membres|habitants|enfants)(?![\\p{L}\\p{M}\\d_/@-]|\\.\\p{L}))(?!(?<=[«“][ \\u00A0\\u202F]?\\d+)\\p{L}+[ \\u00A0\\u202F]?[»”])'
const COMMAS = ',(?<=\\p{L}{2} ,)(?=\\p{Ll}{2})|,,(?=\\s)(?<=\\p{L},,)'
const FRENCH = new RegExp(`${GLUED}|${BEFORE_SPACE}|${OPENING}|${COMMAS}|${COUNTED}`, 'gu')
const ENGLISH = new RegExp(`${GLUED_IN_ENGLISH}|${COMMAS}`, 'gu')
