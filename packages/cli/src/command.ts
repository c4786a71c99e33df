import type { ParseArgsConfig } from 'node:util'
import type { Language } from '@cahier/core'

/** A sentence in both languages. */
export type Bilingual = Readonly<Record<Language, string>>

/** A command. Its file is `commands/<name>.ts`. */
export interface Command {
  /**
   * The arguments, as `--help` shows them: `[PATH…]`. One line for each way to call the command.
   */
  readonly usage: Bilingual
  readonly help: Bilingual
  /** Command lines; a plain string when it is the same in both languages. */
  readonly examples: readonly (string | Bilingual)[]
  readonly options: Readonly<Record<string, Option>>
  /** Exit status when the command line is wrong; 2 by default. */
  readonly wrong?: ExitCode
  /** Whether the command runs without a programme; a function when its options decide. */
  readonly anywhere?: boolean | ((values: Invocation['values']) => boolean)
  /** `table` lists all commands, for those that describe them, such as `completion`. */
  readonly run: (
    invocation: Invocation,
    table: readonly CommandEntry[],
  ) => ExitCode | Promise<ExitCode>
}

export type CommandGroup = 'write' | 'check' | 'speak' | 'decide' | 'publish'

/** A command in the table of commands. */
export interface CommandEntry {
  readonly name: string
  readonly group: CommandGroup
  readonly summary: Bilingual
  readonly load: () => Promise<{ readonly command: Command }>
}

/** An option: what `parseArgs` of `node:util` needs, and its help. */
export interface Option {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
  /** Whether the value may be absent (`--sign`, `--sign=KEY`); it is then `''`. */
  readonly optional?: boolean
  readonly short?: string
  /** The name of the value in help, such as `DAY`. */
  readonly value?: string | Bilingual
  readonly help: Bilingual
}

/**
 * 0: nothing to report, or only warnings; 1: findings, or a refused decision; 2: a wrong command.
 * `merge-file` follows git: the number of conflicts up to 127, 129 for a wrong command, 255 on
 * error.
 */
export type ExitCode = number

/** What a command receives. */
export interface Invocation {
  readonly positionals: readonly string[]
  readonly values: Readonly<
    Record<string, string | boolean | readonly (string | boolean)[] | undefined>
  >
  readonly language: Language
  /** The programme folder; the working folder when there is no programme. */
  readonly folder: string
  readonly cwd: string
  /**
   * The day of the run, `YYYY-MM-DD`: `--date`, else `CAHIER_DATE`, else today in the time zone of
   * the manifest.
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
  /** Whether sentences are wrapped at that width. False in a log. */
  readonly wraps: boolean
  readonly colours: boolean
  /** Whether a progress line may be drawn on standard error. */
  readonly progress: boolean
  /** True with `--quiet`: nothing is printed when all is well. */
  readonly quiet?: boolean
}

export type ParseOptions = NonNullable<ParseArgsConfig['options']>
