import type { Language, Programme, StanceKind } from '@cahier/core'
import { isolated } from '../direction.ts'
import { editionWords, type Words } from './labels.ts'

/** A member collective, and its stances (answers to proposals). */
export interface Member {
  readonly id: string
  readonly name: string
  readonly example: boolean
  /** By id of the measure (proposal). */
  readonly stances: Readonly<Record<string, MemberStance>>
  /** Ids of measures decided before the member joined or after it left. */
  readonly unasked: readonly string[]
}

export interface MemberStance {
  readonly stance: StanceKind
  readonly label: string
  readonly stale: boolean
  readonly date: string
}

/** Gives the printed name of a collective, else its id. `example` is true for a fictional one. */
export type Names = (collective: string) => { readonly name: string; readonly example: boolean }

export function memberNames(programme: Programme, text: (text: string) => string): Names {
  const named = new Map(
    programme.collectives.map(({ id, name, example }) => [id, { name: text(name) || id, example }]),
  )
  return (collective) => named.get(collective) ?? { name: collective, example: false }
}

/** A name, followed by « (exemple) » if the collective is fictional. */
export function nameAlone(name: string, example: boolean, words: Words): string {
  return example ? `${name} (${words.example})` : name
}

/** A name in a sentence. Adds « (exemple) » to a fictional name that does not contain the word. */
export function markedName({ name, example }: ReturnType<Names>, language: Language): string {
  const { example: word } = editionWords(language, false)
  const text = isolated(name)
  return example && !name.toLowerCase().includes(word) ? `${text} (${word})` : text
}
