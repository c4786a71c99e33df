import { splitFrontMatter } from '../markdown/front-matter.ts'
import { wordsOf } from './words-of.ts'

/**
 * Puts each sentence on its own line, to compare texts by lines. Front matter and code stay as they
 * are.
 */
export function sentenceLines(text: string): string {
  const { bodyStart } = splitFrontMatter(text)
  const parts = text
    .slice(bodyStart)
    .split(
      /((?<![^\n]) {0,3}(`{3,}(?!`)|~{3,}(?!~))[^\n]*\n[\s\S]*?(?<![^\n]) {0,3}\2[^\n]*(?:\n|$))/,
    )
  // `split` gives prose, code, and the fence captured in the code, in turns.
  const lines = parts.map((part, index) =>
    index % 3 === 0 ? inLines(part) : index % 3 === 1 ? part : '',
  )
  return text.slice(0, bodyStart) + lines.join('')
}

const CONFLICT = /^((?:<{7}|\|{7}|={7}|>{7})(?:[ \t][^\n]*)?(?:\n|$))/m

function inLines(text: string) {
  if (!/^<{7}[ \t]/m.test(text)) return sentencesInLines(text)
  return text
    .split(CONFLICT)
    .map((part, index) => (index % 2 === 0 ? sentencesInLines(part) : part))
    .join('')
}

function sentencesInLines(text: string) {
  let out = ''
  let sentence = -1
  let block = -1
  let isRow = false
  for (const word of wordsOf(text)) {
    const isNew = word.sentence !== sentence && !isRow
    out += word.block !== block ? word.gap : isNew ? '\n' : word.gap.replace(/\s*\n\s*/g, ' ')
    out += word.text
    if (word.block !== block) isRow = word.text === '|'
    sentence = word.sentence
    block = word.block
  }
  return out
}
