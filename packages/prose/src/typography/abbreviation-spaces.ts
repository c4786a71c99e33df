import type { Change } from './change.ts'
import type { FrenchHouse } from './french-house.ts'
import { NO_BREAK, SPACE, spaced } from './spaces.ts'

// « C, D et M. Ils » ends a sentence.
const TITLE = new RegExp(
  `(?<=(?<![\\p{L}\\p{M}\\d.-])(?:MM?\\.|Mmes?|Mlles?|Dr|Pr))${SPACE}+(?!(?:Ils?|Elles?|On|Nous|Vous|Ce|Cette|Ces|Un|Une)(?!\\p{L}))(?=\\p{Lu})`,
  'gu',
)
// `M.Sc.` and `M.Phil.` are degrees, `M.Nom.pdf` a file.
const GLUED_TITLE =
  /(?<=(?<![\p{L}\p{M}\d./@_-])(?:MM?|Dr|Pr)\.)(?=\p{Lu}\p{Ll}{2}(?!\p{Ll}*[.@/_]\p{L}))(?!(?:Arch|Div|Eng|Env|Fisc|Ing|Litt|Mus|Phil|Res|Serv|Stat|Urb)(?!\p{L}))/gu
// `P.12` is a code, `chap.3-intro` a name.
const GLUED_REFERENCE =
  /(?<=(?<![\p{L}\p{M}\d./@_-])(?:[aA]rt|pp?|[fF]ig|[cC]hap|[vV]ol)\.)(?=\d+(?![\d\p{L}/_@]|\.[\p{L}\d]|-\p{L}))/gu
// In a name, `plan-N°5`, it stays.
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

/**
 * U+00A0 where a line must not end: `M. Martin`, `n° 5`, `art. 3`, `p. ex.`; put where it is
 * missing: `M.Martin`, `art.3`.
 */
export function abbreviationSpaces(text: string, { accepted }: FrenchHouse): Change[] {
  return [TITLE, GLUED_TITLE, NUMBER_SIGN, REFERENCE, GLUED_REFERENCE, EXAMPLE]
    .flatMap((expression) => spaced(text, expression, NO_BREAK, accepted))
    .sort((a, b) => a.start - b.start)
}

/** U+00A0 in `XXe siècle`. */
export function centurySpaces(text: string, { accepted }: FrenchHouse): Change[] {
  return spaced(text, CENTURY, NO_BREAK, accepted)
}
