import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type DiffPiece, diffAsCriticMarkup, diffText } from '@cahier/prose'
import type { Command } from '../command.ts'
import { diffAsHtml } from '../diff-as-html.ts'
import { diffForReading } from '../diff-for-reading.ts'
import { formatIn, formatOption } from '../format-option.ts'
import { UsageError } from '../usage-error.ts'

const FORMATS = ['text', 'criticmarkup', 'json', 'html']

export const command: Command = {
  usage: { fr: 'ANCIEN NOUVEAU', en: 'OLD NEW' },
  help: {
    fr: 'Ce qui change d’un texte à un autre, par mots entiers : [-retiré-] {+ajouté+}. Le code de sortie est 0, que les textes diffèrent ou non.',
    en: 'What changed from one text to another, in whole words: [-taken out-] {+put in+}. The exit status is 0 whether the texts differ or not.',
  },
  examples: ['cahier diff ancien.md nouveau.md', 'cahier diff --format criticmarkup ancien.md nouveau.md'],
  anywhere: true,
  options: { format: formatOption(FORMATS) },
  run(invocation) {
    const { positionals, cwd, print, terminal } = invocation
    const [old, young, ...more] = positionals
    if (old === undefined || young === undefined || more.length > 0)
      throw new UsageError('cahier diff prend deux fichiers : ANCIEN NOUVEAU', 'cahier diff takes two files: OLD NEW')
    const format = formatIn(invocation, FORMATS)
    const pieces = diffText(textOf(old, cwd), textOf(young, cwd))
    // For a program, every byte counts: a control character stays what it is.
    if (format === 'criticmarkup') process.stdout.write(diffAsCriticMarkup(pieces))
    else if (format === 'json') print(`${JSON.stringify(changesIn(pieces), null, 2)}\n`)
    else if (format === 'html') print(diffAsHtml(pieces))
    else print(diffForReading(pieces, terminal))
    return 0
  },
}

function textOf(written: string, cwd: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(resolve(cwd, written)))
  } catch {
    throw new UsageError(`« ${written} » ne peut pas être lu comme du texte`, `“${written}” cannot be read as text`)
  }
}

/** Each change with its offset in both texts, in UTF-16 units, and its line in the old one. */
function changesIn(pieces: readonly DiffPiece[]) {
  const changes: { line: number; oldStart: number; newStart: number; old: string; new: string }[] = []
  let [line, oldStart, newStart] = [1, 0, 0]
  for (const piece of pieces) {
    if (!piece.same) changes.push({ line, oldStart, newStart, old: piece.old, new: piece.new })
    line += piece.old.split('\n').length - 1
    oldStart += piece.old.length
    newStart += piece.new.length
  }
  return changes
}
