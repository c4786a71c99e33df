import { type Change, replacementsIn } from './change.ts'
import { type FrenchSpacing, NO_BREAK, SPACE, spaced } from './spaces.ts'

/** Corrects French abbreviations: `M.`, `Mme`, `n°`, `c.-à-d.`, `etc.`, `p. ex.`. */
export function abbreviationForms(text: string): Change[] {
  return replacementsIn(text, FORMS)
}

const FORMS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(?<=(?<![\\p{L}\\p{M}])(?:Mmes?|Mlles?))\\.(?=${SPACE}\\p{Lu})`, 'gu'), ''],
  [
    /(?<=(?<![\p{L}\p{M}./@_-])(?:Mmes?|Mlles?))\.(?=\p{Lu}\p{Ll}{2}(?!\p{Ll}*[.@/_]\p{L}))/gu,
    '\u00A0',
  ],
  // Some names begin with the English title `Mr`.
  [
    new RegExp(
      `(?<![\\p{L}\\p{M}])Mr\\.?(?=(?:${SPACE}|(?<=\\.)(?=\\p{Lu}\\p{Ll}{2}))(?!Bean|Brown|Freeze|Hyde|Jekyll|Pink|President|Robot)\\p{Lu})`,
      'gu',
    ),
    'M.',
  ],
  [new RegExp(`(?<![\\p{L}\\p{M}])Mr\\.?(?=${SPACE}le${SPACE}\\p{L})`, 'gu'), 'M.'],
  [
    new RegExp(`(?<=(?<![\\p{L}\\p{M}])[nN])(?<!\\p{Ll},?${SPACE}N)[º⁰](?=${SPACE}*\\d)`, 'gu'),
    '°',
  ],
  [new RegExp(`(?<=(?<![\\p{L}\\p{M}])[nN])${SPACE}°(?=${SPACE}*\\d)`, 'gu'), '°'],
  // At the start of a sentence or in a title in capitals, the capital stays.
  [new RegExp(`(?<=\\p{Ll},?${SPACE})N[°º⁰](?=${SPACE}*\\d)`, 'gu'), 'n°'],
  [
    /(?<![\p{L}\p{M}])c(?:\.-?|-)[aà](?:\.-?|-)d\.?(?![\p{L}\p{M}])|(?<![\p{L}\p{M}])càd\.?(?![\p{L}\p{M}])/gu,
    'c.-à-d.',
  ],
  // Before other words, « etc » may be a folder; in quotes, it is a word.
  [
    new RegExp(
      `(?<=,${SPACE}*[Ee]tc)(?=$|[\\s),;:!?»”])(?!${SPACE}+(?:…|\\.\\.))|(?<=(?<![«“"])[\\s(][Ee]tc)(?=$|\\n|${SPACE}*[),;:!?»”])`,
      'gu',
    ),
    '.',
  ],
  // « (cf annexe) » is a reference, « cf push » a command.
  [
    new RegExp(
      `(?<=(?:^|[(,;:.!?…–—\\n])${SPACE}?[cC]f)(?=${SPACE}(?:[\\d§«]|\\p{Ll}{1,5}['’. \\u00A0]|\\p{Ll}+[),.;]))`,
      'gu',
    ),
    '.',
  ],
  [/(?<=(?<![\p{L}\p{M}])p\.)(?=ex\.)/gu, '\u00A0'],
  // « M Durand » at the start of a sentence or after a function word; elsewhere « M » is a size.
  [
    new RegExp(
      `(?<=(?:^|[.!?…;:(«]${SPACE}?|,${SPACE}|(?<!\\p{L})(?:de|à|par|avec|et|que|chez|pour|selon|sauf|contre)${SPACE}))M(?=${SPACE}\\p{Lu}\\p{Ll}{2,}(?![\\p{L}\\d]))`,
      'gu',
    ),
    'M.',
  ],
  // « l’art 3 du code » is an article of law, « l’art 3 fois par an » is not.
  [
    new RegExp(
      `(?<=(?<!\\p{L})(?:[ld][’']|\\(|cf\\.?${SPACE}|[Vv]oir${SPACE})art)(?=${SPACE}\\d+(?![\\p{L}\\d])(?:$|${SPACE}?[,;:.)]|${SPACE}(?:du|de la|des|de l[’']|et \\d|à \\d|al\\.|alinéa)))`,
      'gu',
    ),
    '.',
  ],
  [
    new RegExp(
      `(?<=(?:\\(|(?:\\p{L}{3}|\\d{4}|[»”)*_])\\)?,${SPACE})p)(?=${SPACE}\\d+(?:[-–]\\d+)?(?:$|[,;.)]))`,
      'gu',
    ),
    '.',
  ],
  [new RegExp(`(?<=(?<![\\p{L}\\p{M}\\d_/.-])e)ct(?:\\.|(?=…|${SPACE}*[,;)]|$))`, 'gu'), 'tc.'],
]

// A title before a name. Not before « Ils » or « Nous »: in « C, D et M. Ils », the point ends a
// sentence.
const TITLE = new RegExp(
  `(?<=(?<![\\p{L}\\p{M}\\d.-])(?:MM?\\.|Mmes?|Mlles?|Dr|Pr))${SPACE}+(?!(?:Ils?|Elles?|On|Nous|Vous|Ce|Cette|Ces|Un|Une)(?!\\p{L}))(?=\\p{Lu})`,
  'gu',
)
// `M.Sc.` and `M.Phil.` are degrees, `M.Nom.pdf` is a file.
const GLUED_TITLE =
  /(?<=(?<![\p{L}\p{M}\d./@_-])(?:MM?|Dr|Pr)\.)(?=\p{Lu}\p{Ll}{2}(?!\p{Ll}*[.@/_]\p{L}))(?!(?:Arch|Div|Eng|Env|Fisc|Ing|Litt|Mus|Phil|Res|Serv|Stat|Urb)(?!\p{L}))/gu
// `P.12` is a code, `chap.3-intro` a name.
const GLUED_REFERENCE =
  /(?<=(?<![\p{L}\p{M}\d./@_-])(?:[aA]rt|pp?|[fF]ig|[cC]hap|[vV]ol)\.)(?=\d+(?![\d\p{L}/_@]|\.[\p{L}\d]|-\p{L}))/gu
// No space in a name such as `plan-N°5`.
const NUMBER_SIGN = new RegExp(
  `(?<=(?<![\\p{L}\\p{M}]|[\\p{L}\\d][-_/])[nN]°|§)${SPACE}*(?=\\d)`,
  'gu',
)
const REFERENCE = new RegExp(
  `(?<=(?<![\\p{L}\\p{M}])(?:art|pp?|fig|chap|vol)\\.)${SPACE}+(?=\\d)`,
  'giu',
)
const EXAMPLE = new RegExp(`(?<=(?<![\\p{L}\\p{M}])p\\.)${SPACE}+(?=ex\\.)`, 'gu')
const CENTURY = new RegExp(
  `(?<=(?<![\\p{L}\\p{M}\\d])[IVXL]{1,6}(?:[eᵉ]|\\uFFFCe\\uFFFC|\\^e\\^))${SPACE}+(?=siècles?(?![\\p{L}\\p{M}]))`,
  'gu',
)

/** Puts a no-break space in `M. Martin`, `n° 5`, `art. 3`, `p. ex.`, `M.Martin`, `art.3`. */
export function abbreviationSpaces(text: string, { accepted }: FrenchSpacing): Change[] {
  const expressions = [TITLE, GLUED_TITLE, NUMBER_SIGN, REFERENCE, GLUED_REFERENCE, EXAMPLE]
  return spaced(text, expressions, NO_BREAK, accepted)
}

/** Puts a no-break space in `XXe siècle`. */
export function centurySpaces(text: string, { accepted }: FrenchSpacing): Change[] {
  return spaced(text, [CENTURY], NO_BREAK, accepted)
}
