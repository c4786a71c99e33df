import { type Desk, desk } from './desk.ts'

export const GUICHET = 'axes/services/guichet.md'

/**
 * Marks of an amendment on the text of `guichet`, by its name: who brings it, and more of its head.
 */
export interface Wish {
  readonly by: string
  readonly marked: string
  readonly head?: string
}

/** A desk with amendments to `guichet`, each starting from the text it has. */
export function amendedDesk(wishes: Readonly<Record<string, Wish>>): Desk {
  const here = desk()
  for (const [id, wish] of Object.entries(wishes)) addWish(here, id, wish)
  return here
}

export function addWish(here: Desk, id: string, { by, marked, head = '' }: Wish): void {
  const base = here.cahier('digest', GUICHET, '--whole').out.trim()
  const text = `---\namends: guichet\nbase: ${base}\nby: ${by} # une note\ndate: 2025-02-20\n${head}---\n\n## Motifs\n\nPour tout le monde.\n\n## Texte\n\n${marked}\n`
  here.write(`amendments/guichet/${id}.md`, text)
}
