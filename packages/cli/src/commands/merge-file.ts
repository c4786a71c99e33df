// `cahier merge-file`: merges three versions of a file, like `git merge-file`.

import { accessSync, constants, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Language } from '@cahier/core'
import type { ConflictStyle } from '@cahier/prose/merge'
import {
  choiceOption,
  flag,
  optionText,
  valueOption,
  wrongArguments,
} from '../arguments/options.ts'
import { UsageError, wrongValue } from '../arguments/usage-error.ts'
import { type Command, type ExitCode, type Invocation, inBothLanguages } from '../command.ts'
import { systemCode } from '../disk/files.ts'
import { type MergeResult, mergeThree } from '../git/merge-three.ts'
import { counted } from '../text/report-parts.ts'
import { renamePatiently } from '../writing/rename-patiently.ts'
import { writeBeside } from '../writing/write-beside.ts'

const SIDES = ['ours', 'theirs', 'union'] as const
const STYLES = ['diff3', 'zdiff3'] as const
/** Exit statuses, as in git: the number of conflicts, at most 127, or an error. */
const MOST_CONFLICTS = 127
const ERROR_STATUS = 255
const USAGE_STATUS = 129
const MARKER_LENGTH = 7

export const command: Command = {
  usage: '[-p] CURRENT BASE OTHER',
  help: {
    fr: 'Écrit dans NÔTRE ce qui change de BASE à LEUR, comme « git merge-file » ; « cahier setup git » le fait faire à git. Là où git verrait un conflit, deux phrases changées par deux personnes sont fusionnées, et la même phrase changée deux fois reste un conflit ; le YAML est fusionné clé par clé. Ce que deux personnes ont changé côte à côte est signalé, pour être relu. Le code de sortie est le nombre de conflits ; 255 en cas d’erreur.',
    en: 'Writes in CURRENT what changed from BASE to OTHER, like “git merge-file”; “cahier setup git” has git do so. Where git would see a conflict, two sentences changed by two people are merged, and one sentence changed twice stays a conflict; YAML is merged key by key. What two people changed side by side is reported, to be read again. The exit status is the number of conflicts; 255 on error.',
  },
  examples: [
    {
      fr: '-p guichet.md guichet.base.md guichet.autre.md',
      en: '-p counter.md counter.base.md counter.other.md',
    },
  ],
  runsAnywhere: true,
  usageStatus: USAGE_STATUS,
  options: {
    stdout: flag(
      'écrire le résultat à l’écran au lieu de NÔTRE',
      'print the result instead of writing it to CURRENT',
      { short: 'p' },
    ),
    label: valueOption(
      'NAME',
      'un nom pour NÔTRE, puis BASE, puis LEUR',
      'a name for CURRENT, then BASE, then OTHER',
      { short: 'L', multiple: true },
    ),
    path: valueOption(
      'PATH',
      'le nom du fichier dans le dépôt, quand NÔTRE n’est qu’une copie : il dit si c’est du YAML',
      'the name of the file in the repository, when CURRENT is only a copy: it tells whether it is YAML',
    ),
    quiet: flag('ne rien dire des conflits', 'say nothing of conflicts', { short: 'q' }),
    granularity: choiceOption(
      ['sentence', 'word'],
      'jusqu’où fusionner : la phrase (par défaut), ou le mot',
      'how far to merge: sentences (the default), or words',
    ),
    'marker-size': valueOption(
      'N',
      'la longueur des marques de conflit (7)',
      'length of the conflict markers (7)',
    ),
    'diff-algorithm': choiceOption(
      ['myers', 'minimal', 'patience', 'histogram'],
      'comment git compare les lignes',
      'how git compares lines',
    ),
    diff3: flag('montrer aussi la base des conflits', 'show the base of conflicts too'),
    zdiff3: flag('de même, au plus court', 'the same, as short as possible'),
    criticmarkup: flag(
      'montrer les conflits en CriticMarkup, mot à mot : tout refuser garde NÔTRE, tout accepter prend LEUR',
      'show conflicts in CriticMarkup, word by word: refusing all keeps CURRENT, accepting all takes OTHER',
    ),
    ours: flag('en cas de conflit, garder NÔTRE', 'in a conflict, keep CURRENT'),
    theirs: flag('en cas de conflit, garder LEUR', 'in a conflict, keep OTHER'),
    union: flag('en cas de conflit, garder les deux', 'in a conflict, keep both'),
  },
  async run(invocation) {
    const { values, sayError, language } = invocation
    const { named, paths, name, drawing } = mergeRequestIn(invocation)
    const failed = (fr: string, en: string): ExitCode => {
      sayError(language === 'fr' ? `cahier merge-file : ${fr}\n` : `cahier merge-file: ${en}\n`)
      return ERROR_STATUS
    }
    const algorithm = optionText(invocation, 'diff-algorithm')
    let result: MergeResult
    try {
      result = mergeThree(
        { paths, name, ...(algorithm !== '' && { algorithm }) },
        drawing,
        values.granularity === 'word' ? 'word' : 'sentence',
        values.criticmarkup === true,
      )
    } catch (error) {
      const which = named[paths.indexOf((error as NodeJS.ErrnoException).path ?? '')]
      const code = systemCode(error) ?? error
      return failed(
        `impossible de lire ${which === undefined ? 'les fichiers' : `« ${which} »`} (${code})`,
        `${which === undefined ? 'the files' : `“${which}”`} cannot be read (${code})`,
      )
    }
    if (result === 'binary')
      return failed('un des fichiers n’est pas du texte', 'one of the files is not text')
    if (result === 'no-git')
      return failed(
        `il faut git pour fusionner un fichier comme « ${name} »`,
        `git is needed to merge a file such as “${name}”`,
      )
    try {
      if (values.stdout === true) process.stdout.write(result.bytes)
      else await writeOver(paths[0], result.bytes)
    } catch (error) {
      const code = systemCode(error) ?? error
      return failed(
        `impossible d’écrire « ${named[0]} » (${code})`,
        `“${named[0]}” cannot be written (${code})`,
      )
    }
    // The message `begunTwice` names both versions of the file in git’s index (`:2:` and `:3:`).
    // They are there only when git runs the merge. Git then gives `--path`.
    const begunTwice =
      typeof values.path === 'string' && name.endsWith('.md') && isEmptyFile(paths[1])
    const [ours, , theirs] = drawing.labels
    if (values.quiet !== true)
      sayError(mergeInWords(result, { name, ours, theirs }, begunTwice, language))
    return Math.min(result.conflicts, MOST_CONFLICTS)
  },
}

type ThreeNames = readonly [ours: string, base: string, theirs: string]

function mergeRequestIn(invocation: Invocation) {
  const { positionals, values, cwd } = invocation
  const [ours, base, theirs, ...more] = positionals
  if (ours === undefined || base === undefined || theirs === undefined || more.length > 0)
    throw wrongArguments(invocation)
  const named: ThreeNames = [ours, base, theirs]
  const paths: ThreeNames = [resolve(cwd, ours), resolve(cwd, base), resolve(cwd, theirs)]
  const markerSize = values['marker-size'] ?? MARKER_LENGTH
  if (!/^-?\d{1,6}$/.test(`${markerSize}`))
    throw wrongValue('marker-size', markerSize, {
      fr: 'un nombre entier, d’un million au plus',
      en: 'a whole number, a million at most',
    })
  const labels = [values.label ?? []].flat().map(String)
  if (labels.length > 3)
    throw new UsageError('-L se donne trois fois au plus', '-L is given three times at most')
  const drawing: ConflictStyle = {
    style: lastGiven(SIDES, values) ?? lastGiven(STYLES, values) ?? 'merge',
    labels: [labels[0] ?? ours, labels[1] ?? base, labels[2] ?? theirs],
    markerSize: Number(markerSize) > 0 ? Number(markerSize) : MARKER_LENGTH,
  }
  return { named, paths, name: optionText(invocation, 'path') || ours, drawing }
}

// Writes a temporary file first: on a full disk, the old file survives.
async function writeOver(path: string, bytes: Uint8Array): Promise<void> {
  const target = realpathSync(path)
  const there = statSync(target)
  // A pipe cannot be replaced.
  if (!there.isFile()) return writeFileSync(target, bytes)
  accessSync(target, constants.W_OK)
  const temporary = writeBeside(target, bytes, there.mode, false)
  try {
    await renamePatiently(temporary, target)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function isEmptyFile(path: string) {
  const file = statSync(path)
  return file.isFile() && file.size === 0
}

// As in git, the last of several options wins. `values` is in the order of the command line.
function lastGiven<T extends string>(
  names: readonly T[],
  values: Invocation['values'],
): T | undefined {
  const known = Object.keys(values).map((given) => names.find((name) => name === given))
  return known.findLast((name) => name !== undefined)
}

function mergeInWords(
  { conflicts, toReread }: Exclude<MergeResult, string>,
  { name, ours, theirs }: Readonly<Record<'name' | 'ours' | 'theirs', string>>,
  begunTwice: boolean,
  language: Language,
) {
  const words = WORDS[language]
  if (conflicts > 0)
    return words.conflicts(name, conflicts) + (begunTwice ? words.begunTwice(name) : '')
  return toReread()
    .map(
      ({ line, text, sameSentence }) =>
        `${words.reread(name, line)} ${words.hands(ours, theirs, sameSentence)}\n    ${excerpt(text)}\n`,
    )
    .join('')
}

/** Characters of an excerpt. */
const SHOWN = 300

function excerpt(text: string) {
  const plain = text.replace(/\s+/g, ' ')
  return plain.length <= SHOWN ? plain : `${plain.slice(0, SHOWN).replace(/ \S*$/, '')} …`
}

const WORDS = inBothLanguages(
  {
    conflicts: (name: string, count: number) => `${name} : ${counted.fr(count, 'conflit')}\n`,
    begunTwice: (name: string) =>
      `    Les deux branches ont commencé un texte sous ce nom. Si ce sont deux textes, gardez les deux : « git show ":2:${name}" » rend le vôtre, « git show ":3:${name}" » l’autre, à mettre sous un autre nom.\n`,
    reread: (name: string, line: number) => `${name}, ligne ${line}, à relire :`,
    hands: (ours: string, theirs: string, sameSentence: boolean) =>
      `« ${ours} » et « ${theirs} » ont changé ${sameSentence ? 'la même phrase' : 'des phrases voisines'}`,
  },
  {
    conflicts: (name, count) => `${name}: ${counted.en(count, 'conflict')}\n`,
    begunTwice: (name) =>
      `    Both branches began a text under this name. If they are two texts, keep both: “git show ":2:${name}"” gives yours back, “git show ":3:${name}"” the other, to be put under another name.\n`,
    reread: (name, line) => `${name}, line ${line}, to be read again:`,
    hands: (ours, theirs, sameSentence) =>
      `“${ours}” and “${theirs}” changed ${sameSentence ? 'the same sentence' : 'neighbouring sentences'}`,
  },
)
