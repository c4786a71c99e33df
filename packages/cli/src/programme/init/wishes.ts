import { createInterface } from 'node:readline/promises'
import { type Language, typeset } from '@cahier/core'
import { requireValueWithName, valueWithName } from '../../arguments/did-you-mean.ts'
import { UsageError } from '../../arguments/usage-error.ts'
import type { Bilingual } from '../../command.ts'
import type { Wishes } from './new-programme.ts'

/** Wishes (choices for a new programme) given as options. */
export type GivenWishes = { readonly [key in keyof Wishes]?: Wishes[key] | undefined }

/**
 * Asks for the missing wishes, in the language of the programme. An empty answer, or no `ask`,
 * means the default.
 */
export async function askWishes(
  given: GivenWishes,
  messages: Language,
  ask: (question: string) => Promise<string> = async () => '',
): Promise<Wishes> {
  const language =
    given.language ??
    (await until(LANGUAGE[messages], (answer) => valueWithName(answer || messages, LANGUAGES)))
  const words = WORDS[language]
  const title = given.title ?? (await ask(words.title)).trim()
  const members = given.members ?? namesIn(await ask(words.members))
  const rules = Object.values(FIRST_RULES).map(
    ({ [words.name]: name, means }, at) => `  ${at + 1}  ${name}${words.colon} ${means[language]}`,
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

/** Asks questions on the terminal. Throws if the user ends the input. */
export function askerAtTerminal(messages: Language) {
  const answers = createInterface({ input: process.stdin, output: process.stderr })
  // Lines typed ahead, or pasted, wait for their question.
  const lines = answers[Symbol.asyncIterator]()
  const ask = async (question: string): Promise<string> => {
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
    .filter(Boolean)
}

const LANGUAGES = { fr: { french: 'français' }, en: { french: 'english' } } as const

const LANGUAGE = {
  fr: 'Langue du programme, fr ou en (fr) : ',
  en: 'Language of the programme, fr or en (en): ',
} as const

const WORDS = {
  fr: {
    name: 'french',
    colon: ' :',
    title: 'Titre du programme (Notre programme) : ',
    members:
      'Collectifs membres, séparés par des points-virgules (aucun : un collectif d’exemple) : ',
    rules: 'Quand une proposition est-elle adoptée ?',
    rule: 'Votre règle, que l’on peut changer plus tard (1) : ',
  },
  en: {
    name: 'english',
    colon: ':',
    title: 'Title of the programme (Our programme): ',
    members: 'Member collectives, separated by semicolons (none: one collective, as an example): ',
    rules: 'When is a proposal adopted?',
    rule: 'Your rule, which can be changed later (1): ',
  },
} as const

interface FirstRule {
  readonly french: string
  readonly english: string
  readonly synonyms?: readonly string[]
  readonly means: Bilingual
  /** The rule in YAML. */
  readonly written: string
}

/** Decision rules for a new programme, by method. */
export const FIRST_RULES: Readonly<Record<string, FirstRule>> = {
  consent: {
    french: 'consentement',
    english: 'consent',
    means: {
      fr: 'deux tiers des membres ont répondu, et personne ne s’oppose',
      en: 'two thirds of the members have answered, and nobody objects',
    },
    written: '{method: consent, quorum: {at-least: 2/3}}',
  },
  'consensus-minus': {
    french: 'consensus moins un',
    english: 'consensus minus one',
    synonyms: ['consensus-minus-one'],
    means: {
      fr: 'deux tiers des membres ont répondu, et un seul au plus s’oppose',
      en: 'two thirds of the members have answered, and one at most objects',
    },
    written: '{method: consensus-minus, n: 1, quorum: {at-least: 2/3}}',
  },
  majority: {
    french: 'majorité',
    english: 'majority',
    means: {
      fr: 'la moitié des membres ont répondu, et plus sont pour que contre',
      en: 'half of the members have answered, and more are for than against',
    },
    written: '{method: majority, more-than: 1/2, of: expressed, quorum: {at-least: 1/2}}',
  },
  lazy: {
    french: 'accord tacite',
    english: 'lazy consensus',
    synonyms: ['lazy-consensus'],
    means: {
      fr: 'quinze jours ont passé sans que personne s’oppose',
      en: 'fifteen days have passed and nobody has objected',
    },
    written: '{method: lazy, days: 15, otherwise: {method: consent, quorum: {at-least: 2/3}}}',
  },
  rough: {
    french: 'consensus approximatif',
    english: 'rough consensus',
    synonyms: ['rough-consensus'],
    means: {
      fr: 'la plupart ont répondu, chaque objection a été traitée, et dix jours de plus ont passé',
      en: 'most have answered, each objection was dealt with, and ten more days have passed',
    },
    written:
      '{method: rough, final-period: 10, answered: {more-than: 1/2}, missing-at-most: 2, new-concern: restart}',
  },
}

/** The rule with that method, name or number (from 1). */
function firstRule(word: string): FirstRule | undefined {
  const method = valueWithName(word, FIRST_RULES) ?? Object.keys(FIRST_RULES)[Number(word) - 1]
  return FIRST_RULES[method ?? '']
}

/** The rule of `--rule`, in YAML. @throws {UsageError} when there is none. */
export function firstRuleNamed(word: string): string | undefined {
  return (firstRule(word) ?? FIRST_RULES[requireValueWithName(word, RULE, FIRST_RULES)])?.written
}

const RULE: Bilingual = {
  fr: 'une règle pour commencer (il y en a d’autres : voyez decision dans programme.yaml)',
  en: 'a rule to begin with (for others, see decision in programme.yaml)',
}
