// `cahier merge-file`: merges three versions of a file, like `git merge-file`.

import { accessSync, constants, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Drawing, Granularity } from '@cahier/prose/merge'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command, Invocation } from '../command.ts'
import { type MergeResult, mergeThree } from '../git/merge-three.ts'
import { mergeInWords } from '../text/merge-report.ts'
import { renamePatiently } from '../writing/rename-patiently.ts'
import { writeBeside } from '../writing/write-beside.ts'

const SIDES = ['ours', 'theirs', 'union'] as const
const STYLES = ['diff3', 'zdiff3'] as const
const ALGORITHMS = ['myers', 'minimal', 'patience', 'histogram']
/** Exit statuses, as in git: at most 127 conflicts, 255 on error, 129 for a wrong command. */
const MOST_CONFLICTS = 127
const ERROR_STATUS = 255
const USAGE_STATUS = 129
const MARKER_LENGTH = 7

export const command: Command = {
  usage: { fr: '[-p] NÔTRE BASE LEUR', en: '[-p] CURRENT BASE OTHER' },
  help: {
    fr: 'Fusionne dans NÔTRE ce qui change de BASE à LEUR, comme « git merge-file ». Ce que git sait fusionner reste tel quel ; là où il verrait un conflit, deux phrases changées par deux personnes sont fusionnées, et la même phrase changée deux fois reste un conflit. Le YAML est fusionné clé par clé. Ce que deux personnes ont changé côte à côte est signalé, pour être relu. Le code de sortie est le nombre de conflits ; 255 en cas d’erreur.',
    en: 'Merges into CURRENT what changed from BASE to OTHER, like “git merge-file”. What git can merge stays as it is; where it would see a conflict, two sentences changed by two people are merged, and one sentence changed twice stays a conflict. YAML is merged key by key. What two people changed side by side is reported, to be read again. The exit status is the number of conflicts; 255 on error.',
  },
  examples: [
    {
      fr: 'cahier merge-file -p guichet.md guichet.base.md guichet.autre.md',
      en: 'cahier merge-file -p counter.md counter.base.md counter.other.md',
    },
    'cahier setup git',
  ],
  anywhere: true,
  wrong: USAGE_STATUS,
  options: {
    stdout: {
      type: 'boolean',
      short: 'p',
      help: {
        fr: 'écrire le résultat à l’écran au lieu de NÔTRE',
        en: 'print the result instead of writing it to CURRENT',
      },
    },
    label: {
      type: 'string',
      short: 'L',
      multiple: true,
      value: { fr: 'NOM', en: 'NAME' },
      help: {
        fr: 'un nom pour NÔTRE, puis BASE, puis LEUR',
        en: 'a name for CURRENT, then BASE, then OTHER',
      },
    },
    path: {
      type: 'string',
      value: { fr: 'CHEMIN', en: 'PATH' },
      help: {
        fr: 'le nom du fichier dans le dépôt, quand NÔTRE n’est qu’une copie : il dit si c’est du YAML',
        en: 'the name of the file in the repository, when CURRENT is only a copy: it tells whether it is YAML',
      },
    },
    quiet: {
      type: 'boolean',
      short: 'q',
      help: { fr: 'ne rien dire des conflits', en: 'say nothing of conflicts' },
    },
    granularity: {
      type: 'string',
      value: 'sentence|word',
      help: {
        fr: 'jusqu’où fusionner : la phrase (par défaut), ou le mot',
        en: 'how far to merge: sentences (the default), or words',
      },
    },
    'marker-size': {
      type: 'string',
      value: 'N',
      help: {
        fr: 'la longueur des marques de conflit (7)',
        en: 'length of the conflict markers (7)',
      },
    },
    'diff-algorithm': {
      type: 'string',
      value: ALGORITHMS.join('|'),
      help: { fr: 'comment git compare les lignes', en: 'how git compares lines' },
    },
    diff3: {
      type: 'boolean',
      help: { fr: 'montrer aussi la base des conflits', en: 'show the base of conflicts too' },
    },
    zdiff3: {
      type: 'boolean',
      help: { fr: 'de même, au plus court', en: 'the same, as short as possible' },
    },
    criticmarkup: {
      type: 'boolean',
      help: {
        fr: 'montrer les conflits en CriticMarkup, mot à mot : tout refuser garde NÔTRE, tout accepter prend LEUR',
        en: 'show conflicts in CriticMarkup, word by word: refusing all keeps CURRENT, accepting all takes OTHER',
      },
    },
    ours: {
      type: 'boolean',
      help: { fr: 'en cas de conflit, garder NÔTRE', en: 'in a conflict, keep CURRENT' },
    },
    theirs: {
      type: 'boolean',
      help: { fr: 'en cas de conflit, garder LEUR', en: 'in a conflict, keep OTHER' },
    },
    union: {
      type: 'boolean',
      help: { fr: 'en cas de conflit, garder les deux', en: 'in a conflict, keep both' },
    },
  },
  async run(invocation) {
    const { values, sayError } = invocation
    const { named, paths, name, drawing, granularity, algorithm } = mergeRequestIn(invocation)
    let result: MergeResult
    try {
      result = mergeThree(
        { paths, name, ...(algorithm !== undefined && { algorithm }) },
        drawing,
        granularity,
        values.criticmarkup === true,
      )
    } catch (error) {
      const which = named[paths.indexOf((error as NodeJS.ErrnoException).path ?? '')]
      return which === undefined
        ? trouble(
            invocation,
            `impossible de lire les fichiers (${codeOf(error)})`,
            `the files cannot be read (${codeOf(error)})`,
          )
        : trouble(
            invocation,
            `impossible de lire « ${which} » (${codeOf(error)})`,
            `“${which}” cannot be read (${codeOf(error)})`,
          )
    }
    if (result === 'binary')
      return trouble(
        invocation,
        'un des fichiers n’est pas du texte',
        'one of the files is not text',
      )
    if (result === 'no-git')
      return trouble(
        invocation,
        `il faut git pour fusionner un fichier comme « ${name} »`,
        `git is needed to merge a file such as “${name}”`,
      )
    try {
      // Bytes are passed on unchanged, control characters included.
      if (values.stdout === true) process.stdout.write(result.bytes)
      else await writeOver(paths[0], result.bytes)
    } catch (error) {
      const [ours] = named
      return trouble(
        invocation,
        `impossible d’écrire « ${ours} » (${codeOf(error)})`,
        `“${ours}” cannot be written (${codeOf(error)})`,
      )
    }
    // The message names stages of git's index: they exist only when git gives `--path`.
    const begunTwice =
      typeof values.path === 'string' && name.endsWith('.md') && isEmptyFile(paths[1])
    if (values.quiet !== true)
      sayError(
        mergeInWords(
          result,
          { name, ours: drawing.labels[0], theirs: drawing.labels[2], begunTwice },
          invocation,
        ),
      )
    return Math.min(result.conflicts, MOST_CONFLICTS)
  },
}

interface MergeRequest {
  /** CURRENT, BASE, OTHER: as written, then as absolute paths. */
  readonly named: readonly [string, string, string]
  readonly paths: readonly [string, string, string]
  readonly name: string
  readonly drawing: Drawing
  readonly granularity: Granularity
  readonly algorithm: string | undefined
}

function mergeRequestIn({ positionals, values, cwd }: Invocation): MergeRequest {
  const [ours, base, theirs, ...more] = positionals
  const markerSize = values['marker-size'] ?? String(MARKER_LENGTH)
  const granularity = values.granularity ?? 'sentence'
  const algorithm = values['diff-algorithm']
  if (ours === undefined || base === undefined || theirs === undefined || more.length > 0)
    throw new UsageError(
      'merge-file prend trois fichiers : NÔTRE BASE LEUR',
      'merge-file takes three files: CURRENT BASE OTHER',
    )
  if (granularity !== 'sentence' && granularity !== 'word')
    throw new UsageError(
      '--granularity prend sentence ou word',
      '--granularity takes sentence or word',
    )
  if (!/^-?\d{1,6}$/.test(String(markerSize)))
    throw new UsageError(
      '--marker-size prend un nombre entier, d’un million au plus',
      '--marker-size takes a whole number, a million at most',
    )
  if (typeof algorithm === 'string' && !ALGORITHMS.includes(algorithm))
    throw new UsageError(
      `--diff-algorithm prend ${ALGORITHMS.join(', ')}`,
      `--diff-algorithm takes ${ALGORITHMS.join(', ')}`,
    )
  const labels = Array.isArray(values.label) ? values.label.map(String) : []
  if (labels.length > 3)
    throw new UsageError('-L se donne trois fois au plus', '-L is given three times at most')
  return {
    named: [ours, base, theirs],
    paths: [resolve(cwd, ours), resolve(cwd, base), resolve(cwd, theirs)],
    name: typeof values.path === 'string' ? values.path : ours,
    drawing: {
      style: lastGiven(SIDES, values) ?? lastGiven(STYLES, values) ?? 'merge',
      labels: [labels[0] ?? ours, labels[1] ?? base, labels[2] ?? theirs],
      markerSize: Number(markerSize) > 0 ? Number(markerSize) : MARKER_LENGTH,
    },
    granularity,
    algorithm: typeof algorithm === 'string' ? algorithm : undefined,
  }
}

// Writes beside the file and renames, so that a full disk loses nothing. Follows a link.
async function writeOver(path: string, bytes: Uint8Array): Promise<void> {
  const target = realpathSync(path)
  const there = statSync(target)
  if (!there.isFile()) {
    // A pipe cannot be replaced.
    writeFileSync(target, bytes)
    return
  }
  accessSync(target, constants.W_OK)
  const temporary = writeBeside(target, bytes, there.mode, false)
  try {
    await renamePatiently(temporary, target)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function isEmptyFile(path: string): boolean {
  const file = statSync(path)
  return file.isFile() && file.size === 0
}

/**
 * The last of several options that exclude each other, as in git. `values` is in the order of the
 * command line.
 */
function lastGiven<T extends string>(
  names: readonly T[],
  values: Invocation['values'],
): T | undefined {
  return Object.keys(values).reduce<T | undefined>(
    (last, given) => names.find((name) => name === given) ?? last,
    undefined,
  )
}

function trouble({ sayError, language }: Invocation, fr: string, en: string): number {
  sayError(language === 'fr' ? `cahier merge-file : ${fr}\n` : `cahier merge-file: ${en}\n`)
  return ERROR_STATUS
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
