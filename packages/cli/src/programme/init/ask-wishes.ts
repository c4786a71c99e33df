import { createInterface } from 'node:readline/promises'
import { type Language, typeset } from '@cahier/core'
import { UsageError } from '../../arguments/usage-error.ts'
import { FIRST_RULES, firstRule } from './first-rules.ts'
import type { Wishes } from './new-programme.ts'

export type Ask = (question: string) => Promise<string>

/** Wishes (choices for a new programme) given as options. */
export type GivenWishes = { readonly [key in keyof Wishes]?: Wishes[key] | undefined }

/**
 * Asks for the missing wishes, in the language of the programme. An empty answer means the default.
 */
export async function askWishes(given: GivenWishes, messages: Language, ask: Ask): Promise<Wishes> {
  const language =
    given.language ??
    (await until(LANGUAGE[messages], (answer) => LANGUAGES[answer.toLowerCase() || messages]))
  const words = WORDS[language]
  const title = given.title ?? (await ask(words.title)).trim()
  const members = given.members ?? namesIn(await ask(words.members))
  const rules = Object.values(FIRST_RULES).map(
    ({ name, means }, at) => `  ${at + 1}  ${name[language]}${words.colon} ${means[language]}`,
  )
  const rule =
    given.rule ??
    (await until(
      [words.rules, ...rules, words.rule].join('\n'),
      (answer) => firstRule(answer || '1')?.written,
    ))
  return { title, language, members, rule }

  async function until<T>(question: string, read: (answer: string) => T | undefined): Promise<T> {
    for (;;) {
      const found = read((await ask(question)).trim())
      if (found !== undefined) return found
    }
  }
}

export function wishesWithout(given: GivenWishes, messages: Language): Wishes {
  const {
    title = '',
    language = messages,
    members = [],
    rule = FIRST_RULES.consent?.written ?? '',
  } = given
  return { title, language, members, rule }
}

/** Asks questions on the terminal; `null` without a terminal. Throws if the user ends the input. */
export function askerAtTerminal(
  messages: Language,
): { readonly ask: Ask; readonly close: () => void } | null {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null
  const answers = createInterface({ input: process.stdin, output: process.stderr })
  // Lines typed ahead, or pasted, wait for their question.
  const lines = answers[Symbol.asyncIterator]()
  const ask = async (question: string) => {
    answers.setPrompt(typeset(question, messages))
    answers.prompt()
    const { value, done } = await lines.next()
    if (done === true) throw new UsageError('rien n’est écrit', 'nothing is written')
    return value
  }
  return { ask, close: () => answers.close() }
}

function namesIn(answer: string): readonly string[] {
  return answer
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

const LANGUAGES: Readonly<Record<string, Language>> = {
  fr: 'fr',
  français: 'fr',
  francais: 'fr',
  en: 'en',
  english: 'en',
}

const LANGUAGE = {
  fr: 'Langue du programme, fr ou en (fr) : ',
  en: 'Language of the programme, fr or en (en): ',
} as const

const WORDS = {
  fr: {
    colon: ' :',
    title: 'Titre du programme (Notre programme) : ',
    members:
      'Collectifs membres, séparés par des points-virgules (aucun : un collectif d’exemple) : ',
    rules: 'Quand une proposition est-elle adoptée ?',
    rule: 'Votre règle, que l’on peut changer plus tard (1) : ',
  },
  en: {
    colon: ':',
    title: 'Title of the programme (Our programme): ',
    members: 'Member collectives, separated by semicolons (none: one collective, as an example): ',
    rules: 'When is a proposal adopted?',
    rule: 'Your rule, which can be changed later (1): ',
  },
} as const
