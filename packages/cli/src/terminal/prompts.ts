import { createInterface } from 'node:readline/promises'
import type { Language } from '@cahier/core'

/** Asks on the terminal why a change is made; an empty line ends. `''` without a terminal. */
export async function askReasons(language: Language): Promise<string> {
  const answers = prompt()
  if (answers === null) return ''
  process.stderr.write(`${QUESTION[language]}\n`)
  const lines: string[] = []
  for (;;) {
    const line = await answers.question('> ')
    if (line.trim() === '') break
    lines.push(line.trim())
  }
  answers.close()
  return lines.join('\n')
}

function prompt() {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null
  return createInterface({ input: process.stdin, output: process.stderr })
}

const QUESTION = {
  fr: 'Pourquoi ce changement\u202F? (une ligne vide pour finir)',
  en: 'Why this change? (an empty line to finish)',
} as const

/** Asks on the terminal whether to sign despite a warning; false without a terminal. */
export async function confirmSigning(language: Language): Promise<boolean> {
  const answers = prompt()
  if (answers === null) return false
  const answer = await answers.question(SIGN_QUESTION[language])
  answers.close()
  return /^\s*(?:o|oui|y|yes)\s*$/i.test(answer)
}

const SIGN_QUESTION = {
  fr: 'Signer quand même\u202F? (oui/non) ',
  en: 'Sign all the same? (yes/no) ',
} as const
