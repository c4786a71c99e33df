import type { Language } from '@cahier/core'
import type { ParseArgsConfig } from 'node:util'

/** A sentence in both languages. */
export type Bilingual = Readonly<Record<Language, string>>

/** One verb. Its file is `commands/<verb>.ts`. */
export interface Command {
  /** What stands after the verb in a line of help, such as `[PATH…]`. */
  readonly usage: string
  readonly help: Bilingual
  readonly examples: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  /** Whether it can run where there is no programme. */
  readonly anywhere?: boolean
  readonly run: (invocation: Invocation) => ExitCode | Promise<ExitCode>
}

/** An option of a verb, as `node:util` reads it, and what `--help` says of it. */
export interface Option {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
  /** What stands after the option in help, such as `DAY`. */
  readonly value?: string
  readonly help: Bilingual
}

/** 0: nothing to say, or warnings only; 1: findings, a refused decision; 2: a wrong command. */
export type ExitCode = 0 | 1 | 2

/** All that a verb is given of the outside world. */
export interface Invocation {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>
  readonly language: Language
  /** Folder of the programme; where the command runs when the verb needs none. */
  readonly folder: string
  readonly cwd: string
  /** The day that counts, `YYYY-MM-DD`: `--date`, else `CAHIER_DATE`, else today in the manifest's time zone. */
  readonly day: () => string
  readonly print: (text: string) => void
  readonly printError: (text: string) => void
  readonly terminal: Terminal
}

export interface Terminal {
  /** Columns; 80 when the output is no terminal. */
  readonly width: number
  readonly colours: boolean
  /** Whether a progress line may be drawn on standard error. */
  readonly progress: boolean
}

export type ParseOptions = NonNullable<ParseArgsConfig['options']>
