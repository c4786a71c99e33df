import { codeOf } from './code-of.ts'

/**
 * What to do for a space to be there, or none, in both languages: « mettez une espace insécable ».
 */
export function spaceOrder(code: string | undefined): { readonly fr: string; readonly en: string } {
  return ORDERS[code ?? ''] ?? { fr: 'mettez une espace', en: 'put a space' }
}

/** The name in data of what is to stand between two words: `none`, or the code of a space. */
export function spaceCode(space: string): string {
  return space === '' ? 'none' : codeOf(space)
}

const ORDERS: Readonly<Record<string, { readonly fr: string; readonly en: string } | undefined>> = {
  none: { fr: 'enlevez l’espace', en: 'remove the space' },
  'U+0020': { fr: 'mettez une espace ordinaire', en: 'put an ordinary space' },
  'U+00A0': { fr: 'mettez une espace insécable', en: 'put a no-break space' },
  'U+202F': { fr: 'mettez une espace fine insécable', en: 'put a narrow no-break space' },
}
