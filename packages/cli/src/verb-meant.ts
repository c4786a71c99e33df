import { nearest } from '@cahier/core/nearest'
import { slugOf } from '@cahier/core/slug-of'
import { verbs } from './verbs.ts'

/**
 * The verb that was meant by a word that is none: one of nearly that name, or the one that a French
 * word stands for; `''` when none is.
 */
export function verbMeant(word: string): string {
  const near = nearest(word, [...verbs.map(({ name }) => name), 'help'])
  return near === '' ? (FRENCH.get(slugOf(word)) ?? '') : near
}

const FRENCH: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aide: 'help',
    nouveau: 'new',
    nouvelle: 'new',
    creer: 'new',
    amender: 'amend',
    amendements: 'amendments',
    importer: 'import',
    comparer: 'diff',
    relire: 'lint',
    corriger: 'lint',
    regles: 'rules',
    verifier: 'check',
    position: 'stance',
    etat: 'status',
    depuis: 'since',
    histoire: 'log',
    historique: 'log',
    ouvrir: 'open',
    clore: 'close',
    fermer: 'close',
    adopter: 'adopt',
    publier: 'publish',
    transmettre: 'transmit',
    servir: 'serve',
  }),
)
