import { matchesIn } from '../matches-in.ts'
import type { Change } from './change.ts'
import { type FrenchSpacing, NO_BREAK, SPACE, spaced } from './spaces.ts'

const LADY = new RegExp(`(?<=(?<![\\p{L}\\p{M}])(?:Mmes?|Mlles?))\\.(?=${SPACE}\\p{Lu})`, 'gu')
const GLUED_LADY =
  /(?<=(?<![\p{L}\p{M}./@_-])(?:Mmes?|Mlles?))\.(?=\p{Lu}\p{Ll}{2}(?!\p{Ll}*[.@/_]\p{L}))/gu
// Some names begin with the English title `Mr`.
const MISTER = new RegExp(
  `(?<![\\p{L}\\p{M}])Mr\\.?(?=(?:${SPACE}|(?<=\\.)(?=\\p{Lu}\\p{Ll}{2}))(?!Bean|Brown|Freeze|Hyde|Jekyll|Pink|President|Robot)\\p{Lu})`,
  'gu',
)
const NUMBER = new RegExp(
  `(?<=(?<![\\p{L}\\p{M}])[nN])(?<!\\p{Ll},?${SPACE}N)[º⁰](?=${SPACE}*\\d)`,
  'gu',
)
// At the start of a sentence or in a title in capitals, the capital stays.
const CAPITAL_NUMBER = new RegExp(`(?<=\\p{Ll},?${SPACE})N[°º⁰](?=${SPACE}*\\d)`, 'gu')
const THAT_IS =
  /(?<![\p{L}\p{M}])c(?:\.-?|-)[aà](?:\.-?|-)d\.?(?![\p{L}\p{M}])|(?<![\p{L}\p{M}])càd\.?(?![\p{L}\p{M}])/gu
// « etc » may also name a folder, before other words, or be a quoted word.
const ET_CETERA = new RegExp(
  `(?<=,${SPACE}*[Ee]tc)(?=$|[\\s),;:!?»”])(?!${SPACE}+(?:…|\\.\\.))|(?<=(?<![«“"])[\\s(][Ee]tc)(?=$|\\n|${SPACE}*[),;:!?»”])`,
  'gu',
)
const SPACED_NUMBER = new RegExp(`(?<=(?<![\\p{L}\\p{M}])[nN])${SPACE}°(?=${SPACE}*\\d)`, 'gu')
const MISTER_THE = new RegExp(`(?<![\\p{L}\\p{M}])Mr\\.?(?=${SPACE}le${SPACE}\\p{L})`, 'gu')
// « (cf annexe) » is a reference, « cf push » a command.
const CONFER = new RegExp(
  `(?<=(?:^|[(,;:.!?…–—\\n])${SPACE}?[cC]f)(?=${SPACE}(?:[\\d§«]|\\p{Ll}{1,5}['’. \\u00A0]|\\p{Ll}+[),.;]))`,
  'gu',
)
const GLUED_EXAMPLE = /(?<=(?<![\p{L}\p{M}])p\.)(?=ex\.)/gu
// « M Durand » at the start of a sentence or after a function word; elsewhere a size or a metro
// line.
const TITLE_WITHOUT_POINT = new RegExp(
  `(?<=(?:^|[.!?…;:(«]${SPACE}?|,${SPACE}|(?<!\\p{L})(?:de|à|par|avec|et|que|chez|pour|selon|sauf|contre)${SPACE}))M(?=${SPACE}\\p{Lu}\\p{Ll}{2,}(?![\\p{L}\\d]))`,
  'gu',
)
// « l’art 3 du code » is an article of law, « l’art 3 fois par an » is not.
const ARTICLE = new RegExp(
  `(?<=(?<!\\p{L})(?:[ld][’']|\\(|cf\\.?${SPACE}|[Vv]oir${SPACE})art)(?=${SPACE}\\d+(?![\\p{L}\\d])(?:$|${SPACE}?[,;:.)]|${SPACE}(?:du|de la|des|de l[’']|et \\d|à \\d|al\\.|alinéa)))`,
  'gu',
)
const PAGE = new RegExp(
  `(?<=(?:\\(|(?:\\p{L}{3}|\\d{4}|[»”)*_])\\)?,${SPACE})p)(?=${SPACE}\\d+(?:[-–]\\d+)?(?:$|[,;.)]))`,
  'gu',
)
// « ect. » for « etc. ».
const ECT = new RegExp(`(?<=(?<![\\p{L}\\p{M}\\d_/.-])e)ct(?:\\.|(?=…|${SPACE}*[,;)]|$))`, 'gu')

/** Corrects French abbreviations: `M.`, `Mme`, `n°`, `c.-à-d.`, `etc.`, `p. ex.`. */
export function abbreviationForms(text: string): Change[] {
  const changes: Change[] = []
  for (const [expression, meant] of forms())
    for (const { 0: written, index } of matchesIn(text, expression))
      if (written !== meant)
        changes.push({ start: index, end: index + written.length, text: meant })
  return changes.sort((a, b) => a.start - b.start)
}

const forms = (): readonly (readonly [RegExp, string])[] => [
  [LADY, ''],
  [GLUED_LADY, '\u00A0'],
  [MISTER, 'M.'],
  [MISTER_THE, 'M.'],
  [NUMBER, '°'],
  [SPACED_NUMBER, '°'],
  [CAPITAL_NUMBER, 'n°'],
  [THAT_IS, 'c.-à-d.'],
  [ET_CETERA, '.'],
  [CONFER, '.'],
  [GLUED_EXAMPLE, '\u00A0'],
  [TITLE_WITHOUT_POINT, 'M.'],
  [ARTICLE, '.'],
  [PAGE, '.'],
  [ECT, 'tc.'],
]

// In « C, D et M. Ils », the point ends a sentence.
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
// In a name, `plan-N°5` has no space.
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
  return [TITLE, GLUED_TITLE, NUMBER_SIGN, REFERENCE, GLUED_REFERENCE, EXAMPLE]
    .flatMap((expression) => spaced(text, expression, NO_BREAK, accepted))
    .sort((a, b) => a.start - b.start)
}

export function centurySpaces(text: string, { accepted }: FrenchSpacing): Change[] {
  return spaced(text, CENTURY, NO_BREAK, accepted)
}
