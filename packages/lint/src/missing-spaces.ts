import { matchesIn } from '@cahier/prose'

/**
 * A sign that lacks a space, or has it on the wrong side, or stands twice; and what would be right
 * there.
 */
export interface MissingSpace {
  readonly from: number
  readonly to: number
  readonly sign: string
  readonly message: 'missing' | 'missingBefore' | 'misplaced' | 'twice'
  readonly text: string
}

/**
 * Where a space lacks beside a sign of a French text: « la fin.Le vote », « un guichet,et », « un
 * vote :les », « les comptes(de la mairie) ». Said only beside a word of grammar, which names of
 * files, addresses, lists of codes and what is given to a program do not go on with. In English,
 * after a comma or a full stop.
 */
export function missingSpaces(text: string, isFrench: boolean): readonly MissingSpace[] {
  return matchesIn(text, isFrench ? FRENCH : ENGLISH).map(({ 0: sign, index }): MissingSpace => {
    const to = index + sign.length
    if (/\d/.test(sign)) return { from: index, to, sign, message: 'missing', text: `${sign} ` }
    if (sign === ',,') return { from: index, to, sign: ',', message: 'twice', text: ',' }
    if (sign === '(') return { from: index, to, sign, message: 'missingBefore', text: ' (' }
    if (text[index - 1] === ' ' && /[.,]/.test(sign))
      return { from: index - 1, to, sign, message: 'misplaced', text: `${sign} ` }
    return { from: index, to, sign, message: 'missing', text: `${sign} ` }
  })
}

const SMALL =
  'les?|la|une?|des?|du|et|ou|où|mais|donc|car|ni|qui|que|dont|dans|par|pour|sur|sous|avec|sans|aux?|ce|cet|cette|ces|ils?|elles?|nous|vous|je|on|ses|leurs?|puis|ainsi|comme'
const CAPITAL =
  'Les?|La|Une?|Des?|Du|Et|Ou|Mais|Donc|Car|Ni|Qui|Que|Dans|Par|Pour|Sur|Sous|Avec|Sans|Aux?|Ce|Cet|Cette|Ces|Cela|Ils?|Elles?|On|Nous|Vous|Je|Ses|Leurs?|Puis|Ainsi|Comme|Si|En|Son|Sa|Oui|Non|Voilà|Tous|Tout|Toutes?'
const ELIDED = "(?:[cdjlmns]|qu)['’]\\p{Ll}"
// These begin at the sign, which is rarer than words, and look back. Two letters may be a code: «
// en fr,de et nl ».
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
// « 15ans » ; what else is glued to a figure may be a name: « 4pro », « 2roues ». Alone between
// quotes so is this one: the paper « 24heures ».
const COUNTED =
  '(?<![\\p{L}\\p{M}\\d.,_/%@#=&+-])\\d{1,4}(?=(?:euros?|heures?|minutes?|secondes|jours?|semaines?|mois|ans|années?|personnes|pages|mètres|kilomètres|litres|membres|habitants|enfants)(?![\\p{L}\\p{M}\\d_/@-]|\\.\\p{L}))(?!(?<=[«“][ \\u00A0\\u202F]?\\d+)\\p{L}+[ \\u00A0\\u202F]?[»”])'
const COMMAS = ',(?<=\\p{L}{2} ,)(?=\\p{Ll}{2})|,,(?=\\s)(?<=\\p{L},,)'
// One for each language, since every passage is asked.
const FRENCH = new RegExp(`${GLUED}|${BEFORE_SPACE}|${OPENING}|${COMMAS}|${COUNTED}`, 'gu')
const ENGLISH = new RegExp(`${GLUED_IN_ENGLISH}|${COMMAS}`, 'gu')
