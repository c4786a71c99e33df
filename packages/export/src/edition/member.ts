import type { Language, Programme, StanceKind } from '@cahier/core'
import { isolated } from '../direction.ts'
import { editionWords, type Words } from './words.ts'

export interface Member {
  readonly id: string
  readonly name: string
  readonly example: boolean
  /** Its stances, by measure id. */
  readonly stances: Readonly<Record<string, MemberStance>>
  /** Ids of measures decided before it joined or after it left. */
  readonly unasked: readonly string[]
}

export interface MemberStance {
  readonly stance: StanceKind
  readonly label: string
  readonly stale: boolean
  /** The day it was given, `YYYY-MM-DD`. */
  readonly date: string
}

/**
 * How a collective is named in print, and whether it is a fictional example; one that has no file
 * goes by its id.
 */
export type Names = (collective: string) => { readonly name: string; readonly example: boolean }

export function memberNames(programme: Programme, text: (text: string) => string): Names {
  const named = new Map(
    programme.collectives.map(({ id, name, example }) => [id, { name: text(name) || id, example }]),
  )
  return (collective) => named.get(collective) ?? { name: collective, example: false }
}

/** A name that stands by itself, marked where it is that of an example. */
export function nameAlone(name: string, example: boolean, words: Words): string {
  return example ? `${name} (${words.example})` : name
}

/** A name inside a sentence; one that says already that it is an example is not marked twice. */
export function markedName({ name, example }: ReturnType<Names>, language: Language): string {
  const { example: word } = editionWords(language, false)
  const said = isolated(name)
  return example && !name.toLowerCase().includes(word) ? `${said} (${word})` : said
}
