import type { Language } from '@cahier/core'
import type { PhrasingContent } from 'mdast'
import type { CslName } from './csl-item.ts'
import { TERMS } from './terms.ts'

/**
 * Full names: « IZOARD, Celia, BERNERS-LEE, M. et Techologie ». Organisations keep their spelling.
 */
export function fullNames(names: readonly CslName[], language: Language): PhrasingContent[] {
  const named = names.filter((name) => !isOthers(name))
  const written = named.map(
    (name) => name.literal || [name.family.toUpperCase(), name.given].filter(Boolean).join(', '),
  )
  return joined(written, named.length < names.length, language)
}

/** Family names for notes: one or two, else the first and *et al.* */
export function shortNames(names: readonly CslName[], language: Language): PhrasingContent[] {
  const named = names.filter((name) => !isOthers(name))
  const written = named.map((name) => name.literal || name.family.toUpperCase())
  const hasOthers = named.length > 2 || named.length < names.length
  return joined(written.slice(0, hasOthers ? 1 : 2), hasOthers, language)
}

function isOthers(name: CslName): boolean {
  return /^et al\.?$|^et alii$/i.test(name.literal)
}

function joined(
  names: readonly string[],
  hasOthers: boolean,
  language: Language,
): PhrasingContent[] {
  if (hasOthers)
    return [
      { type: 'text', value: `${names.join(', ')} ` },
      { type: 'emphasis', children: [{ type: 'text', value: 'et al.' }] },
    ]
  const listed = [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean)
  const value = listed.join(` ${TERMS[language].and} `)
  return names.length === 0 ? [] : [{ type: 'text', value }]
}
