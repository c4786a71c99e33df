import { matchesIn } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'

/** Reports missing, doubled or misplaced spaces between words and beside signs. */
export const spaces: Rule = {
  id: 'typography/spaces',
  severity: 'warning',
  fixes: true,
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
      fr: 'une espace manque devant « ( »',
      en: 'a space is missing before “(”',
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
      fr: '« , » est écrite deux fois',
      en: '“,” is written twice',
    },
  },
  correction(correction, passage, { remark }) {
    const { start, end, text } = correction
    const sign = passage.text[end] ?? ''
    const isElided = /['’]/.test(passage.text.charAt(start - 1))
    if (text !== '') remark(passage, correction, 'several', { count: end - start }, [correction])
    else if (/[.,;:!?]/.test(sign))
      remark(passage, { start, end: end + 1 }, 'before', { sign }, [correction])
    else {
      const side = isElided ? 'elided' : /['’]/.test(sign) ? 'eliding' : 'inside'
      remark(passage, correction, side, {}, [correction])
    }
  },
  passage(passage, { settings, remark }) {
    const isFrench = /^fr/i.test(settings.language)
    for (const match of matchesIn(passage.text, isFrench ? FRENCH : ENGLISH)) {
      const { 0: sign, index } = match
      const misplaced = { start: index - 1, end: index + 1 }
      if (sign === ',,') remark(passage, match, 'twice', {}, ',')
      else if (sign === '(') remark(passage, match, 'missingBefore', {}, ' (')
      else if (/[.,]/.test(sign) && passage.text[index - 1] === ' ')
        remark(passage, misplaced, 'misplaced', { sign }, `${sign} `)
      else remark(passage, match, 'missing', { sign }, `${sign} `)
    }
    for (const match of matchesIn(passage.text, TIED)) {
      const [tied] = match
      const count = tied.split('\u00A0').length - 1
      remark(passage, match, 'tied', { count }, tied.replace(LOOSE, ' '))
    }
  },
}

// Five or more words joined by no-break spaces come from a web page or a word processor. `LOOSE`
// does not match the correct spaces, which follow titles and centuries.
const TIED = /\u00A0(?<=[\p{L},]\u00A0)(?:[\p{L}'’-]+,?\u00A0){3,}[\p{L}'’-]+/gu
const LOOSE = /(?<!(?:Mmes?|Mlles?|Dr|Pr|[IVX]e))\u00A0/g

// Missing spaces: « la fin.Le vote », « les comptes(de la mairie) ». Only beside grammar words,
// which file names and codes rarely have.
const SMALL =
  'les?|la|une?|des?|du|et|ou|où|mais|donc|car|ni|qui|que|dont|dans|par|pour|sur|sous|avec|sans|aux?|ce|cet|cette|ces|ils?|elles?|nous|vous|je|on|ses|leurs?|puis|ainsi|comme'
const CAPITAL = `${SMALL.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())}|Cela|Si|En|Son|Sa|Oui|Non|Voilà|Tous|Tout|Toutes?`
const ELIDED = "(?:[cdjlmns]|qu)['’]\\p{Ll}"
// Before a sign, two letters may be a code: « en fr,de et nl ».
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
