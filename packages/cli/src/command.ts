import type { ParseArgsConfig } from 'node:util'
import type { Language } from '@cahier/core'

/** A sentence in both languages. */
export type Bilingual = Readonly<Record<Language, string>>

/** One verb. Its file is `commands/<verb>.ts`. */
export interface Command {
  /**
   * What stands after the verb in a line of help, such as `[PATH…]`; several lines when there are
   * several ways to call it.
   */
  readonly usage: Bilingual
  readonly help: Bilingual
  /** A command that is the same in both languages is written once. */
  readonly examples: readonly (string | Bilingual)[]
  readonly options: Readonly<Record<string, Option>>
  /** Exit status of a wrong command, when it is not 2. */
  readonly wrong?: ExitCode
  /**
   * Whether it can run where there is no programme; for a verb that sometimes can, told from its
   * options.
   */
  readonly anywhere?: boolean | ((values: Invocation['values']) => boolean)
  readonly run: (invocation: Invocation) => ExitCode | Promise<ExitCode>
}

/** An option of a verb, as `node:util` reads it, and what `--help` says of it. */
export interface Option {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
  /** Whether its value may be left out, and is then `''`: `--sign`, `--sign=KEY`. */
  readonly optional?: boolean
  /** One letter that stands for it, as git has them. */
  readonly short?: string
  /** What stands after the option in help, such as `DAY`. */
  readonly value?: string | Bilingual
  readonly help: Bilingual
}

/**
 * 0: nothing to say, or warnings only; 1: findings, a refused decision; 2: a wrong command.
 * `merge-file` alone counts conflicts, up to 127, and says 255 for trouble and 129 for a wrong
 * command, as git does.
 */
export type ExitCode = number

/** All that a verb is given of the outside world. */
export interface Invocation {
  readonly positionals: readonly string[]
  readonly values: Readonly<
    Record<string, string | boolean | readonly (string | boolean)[] | undefined>
  >
  readonly language: Language
  /** Folder of the programme; where the command runs when the verb needs none. */
  readonly folder: string
  readonly cwd: string
  /**
   * The day that counts, `YYYY-MM-DD`: `--date`, else `CAHIER_DATE`, else today in the manifest's
   * time zone.
   */
  readonly day: () => string
  /** Prints as it is: reports for programs, contents of files. */
  readonly print: (text: string) => void
  /** Prints sentences for people, with the typography of their language. */
  readonly say: (text: string) => void
  readonly sayError: (text: string) => void
  readonly terminal: Terminal
}

export interface Terminal {
  /** Columns; 80 when nothing tells. */
  readonly width: number
  /** Whether sentences are cut at that width: not in a log, where one finding is one line. */
  readonly wraps: boolean
  readonly colours: boolean
  /** Whether a progress line may be drawn on standard error. */
  readonly progress: boolean
  /** Whether what is well goes unsaid. */
  readonly quiet?: boolean
}

export type ParseOptions = NonNullable<ParseArgsConfig['options']>
