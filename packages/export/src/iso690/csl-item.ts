import type { Json, Reference } from '@cahier/core'

/**
 * A CSL-JSON item as it stands in `sources.yaml`: nothing is sure to be there, nor to have the
 * right shape.
 */
export type CslItem = Reference['csl']

/** A person or a body. `literal` is a body, or a person whose name was not cut. */
export interface CslName {
  readonly family: string
  readonly given: string
  readonly literal: string
}

/** A variable of an item as text, numbers included; `''` when there is none. */
export function textOf(item: CslItem, variable: string): string {
  const value = item[variable]
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

/** The names of a role: `author`, `editor`, `translator`. A lone string is one body. */
export function namesOf(item: CslItem, role: string): readonly CslName[] {
  const value = item[role]
  if (typeof value === 'string')
    return value.trim() === '' ? [] : [{ family: '', given: '', literal: value.trim() }]
  if (!isList(value)) return []
  return value.map(nameOf).filter((name) => name.family !== '' || name.literal !== '')
}

function nameOf(value: Json): CslName {
  if (typeof value === 'string') return { family: '', given: '', literal: value.trim() }
  if (value === null || typeof value !== 'object' || isList(value))
    return { family: '', given: '', literal: '' }
  const item = value as CslItem
  const particle = textOf(item, 'non-dropping-particle')
  const given = [textOf(item, 'given'), textOf(item, 'dropping-particle')]
    .filter((part) => part !== '')
    .join(' ')
  const family = textOf(item, 'family')
  if (family === '') return { family: '', given: '', literal: textOf(item, 'literal') || given }
  return { family: particle === '' ? family : `${particle} ${family}`, given, literal: '' }
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}
