import type { ParseArgsConfig } from 'node:util'
import type { Language } from '@cahier/core'

/** A sentence in both languages. */
export type Bilingual = Readonly<Record<Language, string>>

/** One command. Its file is `commands/<name>.ts`. */
export interface Command {
  /**
   * What follows the name of the command in help, such as `[PATH…]`; one line for each way to call
   * it.
   */
  readonly usage: Bilingual
  readonly help: Bilingual
  /** A command that is the same in both languages is written once. */
  readonly examples: readonly (string | Bilingual)[]
  readonly options: Readonly<Record<string, Option>>
  /** Exit status of a wrong command, when it is not 2. */
  readonly wrong?: ExitCode
  /**
   * Whether it can run where there is no programme; a function of its options where that depends
   * on them.
   */
  readonly anywhere?: boolean | ((values: Invocation['values']) => boolean)
  /** The table of commands is for those that describe all others, such as `completion`. */
  readonly run: (
    invocation: Invocation,
    table: readonly CommandEntry[],
  ) => ExitCode | Promise<ExitCode>
}

/** The five groups of `--help`. */
export type CommandGroup = 'write' | 'check' | 'speak' | 'decide' | 'publish'

/** One line of the table of commands. */
export interface CommandEntry {
  readonly name: string
  readonly group: CommandGroup
  readonly summary: Bilingual
  readonly load: () => Promise<{ readonly command: Command }>
}

/** An option of a command, as `node:util` reads it, and its line of `--help`. */
export interface Option {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
  /** Whether its value may be left out (`--sign`, `--sign=KEY`), and is then `''`. */
  readonly optional?: boolean
  /** A one-letter short form. */
  readonly short?: string
  /** What follows the option in help, such as `DAY`. */
  readonly value?: string | Bilingual
  readonly help: Bilingual
}

/**
 * 0: nothing to report, or only warnings; 1: findings, or a refused decision; 2: a wrong command.
 * `merge-file` follows git instead: the number of conflicts up to 127, 129 for a wrong command,
 * 255 on error.
 */
export type ExitCode = number

/** All that a command is given of the outside world. */
export interface Invocation {
  readonly positionals: readonly string[]
  readonly values: Readonly<
    Record<string, string | boolean | readonly (string | boolean)[] | undefined>
  >
  readonly language: Language
  /** Folder of the programme; the working folder when the command needs no programme. */
  readonly folder: string
  readonly cwd: string
  /**
   * The day that counts, `YYYY-MM-DD`: `--date`, else `CAHIER_DATE`, else today in the manifest's
   * time zone.
   */
  readonly day: () => string
  /** Prints text unchanged: reports for programs, contents of files. */
  readonly print: (text: string) => void
  /** Prints sentences for people, with the typography of their language. */
  readonly say: (text: string) => void
  readonly sayError: (text: string) => void
  readonly terminal: Terminal
}

export interface Terminal {
  /** Columns; 80 when unknown. */
  readonly width: number
  /** Whether sentences are wrapped at that width. False in a log, where one finding is one line. */
  readonly wraps: boolean
  readonly colours: boolean
  /** Whether a progress line may be drawn on standard error. */
  readonly progress: boolean
  /** True with `--quiet`: nothing is printed when all is well. */
  readonly quiet?: boolean
}

export type ParseOptions = NonNullable<ParseArgsConfig['options']>
