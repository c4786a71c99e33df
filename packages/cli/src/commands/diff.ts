// `cahier diff`: shows what changed between two texts, in whole words.

import { basename } from 'node:path'
import { type DiffPiece, diffAsCriticMarkup, diffText, sentenceLines } from '@cahier/prose'
import { formatIn, formatOption } from '../arguments/format.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command } from '../command.ts'
import { readTextFile } from '../disk/files.ts'
import { diffInWords } from '../text/diff.ts'
import { diffAsHtml } from '../text/diff-as-html.ts'

const FORMATS = ['text', 'html', 'criticmarkup', 'json']

export const command: Command = {
  usage: { fr: 'ANCIEN NOUVEAU\n--sentences FICHIER', en: 'OLD NEW\n--sentences FILE' },
  help: {
    fr: 'Ce qui change d’un texte à un autre, par mots entiers : chaque passage tel qu’il était et tel qu’il est. En CriticMarkup, tout refuser rend l’ancien texte et tout accepter le nouveau, à l’octet près. Le code de sortie est 0, que les textes diffèrent ou non.',
    en: 'What changed from one text to another, in whole words: each passage as it was and as it is. In CriticMarkup, refusing everything gives back the old text and accepting everything gives the new one, byte for byte. The exit status is 0 whether the texts differ or not.',
  },
  examples: [
    { fr: 'cahier diff ancien.md nouveau.md', en: 'cahier diff old.md new.md' },
    {
      fr: 'cahier diff --format html ancien.md nouveau.md > comparaison.html',
      en: 'cahier diff --format html old.md new.md > comparison.html',
    },
  ],
  anywhere: true,
  options: {
    format: formatOption(FORMATS),
    sentences: {
      type: 'boolean',
      help: {
        fr: 'écrire un seul texte, une phrase par ligne : c’est ce que git compare une fois réglé par « cahier setup git »',
        en: 'print a single text, one sentence per line: this is what git compares once set up by “cahier setup git”',
      },
    },
  },
  run(invocation) {
    const { positionals, values, cwd, print, language } = invocation
    const [old, young, ...more] = positionals
    if (values.sentences === true) {
      if (old === undefined || young !== undefined)
        throw new UsageError(
          'cahier diff --sentences prend un fichier',
          'cahier diff --sentences takes one file',
        )
      process.stdout.write(sentenceLines(readTextFile(old, cwd)))
      return 0
    }
    if (old === undefined || young === undefined || more.length > 0)
      throw new UsageError(
        'cahier diff prend deux fichiers : ANCIEN NOUVEAU',
        'cahier diff takes two files: OLD NEW',
      )
    const format = formatIn(invocation, FORMATS)
    const pieces = diffText(readTextFile(old, cwd), readTextFile(young, cwd))
    // Control characters stay as they are: the output is for a program.
    if (format === 'criticmarkup') process.stdout.write(diffAsCriticMarkup(pieces))
    else if (format === 'json') print(`${JSON.stringify(changesIn(pieces), null, 2)}\n`)
    else if (format === 'html')
      print(diffAsHtml(pieces, language, `${basename(old)} → ${basename(young)}`))
    else print(diffInWords(pieces, invocation))
    return 0
  },
}

/**
 * Each change with its offsets in both texts (UTF-16 units) and its line in the old one
 * (schemas/report-diff.schema.json).
 */
function changesIn(pieces: readonly DiffPiece[]) {
  const changes: { line: number; oldStart: number; newStart: number; old: string; new: string }[] =
    []
  let [line, oldStart, newStart] = [1, 0, 0]
  for (const piece of pieces) {
    if (!piece.same) changes.push({ line, oldStart, newStart, old: piece.old, new: piece.new })
    line += piece.old.split('\n').length - 1
    oldStart += piece.old.length
    newStart += piece.new.length
  }
  return changes
}
