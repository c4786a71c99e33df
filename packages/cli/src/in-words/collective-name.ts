import type { Language, Programme } from '@cahier/core'

/**
 * The name of a collective as it stands in a list, with the word that marks an example; its id
 * where the programme has no such collective.
 */
export function collectiveName({ collectives }: Programme, id: string, language: Language): string {
  const collective = collectives.find((one) => one.id === id)
  return collective === undefined
    ? id
    : `${collective.name}${collective.example ? EXAMPLE[language] : ''}`
}

const EXAMPLE = { fr: ' (exemple)', en: ' (example)' } as const
