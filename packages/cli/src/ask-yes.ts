import { createInterface } from 'node:readline/promises'
import type { Language } from '@cahier/core'

/** Asks on the terminal whether to go on; `false` where nobody is there to answer. */
export async function askYes(language: Language): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false
  const answers = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await answers.question(QUESTION[language])
  answers.close()
  return /^\s*(?:o|oui|y|yes)\s*$/i.test(answer)
}

const QUESTION = {
  fr: 'Signer quand même\u202F? (oui/non) ',
  en: 'Sign all the same? (yes/no) ',
} as const
