import { isUtf8 } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import {
  type Drawing,
  drawInMarks,
  drawMerge,
  type Granularity,
  mergeText,
  passagesToReread,
  type SharedPassage,
  type ThreeTexts,
} from '@cahier/prose/merge'
import {
  configuredStyle,
  type GitMerge,
  gitMergeFile,
  hasGit,
  MERGE_FILE_OPTIONS,
  piecesOf,
} from './merge-file.ts'

export interface ThreeFiles {
  /** Ours, base and theirs. */
  readonly paths: readonly [string, string, string]
  /** The file name. Its extension decides: prose, YAML or other. */
  readonly name: string
  /** The value of git's `--diff-algorithm`. */
  readonly algorithm?: string
}

/**
 * The merged bytes. `toReread` finds the sentences that both sides changed. `binary`: the files
 * are not text, or git failed. `no-git`: only git can merge these files, and git is missing.
 */
export type MergeResult =
  | (GitMerge & { readonly toReread: () => readonly SharedPassage[] })
  | 'binary'
  | 'no-git'

/** Bytes. Git alone merges larger files. */
const LARGEST = 1_000_000
/** Extensions of prose. The empty extension is that of git's temporary files. */
const PROSE =
  /^(?:|\.(?:md|mdx|markdown|mdown|txt|text|textile|org|rst|adoc|tex|html?|erb|[qr]md))$/i
const DATA = /^\.ya?ml$/i

/**
 * Merges prose by sentences and YAML by keys. Git merges other files, and those where its merge by
 * lines leaves no more conflicts. With `inMarks`, the conflicts of prose and YAML are written in
 * CriticMarkup.
 */
export function mergeThree(
  { paths, name, algorithm }: ThreeFiles,
  drawing: Drawing,
  granularity: Granularity,
  inMarks: boolean,
): MergeResult {
  const files = paths.some((path) => statSync(path).size > LARGEST)
    ? null
    : paths.map((path): Buffer => readFileSync(path))
  if (files?.some((bytes) => bytes.subarray(0, 8000).includes(0))) return 'binary'
  const texts = files === null ? null : textsOf(files, name)
  const comparing = algorithm === undefined ? [] : [`--diff-algorithm=${algorithm}`]
  const lines = gitMergeFile([...comparing, ...MERGE_FILE_OPTIONS], paths)
  const byGit = (): MergeResult | null => {
    const drawn =
      lines === null ? null : gitMergeFile([...comparing, ...optionsFor(drawing)], paths)
    return drawn === null ? null : { ...drawn, toReread: nothing }
  }
  if (texts === null)
    return lines?.conflicts === 0
      ? { ...lines, toReread: nothing }
      : (byGit() ?? (hasGit() ? 'binary' : 'no-git'))
  const merge = mergeText(texts, granularity, lines === null ? undefined : piecesOf(lines, texts))
  if (lines?.conflicts === 0 && !merge.beyondLines)
    return { ...lines, toReread: () => rereading(texts, lines.bytes.toString('utf8')) }
  if (inMarks) {
    const { text, conflicts } = drawInMarks(merge.pieces, granularity)
    return { bytes: Buffer.from(text, 'utf8'), conflicts, toReread: nothing }
  }
  const byLines = merge.beyondLines ? null : byGit()
  if (byLines !== null) return byLines
  const isOpen =
    lines !== null &&
    drawing.style === 'merge' &&
    merge.pieces.some(({ kind }) => kind === 'conflict')
  const style = isOpen ? configuredStyle(comparing, paths) : drawing.style
  const { text, conflicts } = drawMerge(merge.pieces, { ...drawing, style })
  return {
    bytes: Buffer.from(text, 'utf8'),
    conflicts,
    toReread: () => (conflicts === 0 ? rereading(texts, text) : []),
  }
}

/** The texts of prose or YAML files; null for other files or invalid UTF-8. */
function textsOf(files: readonly Buffer[], name: string): ThreeTexts | null {
  const ending = extname(name)
  const isData = DATA.test(ending)
  if (!isData && !PROSE.test(ending)) return null
  if (!files.every(isUtf8)) return null
  const [ours = '', base = '', theirs = ''] = files.map((bytes) => bytes.toString('utf8'))
  return { base, ours, theirs, isData }
}

const nothing = () => []

function rereading(texts: ThreeTexts, merged: string): readonly SharedPassage[] {
  const { base, ours, theirs } = texts
  // With an empty base or an unchanged side, no sentence was changed by both sides.
  return base === '' || ours === base || theirs === base ? [] : passagesToReread(texts, merged)
}

function optionsFor({ style, markerSize, labels }: Drawing): readonly string[] {
  const options = ['--marker-size', String(markerSize), ...labels.flatMap((label) => ['-L', label])]
  return style === 'merge' ? options : [`--${style}`, ...options]
}
