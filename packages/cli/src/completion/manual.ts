import { type Language, typeset } from '@cahier/core'
import { COMMON, ownOptions } from '../arguments/options.ts'
import { type Bilingual, type CommandEntry, inLanguage, type Option } from '../command.ts'
import { aboutCommand, examplesOf, GROUPS, HELP_WORDS } from '../help.ts'
import { VERSION } from '../version.ts'

/** The manual page of cahier, as roff source for groff and mandoc. */
export async function manualPage(
  table: readonly CommandEntry[],
  language: Language,
): Promise<string> {
  const words = { ...HELP_WORDS[language], ...MANUAL[language] }
  const shown = (text: string) => roff(text, language)
  const bold = (word: string) => `\\fB${shown(word)}\\fP`
  const command = `\\fI${shown(words.command)}\\fP`
  const entry = (head: string, text: string) => ['.TP', bold(head), shown(text)]
  const groups = await Promise.all(
    GROUPS.map(async ([group, title]) => {
      const entries = table.filter((one) => one.group === group)
      const own = await Promise.all(entries.map((one) => section(one, language)))
      return [`.SH ${shown(title[language])}`, ...own.flat()]
    }),
  )
  const lines = [
    `.TH CAHIER 1 "" "cahier ${VERSION}" "cahier"`,
    // No hyphenation: it would follow English rules.
    '.nh',
    '.ad l',
    `.SH ${shown(words.name)}`,
    `cahier \\- ${shown(words.tagline)}`,
    '.SH SYNOPSIS',
    `${bold('cahier')} ${command} \\&...`,
    '.br',
    `${bold('cahier')} ${command} ${bold('--help')}`,
    '.br',
    `${bold('cahier')} ${bold('--version')}`,
    '.SH DESCRIPTION',
    shown(`${words.description} ${words.first}`),
    '.SH OPTIONS',
    shown(words.common),
    ...aboutOptions(COMMON, language),
    ...groups.flat(),
    `.SH ${shown(words.exit)}`,
    ...words.codes.flatMap(([code, text]) => entry(code, text)),
    `.SH ${shown(words.environment)}`,
    ...Object.entries(ENVIRONMENT).flatMap(([name, text]) => entry(name, text[language])),
    `.SH ${shown(words.files)}`,
    ...entry('programme.yaml', words.manifest),
  ]
  return `${lines.join('\n')}\n`
}

async function section(entry: CommandEntry, language: Language) {
  const { name, load } = entry
  const { command } = await load()
  return [
    `.SS cahier ${name}`,
    ...inLanguage(command.usage, language)
      .split('\n')
      .flatMap((usage, at) => [
        ...(at > 0 ? ['.br'] : []),
        `\\fBcahier ${roff(name, language)}\\fP ${roff(usage, language)}`,
      ]),
    '.PP',
    roff(aboutCommand(entry, command, language), language),
    ...aboutOptions(ownOptions(command), language),
    '.PP',
    '.nf',
    ...examplesOf(name, command, language).map((example) => `\\&    ${roff(example, language)}`),
    '.fi',
  ]
}

function aboutOptions(options: Readonly<Record<string, Option>>, language: Language): string[] {
  return Object.entries(options).flatMap(([name, { short, value = '', optional, help }]) => {
    const shown = roff(inLanguage(value, language), language)
    const head = `\\fB${short === undefined ? '' : `\\-${short}\\fP, \\fB`}${roff(`--${name}`, language)}\\fP`
    return [
      '.TP',
      `${head}${shown === '' ? '' : optional ? `[=\\fI${shown}\\fP]` : ` \\fI${shown}\\fP`}`,
      roff(help[language], language),
    ]
  })
}

// Old `man` programs need escapes for characters outside ASCII too.
function roff(text: string, language: Language) {
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

const MANUAL = {
  fr: {
    name: 'NOM',
    description:
      'Un programme est un dossier de Markdown et de YAML. Avec cahier, une association l’écrit à plusieurs : relire les textes, prendre position, suivre les accords, publier.',
    common: 'Toutes les commandes les comprennent.',
    exit: 'CODE DE RETOUR',
    codes: [
      ['0', 'rien à signaler, ou des avertissements seulement'],
      ['1', 'des erreurs, ou une décision refusée'],
      ['2', 'une commande mal écrite'],
    ],
    environment: 'ENVIRONNEMENT',
    files: 'FICHIERS',
    manifest:
      'Ce qui vaut pour tout le programme : son titre, ses horizons, sa règle de décision. Son dossier est celui du programme.',
  },
  en: {
    name: 'NAME',
    description:
      'A programme is a folder of Markdown and YAML. With cahier, an association writes it together: check the texts, take a stance, see where agreement stands, publish.',
    common: 'Every command understands these.',
    exit: 'EXIT STATUS',
    codes: [
      ['0', 'nothing to say, or warnings only'],
      ['1', 'errors, or a decision refused'],
      ['2', 'a wrong command'],
    ],
    environment: 'ENVIRONMENT',
    files: 'FILES',
    manifest:
      'What holds for the whole programme: its title, its horizons, its decision rule. The folder it is in is the programme’s.',
  },
} as const

const ENVIRONMENT: Readonly<Record<string, Bilingual>> = {
  CAHIER_LANG: {
    fr: 'La langue des messages, fr ou en.',
    en: 'The language of the messages, fr or en.',
  },
  CAHIER_DATE: { fr: 'Le jour qui compte, comme --date.', en: 'The day that counts, like --date.' },
  CAHIER_CACHE: {
    fr: 'Le dossier du cache des relectures.',
    en: 'The folder of the linter’s cache.',
  },
  FORCE_COLOR: {
    fr: 'Des couleurs, même hors d’un terminal.',
    en: 'Colours, even where there is no terminal.',
  },
  NO_COLOR: {
    fr: 'Pas de couleurs, même dans un terminal et avec FORCE_COLOR.',
    en: 'No colours, even on a terminal and with FORCE_COLOR.',
  },
}
