import { nearest } from '@cahier/core/nearest'
import { slugOf } from '@cahier/core/slug-of'
import type { CommandEntry, Option } from '../command.ts'
import { didYouMean, nearValue } from './did-you-mean.ts'
import { UsageError, wrongValue } from './usage-error.ts'

/** The error about an option that `parseArgs` refuses. */
export function wrongOption(
  name: string,
  error: NodeJS.ErrnoException,
  known: readonly string[],
): UsageError {
  const written = /'(-[^' ]*)/.exec(error.message)?.[1] ?? ''
  const seeHelp = (fr: string, en: string) =>
    new UsageError(`${fr} (cahier ${name} --help)`, `${en} (cahier ${name} --help)`)
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = nearest(written.replace(/^-+/, ''), known)
    return seeHelp(
      `« ${written} » n’est pas une option de « cahier ${name} »${near && ` : vouliez-vous --${near} ?`}`,
      `“${written}” is not an option of “cahier ${name}”${near && `: did you mean --${near}?`}`,
    )
  }
  if (error.message.includes('does not take an argument'))
    return seeHelp(
      `l’option « ${written} » ne prend pas de valeur`,
      `the option “${written}” takes no value`,
    )
  const isDash = error.message.includes('ambiguous')
  return seeHelp(
    `il manque une valeur après « ${written} »${isDash ? ` ; si elle commence par un tiret, écrivez ${written}=VALEUR` : ''}`,
    `a value is missing after “${written}”${isDash ? `; if it begins with a dash, write ${written}=VALUE` : ''}`,
  )
}

export function noSuchChoice(
  option: string,
  value: string,
  choices: readonly string[],
  aliases?: Option['aliases'],
): UsageError {
  const list = choices.join(', ')
  return wrongValue(
    option,
    value,
    { fr: list, en: list },
    didYouMean(nearValue(value, choices, aliases)),
  )
}

export function unknownCommand(name: string, table: readonly CommandEntry[]): UsageError {
  const near = nearCommand(name, table)
  return new UsageError(
    `« ${name} » n’est pas une commande${near && ` : vouliez-vous « cahier ${near} » ?`} (cahier --help les donne toutes)`,
    `“${name}” is not a command${near && `: did you mean “cahier ${near}”?`} (cahier --help lists them all)`,
  )
}

function nearCommand(word: string, table: readonly CommandEntry[]) {
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
