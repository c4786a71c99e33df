import { codeOf } from './code-of.ts'

/** The space of a text by its name, in both languages, for « espace ordinaire → espace fine insécable U+202F ». */
export function spaceName(code: string | undefined): { readonly fr: string; readonly en: string } {
  return NAMES[code ?? ''] ?? { fr: 'espace', en: 'space' }
}

/** The name in data of what stands between two words: `none`, `several`, or the code of a space. */
export function spaceCode(space: string): string {
  if (space === '') return 'none'
  if (space.length > 1) return 'several'
  return codeOf(space)
}

const NAMES: Readonly<Record<string, { readonly fr: string; readonly en: string } | undefined>> = {
  none: { fr: 'pas d’espace', en: 'no space' },
  several: { fr: 'plusieurs espaces', en: 'several spaces' },
  'U+0020': { fr: 'espace ordinaire', en: 'ordinary space' },
  'U+00A0': { fr: 'espace insécable U+00A0', en: 'no-break space U+00A0' },
  'U+2007': { fr: 'espace tabulaire U+2007', en: 'figure space U+2007' },
  'U+2009': { fr: 'espace fine sécable U+2009', en: 'thin space U+2009' },
  'U+202F': { fr: 'espace fine insécable U+202F', en: 'narrow no-break space U+202F' },
}
