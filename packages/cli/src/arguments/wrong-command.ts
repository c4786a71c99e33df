// Loaded only when a command is wrong.
import { nearest } from '@cahier/core/nearest'
import { slugOf } from '@cahier/core/slug-of'
import type { CommandEntry } from '../command.ts'
import { UsageError } from './usage-error.ts'

/** The error about an option that `parseArgs` refuses. */
export function wrongOption(
  name: string,
  error: NodeJS.ErrnoException,
  known: readonly string[],
): UsageError {
  const written = /'(-[^' ]*)/.exec(error.message)?.[1] ?? ''
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = nearest(written.replace(/^-+/, ''), known)
    return new UsageError(
      `« ${written} » n’est pas une option de « cahier ${name} »${near && ` : vouliez-vous --${near} ?`} (cahier ${name} --help)`,
      `“${written}” is not an option of “cahier ${name}”${near && `: did you mean --${near}?`} (cahier ${name} --help)`,
    )
  }
  if (error.message.includes('does not take an argument')) {
    return new UsageError(
      `l’option « ${written} » ne prend pas de valeur (cahier ${name} --help)`,
      `the option “${written}” takes no value (cahier ${name} --help)`,
    )
  }
  if (error.message.includes('ambiguous')) {
    return new UsageError(
      `il manque une valeur après « ${written} » ; si elle commence par un tiret, écrivez ${written}=VALEUR (cahier ${name} --help)`,
      `a value is missing after “${written}”; if it begins with a dash, write ${written}=VALUE (cahier ${name} --help)`,
    )
  }
  return new UsageError(
    `il manque une valeur après « ${written} » (cahier ${name} --help)`,
    `a value is missing after “${written}” (cahier ${name} --help)`,
  )
}

/** The error about an unknown command, with the nearest one. */
export function unknownCommand(name: string, table: readonly CommandEntry[]): UsageError {
  const near = nearCommand(name, table)
  return new UsageError(
    `« ${name} » n’est pas une commande${near && ` : vouliez-vous « cahier ${near} » ?`} (cahier --help les donne toutes)`,
    `“${name}” is not a command${near && `: did you mean “cahier ${near}”?`} (cahier --help lists them all)`,
  )
}

/** The command that a misspelt or French word means; `''` if none. */
function nearCommand(word: string, table: readonly CommandEntry[]): string {
  const near = nearest(word, [...table.map(({ name }) => name), 'help'])
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
