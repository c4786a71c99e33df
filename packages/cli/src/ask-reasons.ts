import { createInterface } from 'node:readline/promises'
import type { Language } from '@cahier/core'

/**
 * Asks on the terminal why, as many lines as one likes, up to an empty one; `''` where nobody is
 * there to answer.
 */
export async function askReasons(language: Language): Promise<string> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return ''
  const answers = createInterface({ input: process.stdin, output: process.stderr })
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

const QUESTION = {
  fr: 'Pourquoi ce changement\u202F? (une ligne vide pour finir)',
  en: 'Why this change? (an empty line to finish)',
} as const
