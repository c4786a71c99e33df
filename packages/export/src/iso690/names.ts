import type { Language } from '@cahier/core'
import type { PhrasingContent } from 'mdast'
import type { CslName } from './csl-item.ts'
import { TERMS } from './terms.ts'

/** Full names: « IZOARD, Celia, BERNERS-LEE, M. et Techologie ». Bodies keep their own spelling. */
export function fullNames(names: readonly CslName[], language: Language): PhrasingContent[] {
  return joined(
    names,
    (name) =>
      name.literal !== ''
        ? name.literal
        : [name.family.toUpperCase(), name.given].filter((part) => part !== '').join(', '),
    language,
  )
}

/** Family names for notes; the first one and *et al.* when there are more than two. */
export function shortNames(names: readonly CslName[], language: Language): PhrasingContent[] {
  const short = (name: CslName) => (name.literal !== '' ? name.literal : name.family.toUpperCase())
  const named = names.filter((name) => !isOthers(name))
  return named.length > 2 || named.length < names.length
    ? joined([...named.slice(0, 1), OTHERS], short, language)
    : joined(named, short, language)
}

const OTHERS: CslName = { family: '', given: '', literal: 'et al.' }

function isOthers(name: CslName): boolean {
  return /^et al\.?$|^et alii$/i.test(name.literal)
}

function joined(
  names: readonly CslName[],
  write: (name: CslName) => string,
  language: Language,
): PhrasingContent[] {
  const named = names.filter((name) => !isOthers(name)).map(write)
  const others = named.length < names.length
  const last = others || named.length < 2 ? '' : ` ${TERMS[language].and} ${named.pop()}`
  const text: PhrasingContent = {
    type: 'text',
    value: named.join(', ') + last + (others ? ' ' : ''),
  }
  return others
    ? [text, { type: 'emphasis', children: [{ type: 'text', value: 'et al.' }] }]
    : named.length === 0
      ? []
      : [text]
}
