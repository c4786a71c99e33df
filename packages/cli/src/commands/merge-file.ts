import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Drawing, drawMerge, mergeText } from '@cahier/prose'
import type { Command, Invocation } from '../command.ts'
import { gitMergeFile } from '../git-merge-file.ts'

const STYLES = ['diff3', 'zdiff3', 'ours', 'theirs', 'union'] as const
/** Conflicts beyond this are not counted in the exit status; 255 is trouble. Both as in git. */
const MOST = 127
const TROUBLE = 255

export const command: Command = {
  usage: { fr: '[-p] NÔTRE BASE LEUR', en: '[-p] CURRENT BASE OTHER' },
  help: {
    fr: 'Fusionne dans NÔTRE ce qui change de BASE à LEUR, comme « git merge-file ». Ce que git sait fusionner reste tel quel ; là où il verrait un conflit, deux phrases changées par deux personnes sont fusionnées, et la même phrase changée deux fois reste un conflit. Le code de sortie est le nombre de conflits ; 255 en cas de problème.',
    en: 'Merges into CURRENT what changed from BASE to OTHER, like “git merge-file”. What git can merge stands as it is; where it would see a conflict, two sentences changed by two people are merged, and one sentence changed twice stays a conflict. The exit status is the number of conflicts; 255 for trouble.',
  },
  examples: [
    'cahier merge-file -p guichet.md guichet.base.md guichet.autre.md',
    'git config merge.cahier.driver "cahier merge-file --marker-size %L %A %O %B"',
  ],
  anywhere: true,
  options: {
    stdout: {
      type: 'boolean',
      short: 'p',
      help: { fr: 'écrire le résultat à l’écran au lieu de NÔTRE', en: 'print the result instead of writing it to CURRENT' },
    },
    label: {
      type: 'string',
      short: 'L',
      multiple: true,
      value: { fr: 'NOM', en: 'NAME' },
      help: { fr: 'un nom pour NÔTRE, puis BASE, puis LEUR', en: 'a name for CURRENT, then BASE, then OTHER' },
    },
    quiet: { type: 'boolean', short: 'q', help: { fr: 'ne rien dire des conflits', en: 'say nothing of conflicts' } },
    granularity: {
      type: 'string',
      value: 'sentence|word',
      help: { fr: 'jusqu’où fusionner : la phrase (par défaut), ou le mot', en: 'how far to merge: sentences (the default), or words' },
    },
    'marker-size': {
      type: 'string',
      value: 'N',
      help: { fr: 'la longueur des marques de conflit (7)', en: 'length of the conflict markers (7)' },
    },
    diff3: { type: 'boolean', help: { fr: 'montrer aussi la base des conflits', en: 'show the base of conflicts too' } },
    zdiff3: { type: 'boolean', help: { fr: 'de même, au plus court', en: 'the same, as short as can be' } },
    ours: { type: 'boolean', help: { fr: 'en cas de conflit, garder NÔTRE', en: 'in a conflict, keep CURRENT' } },
    theirs: { type: 'boolean', help: { fr: 'en cas de conflit, garder LEUR', en: 'in a conflict, keep OTHER' } },
    union: { type: 'boolean', help: { fr: 'en cas de conflit, garder les deux', en: 'in a conflict, keep both' } },
  },
  run(invocation) {
    const { positionals, values, cwd, sayError } = invocation
    const [ours, base, theirs, ...more] = positionals
    const markerSize = typeof values['marker-size'] === 'string' ? Number(values['marker-size']) : 7
    const granularity = values.granularity ?? 'sentence'
    if (ours === undefined || base === undefined || theirs === undefined || more.length > 0)
      return trouble(invocation, 'il faut trois fichiers : NÔTRE BASE LEUR', 'three files are needed: CURRENT BASE OTHER')
    if (granularity !== 'sentence' && granularity !== 'word')
      return trouble(invocation, '--granularity prend sentence ou word', '--granularity takes sentence or word')
    if (!Number.isInteger(markerSize) || markerSize < 1 || markerSize > 1000)
      return trouble(invocation, '--marker-size prend un nombre entier positif', '--marker-size takes a positive whole number')
    const named = Array.isArray(values.label) ? values.label.map(String) : []
    if (named.length > 3) return trouble(invocation, '-L se donne trois fois au plus', '-L is given three times at most')
    const labels: Drawing['labels'] = [named[0] ?? ours, named[1] ?? base, named[2] ?? theirs]
    const style = STYLES.find((one) => values[one] === true) ?? 'merge'
    const paths = [resolve(cwd, ours), resolve(cwd, base), resolve(cwd, theirs)] as const
    let result: Merged
    try {
      result = merged(paths, { style, labels, markerSize }, granularity)
    } catch (error) {
      return trouble(invocation, `impossible de lire les fichiers (${codeOf(error)})`, `the files cannot be read (${codeOf(error)})`)
    }
    if (result === 'binary') return trouble(invocation, 'un des fichiers n’est pas du texte', 'one of the files is no text')
    try {
      // A merge is handed to git as it is: no character of it may be shown as a picture.
      if (values.stdout === true) process.stdout.write(result.bytes)
      else writeFileSync(paths[0], result.bytes)
    } catch (error) {
      return trouble(invocation, `impossible d’écrire « ${ours} » (${codeOf(error)})`, `“${ours}” cannot be written (${codeOf(error)})`)
    }
    if (result.conflicts > 0 && values.quiet !== true)
      sayError(
        invocation.language === 'fr'
          ? `${ours} : ${result.conflicts} conflit${result.conflicts > 1 ? 's' : ''}\n`
          : `${ours}: ${result.conflicts} conflict${result.conflicts > 1 ? 's' : ''}\n`,
      )
    return Math.min(result.conflicts, MOST)
  },
}

type Merged = { readonly bytes: Buffer; readonly conflicts: number } | 'binary'

/** git's answer where it has no conflict, or where sentences settle nothing more; else ours. Without git, ours. */
function merged(paths: readonly [string, string, string], drawing: Drawing, granularity: 'sentence' | 'word'): Merged {
  const files = paths.map((path) => readFileSync(path)) as [Buffer, Buffer, Buffer]
  if (files.some((bytes) => bytes.subarray(0, 8000).includes(0))) return 'binary'
  const options = ['--marker-size', String(drawing.markerSize), ...drawing.labels.flatMap((label) => ['-L', label])]
  const bySide = drawing.style === 'merge' ? options : [`--${drawing.style}`, ...options]
  // A side taken in every conflict is no clean merge: git is asked first what it finds clean.
  const plain = gitMergeFile(options, paths)
  if (plain !== null && plain.conflicts === 0) return plain
  const byLines = drawing.style === 'merge' ? plain : plain === null ? null : gitMergeFile(bySide, paths)
  const [ours, base, theirs] = files.map((bytes) => bytes.toString('utf8')) as [string, string, string]
  const faithful = files.every((bytes, index) => Buffer.from([ours, base, theirs][index] ?? '', 'utf8').equals(bytes))
  const merge = mergeText({ base, ours, theirs }, granularity)
  if (byLines !== null && (!faithful || !merge.beyondLines)) return byLines
  if (!faithful) return 'binary'
  const { text, conflicts } = drawMerge(merge.pieces, drawing)
  return { bytes: Buffer.from(text, 'utf8'), conflicts }
}

function trouble({ sayError, language }: Invocation, fr: string, en: string): number {
  sayError(language === 'fr' ? `cahier merge-file : ${fr}\n` : `cahier merge-file: ${en}\n`)
  return TROUBLE
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
