import type { Programme } from '@cahier/core'

/** How a collective is named in print, and whether it is a fictional example; one that has no file goes by its id. */
export type Names = (collective: string) => { readonly name: string; readonly example: boolean }

export function memberNames(programme: Programme, text: (text: string) => string): Names {
  const named = new Map(programme.collectives.map(({ id, name, example }) => [id, { name: text(name) || id, example }]))
  return (collective) => named.get(collective) ?? { name: collective, example: false }
}
