import type { Language } from '@cahier/core'

/** A sentence in both languages. */
export type Bilingual = Readonly<Record<Language, string>>

/** A text in one language; a plain string is the same in both. */
export function inLanguage(text: string | Bilingual, language: Language): string {
  return typeof text === 'string' ? text : text[language]
}

/** The words of a report. Types ask for the same in English as in French. */
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
  readonly examples: readonly (string | Bilingual)[]
  readonly options: Readonly<Record<string, Option>>
  /** Exit status of a wrong command line; 2 by default. */
  readonly usageStatus?: ExitCode
  /** Whether the command needs no programme; a function when its options decide. */
  readonly runsAnywhere?: boolean | ((values: Invocation['values']) => boolean)
  /** `table`: all commands, for those that describe them. */
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

/** An option and its help. It takes a value when `value` names one. */
export interface Option {
  /** The possible values, checked before the command runs; the usual one first. */
  readonly choices?: readonly string[]
  /** Refused words that lead to the suggestion of a choice. */
  readonly aliases?: Readonly<Record<string, string>>
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
  readonly command: string
  readonly positionals: readonly string[]
  readonly values: Readonly<
    Record<string, string | boolean | readonly (string | boolean)[] | undefined>
  >
  readonly language: Language
  /** The programme folder; the working folder when there is no programme. */
  readonly folder: string
  readonly cwd: string
  /** The day of the run: `--date`, else `CAHIER_DATE`, else today where the programme is. */
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
