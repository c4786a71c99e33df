import { isUtf8 } from 'node:buffer'
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import {
  type ConflictStyle,
  type Granularity,
  type MergePiece,
  mergeText,
  passagesToReread,
  type SharedPassage,
  type ThreeTexts,
  writeMerge,
  writeMergeInMarks,
} from '@cahier/prose/merge'

export interface ThreeFiles {
  /** Ours, base and theirs. */
  readonly paths: readonly [string, string, string]
  /** The file name. Its extension decides: prose, YAML or other. */
  readonly name: string
  /** The value of git's `--diff-algorithm`. */
  readonly algorithm?: string
}

/**
 * The merged bytes. `toReread` finds the sentences that a person should check. `binary`: the files
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
 * Merges prose by sentences and YAML by keys. Git merges other files, and those where a merge by
 * lines is enough. With `inMarks`, the conflicts of prose and YAML are written in CriticMarkup.
 */
export function mergeThree(
  three: ThreeFiles,
  drawing: ConflictStyle,
  granularity: Granularity,
  inMarks: boolean,
): MergeResult {
  const { paths, name } = three
  const files = paths.some((path) => statSync(path).size > LARGEST)
    ? null
    : paths.map((path): Buffer => readFileSync(path))
  if (files?.some((bytes) => bytes.subarray(0, 8000).includes(0))) return 'binary'
  const texts = files === null ? null : textsOf(files, name)
  const lines = gitMergeFile(three, TO_READ)
  const byGit = (): MergeResult | null => {
    const drawn = lines && gitMergeFile(three, drawing)
    return drawn && { ...drawn, toReread: nothing }
  }
  if (texts === null)
    return lines?.conflicts === 0
      ? { ...lines, toReread: nothing }
      : (byGit() ?? (hasGit() ? 'binary' : 'no-git'))
  const merge = mergeText(texts, granularity, lines === null ? undefined : piecesOf(lines, texts))
  if (lines?.conflicts === 0 && !merge.beyondLines)
    return { ...lines, toReread: () => rereading(texts, lines.bytes.toString('utf8')) }
  if (inMarks) {
    const { text, conflicts } = writeMergeInMarks(merge.pieces, granularity)
    return { bytes: Buffer.from(text, 'utf8'), conflicts, toReread: nothing }
  }
  const byLines = merge.beyondLines ? null : byGit()
  if (byLines !== null) return byLines
  const isOpen =
    lines !== null &&
    drawing.style === 'merge' &&
    merge.pieces.some(({ kind }) => kind === 'conflict')
  const style = isOpen ? configuredStyle(three) : drawing.style
  const { text, conflicts } = writeMerge(merge.pieces, { ...drawing, style })
  return {
    bytes: Buffer.from(text, 'utf8'),
    conflicts,
    toReread: () => (conflicts === 0 ? rereading(texts, text) : []),
  }
}

function textsOf(files: readonly Buffer[], name: string): ThreeTexts | null {
  const ending = extname(name)
  const isData = DATA.test(ending)
  if ((!isData && !PROSE.test(ending)) || !files.every(isUtf8)) return null
  const [ours = '', base = '', theirs = ''] = files.map((bytes) => bytes.toString('utf8'))
  return { base, ours, theirs, isData }
}

const nothing = () => []

function rereading(texts: ThreeTexts, merged: string): readonly SharedPassage[] {
  const { base, ours, theirs } = texts
  // With an empty base or an unchanged side, no sentence was changed by both sides.
  return base === '' || ours === base || theirs === base ? [] : passagesToReread(texts, merged)
}

interface GitMerge {
  readonly bytes: Buffer
  readonly conflicts: number
}

function gitMergeFile(
  { paths, algorithm }: ThreeFiles,
  { style, markerSize, labels }: ConflictStyle,
): GitMerge | null {
  const args = [
    ...['merge-file', '-p', '-q', '--marker-size', String(markerSize)],
    ...(algorithm === undefined ? [] : [`--diff-algorithm=${algorithm}`]),
    ...(style === 'merge' ? [] : [`--${style}`]),
    ...labels.flatMap((label) => ['-L', label]),
    ...['--', ...paths],
  ]
  const { status, stdout, error } = spawnSync('git', args, {
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return error !== undefined || status === null || status > 127
    ? null
    : { bytes: stdout, conflicts: status }
}

function hasGit() {
  return spawnSync('git', ['--version'], { stdio: 'ignore' }).status === 0
}

/**
 * The value of git's setting `merge.conflictStyle`. Some versions ignore the setting outside a
 * repository: a trial merge shows whether git applies it.
 */
function configuredStyle(three: ThreeFiles): ConflictStyle['style'] {
  const { stdout } = spawnSync('git', ['config', '--get', 'merge.conflictStyle'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const style = stdout?.trim()
  if (style !== 'diff3' && style !== 'zdiff3') return 'merge'
  const answer = gitMergeFile(three, { ...TO_READ, style: 'merge' })
  return answer?.bytes.includes('|'.repeat(SIZE)) ? style : 'merge'
}

/** The length of a conflict marker, longer than any row of `=` in a text. */
const SIZE = 251
const TO_READ: ConflictStyle = { style: 'diff3', markerSize: SIZE, labels: ['', '', ''] }

/**
 * Splits a git merge in the style `TO_READ` into merged parts and conflicts. In a conflict at the
 * end of a file, git adds the line end that a side lacks. This function removes that line end.
 */
function piecesOf(
  { bytes }: GitMerge,
  texts: Pick<ThreeTexts, 'base' | 'ours' | 'theirs'>,
): readonly MergePiece[] {
  const parts = bytes.toString('utf8').split(CONFLICT)
  const pieces: MergePiece[] = []
  for (let at = 0; at < parts.length; at += 4) {
    const [settled = '', ours = '', base = '', theirs = ''] = parts.slice(at, at + 4)
    if (settled !== '') pieces.push({ kind: 'settled', text: settled })
    if (at + 1 === parts.length) break
    const isAtEnd = at + 5 === parts.length && parts.at(-1) === ''
    const asWas = (whole: string, side: string) =>
      isAtEnd && !whole.endsWith('\n') ? side.replace(/\r?\n$/, '') : side
    pieces.push({
      kind: 'conflict',
      base: asWas(texts.base, base),
      ours: asWas(texts.ours, ours),
      theirs: asWas(texts.theirs, theirs),
    })
  }
  return pieces
}

/** A conflict: ours, base and theirs, between lines of markers. */
const CONFLICT = new RegExp(
  ['<', '\\|', '=', '>'].map((sign) => `^${sign}{${SIZE}}[^\\n]*\\n?`).join('([^]*?)'),
  'm',
)
