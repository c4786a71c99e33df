// `cahier diff`: shows what changed between two texts, in whole words.

import { basename } from 'node:path'
import type { Language } from '@cahier/core'
import { type DiffPiece, diffAsCriticMarkup, diffText, sentenceLines } from '@cahier/prose'
import { flag, formatOption, onlyArgument, wrongArguments } from '../arguments/options.ts'
import type { Command } from '../command.ts'
import { readTextFile } from '../disk/files.ts'
import { diffInWords } from '../text/diff.ts'

export const command: Command = {
  usage: 'OLD NEW\n--sentences FILE',
  help: {
    fr: 'Chaque passage tel qu’il était et tel qu’il est. En CriticMarkup, tout refuser rend l’ancien texte et tout accepter le nouveau, à l’octet près. Le code de sortie est toujours 0.',
    en: 'Each passage as it was and as it is. In CriticMarkup, refusing everything gives back the old text and accepting everything gives the new one, byte for byte. The exit status is always 0.',
  },
  examples: [
    { fr: 'ancien.md nouveau.md', en: 'old.md new.md' },
    {
      fr: '--format html ancien.md nouveau.md > comparaison.html',
      en: '--format html old.md new.md > comparison.html',
    },
  ],
  runsAnywhere: true,
  options: {
    format: formatOption(['text', 'html', 'criticmarkup', 'json']),
    sentences: flag(
      'écrire un seul texte, une phrase par ligne : c’est ce que git compare une fois réglé par « cahier setup git »',
      'print a single text, one sentence per line: this is what git compares once set up by “cahier setup git”',
    ),
  },
  run(invocation) {
    const { positionals, values, cwd, print, language } = invocation
    // Git reads this output. `print` would escape control characters.
    if (values.sentences === true) {
      process.stdout.write(sentenceLines(readTextFile(onlyArgument(invocation), cwd)))
      return 0
    }
    const [old, young, ...more] = positionals
    if (old === undefined || young === undefined || more.length > 0)
      throw wrongArguments(invocation)
    const pieces = diffText(readTextFile(old, cwd), readTextFile(young, cwd))
    if (values.format === 'criticmarkup') process.stdout.write(diffAsCriticMarkup(pieces))
    else if (values.format === 'json') print(`${JSON.stringify(changesIn(pieces), null, 2)}\n`)
    else if (values.format === 'html')
      print(diffAsHtml(pieces, language, `${basename(old)} → ${basename(young)}`))
    else print(diffInWords(pieces, invocation))
    return 0
  },
}

/** The JSON report (schemas/report-diff.schema.json). Offsets are in UTF-16 units. */
function changesIn(pieces: readonly DiffPiece[]) {
  let [line, oldStart, newStart] = [1, 0, 0]
  return pieces.flatMap(({ same, old, new: young }) => {
    const change = { line, oldStart, newStart, old, new: young }
    line += old.split('\n').length - 1
    oldStart += old.length
    newStart += young.length
    return same ? [] : [change]
  })
}

function diffAsHtml(pieces: readonly DiffPiece[], language: Language, title: string): string {
  const inner = pieces.map((piece) =>
    piece.same ? escaped(piece.old) : tagged('del', piece.old) + tagged('ins', piece.new),
  )
  const { legend, gone, come } = WORDS[language]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
body { margin: 2rem auto; max-width: 42rem; padding: 0 1rem; font: 1.1rem/1.5 Georgia, serif; color: #111; background: #fff; }
main { white-space: pre-wrap; overflow-wrap: anywhere; }
del { color: #8a1020; background: #fdecee; text-decoration: line-through; }
ins { color: #0b5a2a; background: #e6f6ec; text-decoration: underline; text-underline-offset: 0.15em; }
</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${legend} <del>${gone}</del> <ins>${come}</ins></p>
<main>${inner.join('')}</main>
</body>
</html>
`
}

function tagged(name: 'del' | 'ins', text: string) {
  return text === '' ? '' : `<${name}>${escaped(text)}</${name}>`
}

function escaped(text: string) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

const WORDS = {
  fr: { legend: 'Dans ce texte\u00A0:', gone: 'ce qui est retiré', come: 'ce qui est ajouté' },
  en: { legend: 'In this text:', gone: 'removed', come: 'added' },
} as const
