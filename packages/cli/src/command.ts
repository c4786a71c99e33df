import type { Language } from '@cahier/core'

export type Bilingual = Readonly<Record<Language, string>>

/** The text in one language. In a plain string, only words such as `DAY` are translated. */
export function inLanguage(text: string | Bilingual, language: Language): string {
  if (typeof text !== 'string') return text[language]
  return language === 'en' ? text : text.replace(/[A-Z]+/g, (word) => FRENCH_VALUES[word] ?? word)
}

const FRENCH_VALUES: Readonly<Record<string, string>> = {
  ACCOUNT: 'COMPTE',
  ADDRESS: 'ADRESSE',
  ADDRESSEE: 'DESTINATAIRE',
  AMENDMENT: 'AMENDEMENT',
  AXIS: 'AXE',
  BUNDLE: 'ÉDITION',
  COLLECTIVE: 'COLLECTIF',
  CURRENT: 'NÔTRE',
  DAY: 'JOUR',
  DELEGATE: 'DÉLÉGUÉ',
  DIR: 'DOSSIER',
  EDITION: 'ÉDITION',
  FACILITATOR: 'ANIMATION',
  FILE: 'FICHIER',
  KEY: 'CLÉ',
  KIND: 'SORTE',
  MEMBER: 'MEMBRE',
  NAME: 'NOM',
  NEW: 'NOUVEAU',
  OLD: 'ANCIEN',
  OTHER: 'LEUR',
  PART: 'PARTIE',
  PATH: 'CHEMIN',
  PROPOSAL: 'PROPOSITION',
  RECIPIENT: 'DESTINATAIRE',
  REV: 'RÉVISION',
  RULE: 'RÈGLE',
  SCALE: 'ÉCHELLE',
  STATUS: 'STATUT',
  TEXT: 'TEXTE',
  TITLE: 'TITRE',
}

/** The words of a report, by language. The types check that no English word is missing. */
export function inBothLanguages<Words>(
  fr: Words,
  en: NoInfer<Words>,
): Readonly<Record<Language, Words>> {
  return { fr, en }
}

/** A command. Its file is `commands/<name>.ts`. */
export interface Command {
  /** The arguments, such as `[PATH…]`. One line for each way to call the command. */
  readonly usage: string | Bilingual
  readonly help: Bilingual
  /** Example arguments. Help replaces words such as `PROPOSAL` with sample ids. */
  readonly examples: readonly (string | Bilingual)[]
  readonly options: Readonly<Record<string, Option>>
  /** Exit status of a wrong command line; 2 by default. */
  readonly usageStatus?: ExitCode
  /** Whether the command runs outside a programme. This may depend on the options. */
  readonly runsAnywhere?: boolean | ((values: Invocation['values']) => boolean)
  /** `table` lists all commands: `cahier completion` describes them. */
  readonly run: (
    invocation: Invocation,
    table: readonly CommandEntry[],
  ) => ExitCode | Promise<ExitCode>
}

export type CommandGroup = 'write' | 'check' | 'speak' | 'decide' | 'publish'

export interface CommandEntry {
  readonly name: string
  readonly group: CommandGroup
  readonly summary: Bilingual
  readonly load: () => Promise<{ readonly command: Command }>
}

/** An option and its help. Without `value`, the option is a flag. */
export interface Option {
  /** The allowed values, checked before the command runs. The most usual value is first. */
  readonly choices?: readonly string[]
  /** For a wrong value, the choice that the error suggests. */
  readonly aliases?: Readonly<Record<string, string>>
  readonly multiple?: boolean
  /** True when the value may be absent: `--sign` gives `''`, `--sign=KEY` gives `KEY`. */
  readonly optional?: boolean
  readonly short?: string
  /** The name of the value in help, such as `DAY`. */
  readonly value?: string | Bilingual
  readonly help: Bilingual
}

/**
 * 0: success, perhaps with warnings. 1: errors, or a refused decision. 2: a wrong command line.
 * `merge-file` has the exit statuses of git.
 */
export type ExitCode = number

/** The input of a command, and its functions for output. */
export interface Invocation {
  readonly command: string
  readonly definition: Command
  readonly positionals: readonly string[]
  readonly values: Readonly<
    Record<string, string | boolean | readonly (string | boolean)[] | undefined>
  >
  readonly language: Language
  /** The programme folder; the working folder when there is no programme. */
  readonly folder: string
  readonly cwd: string
  /** The day of `--date`, else of `CAHIER_DATE`, else today in the programme's time zone. */
  readonly day: () => string
  /** Prints text without changing its typography: reports for programs, file contents. */
  readonly print: (text: string) => void
  /** Prints sentences for people, with the typography of their language. */
  readonly say: (text: string) => void
  readonly sayError: (text: string) => void
  readonly terminal: Terminal
}

export interface Terminal {
  /** Columns; 80 when unknown. */
  readonly width: number
  /** True when sentences are wrapped at `width`. False in a log. */
  readonly wraps: boolean
  readonly colours: boolean
  /** True when a progress line may be drawn on standard error. */
  readonly progress: boolean
  /** True with `--quiet`: nothing is printed when all is well. */
  readonly quiet?: boolean
}
