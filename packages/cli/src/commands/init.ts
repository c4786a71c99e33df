// `cahier init`: creates a programme.

import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { EMPTY_PLAN, slugOf } from '@cahier/core'
import { choiceOption, flag, onlyArgument, planOptions, valueOption } from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import { type Command, type Invocation, inBothLanguages } from '../command.ts'
import type { Wishes } from '../programme/init/new-programme.ts'
import {
  askerAtTerminal,
  askWishes,
  FIRST_RULES,
  firstRuleNamed,
  type GivenWishes,
} from '../programme/init/wishes.ts'
import { FORGE_ALIASES, FORGES } from '../setup/targets.ts'
import { shellWord } from '../terminal/shell-word.ts'
import { applyPlan } from '../writing/apply-plan.ts'

const LANGUAGES = ['fr', 'en'] as const

export const command: Command = {
  usage: 'DIR',
  help: {
    fr: 'Prêt à être modifié : deux propositions d’exemple, un collectif et sa position, une page pour qui veut contribuer, et un dépôt git quand git est là. Dans un terminal, demande ce que les options ne disent pas.',
    en: 'Ready to edit: two example proposals, one collective and its stance, a page for those who want to contribute, and a git repository where there is git. On a terminal, asks for what the options do not give.',
  },
  examples: [
    { fr: 'mon-programme', en: 'our-programme' },
    {
      fr: 'ville --title "Notre ville" --member "Les Prés" --member "La Rue" --rule consentement',
      en: 'town --title "Our town" --member "The Meadows" --member "The Street" --rule consent',
    },
  ],
  runsAnywhere: true,
  options: {
    title: valueOption('TITLE', 'le titre du programme', 'the title of the programme'),
    language: choiceOption(
      LANGUAGES,
      'la langue du programme (sinon, celle des messages)',
      'the language of the programme (default: that of the messages)',
      { francais: 'fr', french: 'fr', anglais: 'en', english: 'en' },
    ),
    member: valueOption(
      'NAME',
      'le nom d’un collectif membre ; autant de fois qu’il faut (sinon, un collectif d’exemple)',
      'the name of a member collective; as many times as needed (default: one collective, as an example)',
      { multiple: true },
    ),
    rule: valueOption(
      Object.keys(FIRST_RULES).join('|'),
      'la règle de décision (sinon, le consentement)',
      'the decision rule (default: consent)',
    ),
    forge: choiceOption(
      FORGES,
      'écrire aussi ce qui y fait relire chaque contribution',
      'also write the workflow that checks each contribution there',
      FORGE_ALIASES,
    ),
    'no-git': flag('ne pas en faire un dépôt git', 'do not make it a git repository'),
    ...planOptions,
  },
  async run(invocation) {
    const { values, cwd, day, language, say } = invocation
    const written = onlyArgument(invocation)
    const folder = resolve(cwd, written)
    if (isTaken(folder))
      throw new UsageError(
        `« ${written} » existe et n’est pas vide : rien n’est écrit`,
        `“${written}” exists and is not empty: nothing is written`,
      )
    const forge = FORGES.find((one) => one === values.forge)
    const wishes = await wishesOf(invocation)
    const { beginGit, newProgramme } = await import('../programme/init/new-programme.ts')
    const files = newProgramme(slugOf(basename(folder)) || 'programme', day(), wishes)
    const code = await applyPlan({ ...EMPTY_PLAN, files }, { ...invocation, folder })
    if (code !== 0 || values['dry-run'] === true) return code
    const words = WORDS[language]
    if (values['no-git'] !== true && beginGit(folder, wishes.language)) say(`${words.git}\n`)
    const forged =
      forge === undefined
        ? 0
        : await (await import('../setup/forge.ts')).forgeTarget(forge)({ ...invocation, folder })
    say(words.next(folder === resolve(cwd) ? '' : shellWord(written)))
    return forged
  },
}

async function wishesOf({ values, language }: Invocation): Promise<Wishes> {
  const { title, member, rule } = values
  const given: GivenWishes = {
    title: typeof title === 'string' ? title.trim() : undefined,
    language: LANGUAGES.find((one) => one === values.language),
    members: Array.isArray(member) ? member.map((name) => `${name}`.trim()) : undefined,
    rule: typeof rule === 'string' ? firstRuleNamed(rule) : undefined,
  }
  if (values['dry-run'] === true || !process.stdin.isTTY || !process.stderr.isTTY)
    return askWishes(given, language)
  const terminal = askerAtTerminal(language)
  try {
    return await askWishes(given, language, terminal.ask)
  } finally {
    terminal.close()
  }
}

function isTaken(folder: string) {
  return (
    existsSync(folder) &&
    (!statSync(folder).isDirectory() || readdirSync(folder).some((name) => !name.startsWith('.')))
  )
}

const WORDS = inBothLanguages(
  {
    git: 'git : ce dossier est un dépôt, où deux phrases changées par deux personnes se fondent d’elles-mêmes.',
    next: (folder: string) =>
      `\nPour commencer :\n${folder && `  cd ${folder}\n`}  cahier lint       relire les textes\n  cahier status     voir où en est chaque proposition\n  cahier publish    faire le site, l’EPUB et l’ODT\n`,
  },
  {
    git: 'git: this folder is a repository, where two sentences changed by two people merge by themselves.',
    next: (folder) =>
      `\nTo begin:\n${folder && `  cd ${folder}\n`}  cahier lint       check the texts\n  cahier status     see where each proposal stands\n  cahier publish    make the site, the EPUB and the ODT\n`,
  },
)
