import { type Language, typeset } from '@cahier/core'
import type { Command, Option } from '../command.ts'
import { COMMON, ownOptions } from '../common-options.ts'
import { GROUPS } from '../help.ts'
import { verbs } from '../verbs.ts'
import { VERSION } from '../version.ts'
import { ENVIRONMENT, MANUAL } from './manual-words.ts'

/** The manual page, in roff that groff and mandoc both read. */
export async function manualPage(language: Language): Promise<string> {
  const words = MANUAL[language]
  const bold = (word: string) => `\\fB${roff(word, language)}\\fP`
  const groups = await Promise.all(
    GROUPS.map(async ([group, title]) => {
      const own = await Promise.all(
        verbs
          .filter((verb) => verb.group === group)
          .map((verb) => aboutVerb(verb.name, verb.load, language)),
      )
      return [`.SH ${roff(title[language], language)}`, ...own.flat()]
    }),
  )
  return `${[
    `.TH CAHIER 1 "" "cahier ${VERSION}" "cahier"`,
    // Hyphens would be those of English.
    '.nh',
    '.ad l',
    `.SH ${roff(words.name, language)}`,
    `cahier \\- ${roff(words.tagline, language)}`,
    `.SH ${words.synopsis}`,
    `${bold('cahier')} \\fI${roff(words.command, language)}\\fP \\&...`,
    '.br',
    `${bold('cahier')} \\fI${roff(words.command, language)}\\fP ${bold('--help')}`,
    '.br',
    `${bold('cahier')} ${bold('--version')}`,
    '.SH DESCRIPTION',
    roff(words.description, language),
    `.SH OPTIONS`,
    roff(words.common, language),
    ...aboutOptions(COMMON, language),
    ...groups.flat(),
    `.SH ${roff(words.exit, language)}`,
    ...words.codes.flatMap(([code, said]) => ['.TP', bold(code), roff(said, language)]),
    `.SH ${roff(words.environment, language)}`,
    ...Object.entries(ENVIRONMENT).flatMap(([name, said]) => [
      '.TP',
      bold(name),
      roff(said[language], language),
    ]),
    `.SH ${roff(words.files, language)}`,
    '.TP',
    bold('programme.yaml'),
    roff(words.manifest, language),
  ].join('\n')}\n`
}

async function aboutVerb(
  name: string,
  load: () => Promise<{ readonly command: Command }>,
  language: Language,
): Promise<string[]> {
  const { command } = await load()
  const examples = command.examples.map((example) =>
    typeof example === 'string' ? example : example[language],
  )
  return [
    `.SS cahier ${name}`,
    ...command.usage[language]
      .split('\n')
      .flatMap((usage, at) => [
        ...(at > 0 ? ['.br'] : []),
        `\\fBcahier ${roff(name, language)}\\fP ${roff(usage, language)}`,
      ]),
    '.PP',
    roff(command.help[language], language),
    ...aboutOptions(ownOptions(command), language),
    '.PP',
    '.nf',
    ...examples.map((example) => `\\&    ${roff(example, language)}`),
    '.fi',
  ]
}

function aboutOptions(options: Readonly<Record<string, Option>>, language: Language): string[] {
  return Object.entries(options).flatMap(([name, { short, value = '', optional, help }]) => {
    const shown = roff(typeof value === 'object' ? value[language] : value, language)
    const head = `\\fB${short === undefined ? '' : `\\-${short}\\fP, \\fB`}${roff(`--${name}`, language)}\\fP`
    return [
      '.TP',
      `${head}${shown === '' ? '' : optional ? `[=\\fI${shown}\\fP]` : ` \\fI${shown}\\fP`}`,
      roff(help[language], language),
    ]
  })
}

// In ASCII, which every reader of manuals takes for what it is.
function roff(text: string, language: Language): string {
  return typeset(text, language)
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replace(/[\u00A0\u202F]/g, '\\~')
    .replace(
      /[^\n -~]/gu,
      (sign) => `\\[u${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replace(/^\./gm, '\\&.')
}
