import { type Language, typeset } from '@cahier/core'
import { COMMON, ownOptions } from '../arguments/options.ts'
import { type CommandEntry, inLanguage, type Option } from '../command.ts'

/** The commands and options that a shell can complete. */
export interface CompletionWords {
  readonly commands: readonly CommandWords[]
  /** The options of every command. */
  readonly common: readonly OptionWords[]
}

interface CommandWords {
  readonly name: string
  readonly summary: string
  /** Literal words of the usage line, such as `github` for `setup`. */
  readonly words: readonly string[]
  readonly options: readonly OptionWords[]
}

export interface OptionWords {
  readonly name: string
  readonly short: string
  readonly help: string
  /** Whether the next word is the value of the option. */
  readonly takesValue: boolean
  /** The possible values; empty when any text is allowed. */
  readonly values: readonly string[]
}

export async function completionWords(
  table: readonly CommandEntry[],
  language: Language,
): Promise<CompletionWords> {
  const inWords = (options: Readonly<Record<string, Option>>) =>
    Object.entries(options).map(([name, option]) => optionWords(name, option, language))
  const commands = table.map(async ({ name, summary, load }) => {
    const { command } = await load()
    return {
      name,
      summary: typeset(summary[language], language),
      words: spelledOut(inLanguage(command.usage, language)),
      options: inWords(ownOptions(command)),
    }
  })
  return { commands: await Promise.all(commands), common: inWords(COMMON) }
}

function optionWords(
  name: string,
  { short = '', help, value = '', optional }: Option,
  language: Language,
): OptionWords {
  const shown = inLanguage(value, language)
  return {
    name,
    short,
    help: typeset(help[language], language),
    takesValue: value !== '' && optional !== true,
    values: shown.includes('|') ? spelledOut(shown) : [],
  }
}

// The literal words of a usage line. Words in capitals are placeholders and left out.
function spelledOut(usage: string): readonly string[] {
  return [...new Set(usage.split(/[\s|[\]]+/).filter((word) => /^\p{Ll}[\p{Ll}-]*$/u.test(word)))]
}

export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
