import { posix } from 'node:path'
import { type Asset, buildProgramme, type Finding } from '@cahier/core'
import {
  type FindingFilter,
  type LintScope,
  lint,
  lintLooseText,
  readLooseText,
} from '@cahier/lint'
import { groupedBy, parseMarkdown } from '@cahier/prose'
import type { Invocation } from '../command.ts'
import { gitBlobs, gitTree } from '../git/objects.ts'
import { gitPrefix } from '../git/renames.ts'
import { branchFirst, folderIn, mergeBases, namesSince, prefixAt } from '../git/revision.ts'
import { type Disk, diskReader } from './disk.ts'
import type { LooseFiles } from './loose-files.ts'

/**
 * Returns a filter for the findings that a branch adds to a programme: those on lines that the
 * branch wrote, and new ones elsewhere, such as a reference to a deleted proposal.
 * @throws {UsageError} when git knows no such revision.
 */
export function newFindingsSince(
  folder: string,
  named: string,
  scope: LintScope,
  invocation: Pick<Invocation, 'language' | 'sayError'>,
): FindingFilter {
  const [base = ''] = mergeBases(folder, branchFirst(folder, named, invocation))
  const folderThen = folderIn(folder, base)
  const before = new Map(folderThen.sources.map(({ path, text }) => [path, text]))
  const names = namesSince(folder, base)
  const nameThen = (path: string) => (before.has(path) ? path : (names.get(path) ?? path))
  const includes = scope.includes ?? (() => true)
  const formerly = new Set([...names].flatMap(([now, then]) => (includes(now) ? [then] : [])))
  const scopeThen = { ...scope, includes: (path: string) => includes(path) || formerly.has(path) }
  const programmeThen = buildProgramme({ ...folderThen, assets: assetsIn(folder, base) })
  const known = countsOf(lint(programmeThen, scopeThen), keyOf)
  const keyThen = (finding: Finding) => keyOf({ ...finding, path: nameThen(finding.path) })
  return (findings, textOf) => {
    const written = memoized((path) => linesWritten(before.get(nameThen(path)) ?? '', textOf(path)))
    const isWritten = ({ path, place }: Finding) => isOn(written(path), place)
    const elsewhere = countsOf(
      findings.filter((finding) => !isWritten(finding)),
      keyThen,
    )
    return findings.filter((finding) => {
      const key = keyThen(finding)
      return isWritten(finding) || (elsewhere.get(key) ?? 0) > (known.get(key) ?? 0)
    })
  }
}

/**
 * Returns a filter for the findings that a branch adds to loose texts (outside a programme): those
 * on lines that the branch wrote, or about links that the branch broke.
 * @throws {UsageError} when git knows no such revision.
 */
export function newLooseFindingsSince(
  { folder, sources, findings: unread, settings }: LooseFiles,
  named: string,
  invocation: Pick<Invocation, 'language' | 'sayError'>,
): FindingFilter {
  const [base = ''] = mergeBases(folder, branchFirst(folder, named, invocation))
  const prefix = gitPrefix(folder)
  // The texts at the base, each with the present path of its file.
  const textsAt = (names: readonly (readonly [now: string, then: string])[]) => {
    const asked = names.filter(([, then]) => !then.includes('\n'))
    const blobs = asked.map(([, then]) => `${base}:${prefix}${then}`)
    return gitBlobs(folder, blobs).map((text, at) => [asked[at]?.[0] ?? '', text ?? ''] as const)
  }
  const files = [...sources, ...unread, ...(settings ? [settings] : [])]
  const kept = new Map(textsAt(files.map(({ path }) => [path, path])))
  const names = [...namesSince(folder, base)].filter(([now]) => kept.get(now) === '')
  const before = new Map([...kept, ...textsAt(names)])
  const formerly = new Map(names)
  const surroundings = diskReader(diskAt(folder, prefix, base)).surroundings(parseMarkdown)
  return (findings, textOf) => {
    const written = memoized((path) => linesWritten(before.get(path) ?? '', textOf(path)))
    // The links of the present text, followed among the files of the base: the branch broke those
    // that worked there.
    const brokenBefore = memoized((path) => {
      const before = readLooseText({ path: formerly.get(path) ?? path, text: textOf(path) })
      const broken = lintLooseText(before, { rule: LINK_RULE, surroundings })
      return new Set(broken.map(({ place }) => place.start.offset))
    })
    return findings.filter(({ rule, path, place }) => {
      if (before.has(path) && isOn(written(path), place)) return true
      return rule === LINK_RULE && !brokenBefore(path).has(place.start.offset)
    })
  }
}

function memoized<Value>(make: (path: string) => Value): (path: string) => Value {
  const known = new Map<string, Value>()
  return (path) => {
    const value = known.get(path) ?? make(path)
    known.set(path, value)
    return value
  }
}

const LINK_RULE = 'reference/file'

function diskAt(folder: string, prefix: string, base: string): Disk {
  const files = new Set(gitTree(folder, base, ['--name-only']).flatMap(foldersOf))
  const fromTop = (path: string) => posix.join(prefix, path)
  return {
    // `.git` marks the top of the repository, and is in no commit.
    isThere: (path) => fromTop(path) === '.git' || files.has(fromTop(path)),
    textAt: (path) =>
      fromTop(path).includes('\n')
        ? null
        : (gitBlobs(folder, [`${base}:${fromTop(path)}`])[0] ?? null),
    namesIn: () => [],
  }
}

function foldersOf(path: string) {
  const steps = path.split('/')
  return steps.map((_, at) => steps.slice(0, at + 1).join('/'))
}

/** The numbers, from 1, of the lines of `after` that `before` lacks or has fewer times. */
function linesWritten(before: string, after: string): ReadonlySet<number> {
  const known = countsOf(before.split(/\r\n|\n|\r/), (line) => line)
  const written = new Set<number>()
  for (const [index, line] of after.split(/\r\n|\n|\r/).entries()) {
    const left = known.get(line) ?? 0
    if (left === 0) written.add(index + 1)
    else known.set(line, left - 1)
  }
  return written
}

function isOn(lines: ReadonlySet<number>, { start, end }: Finding['place']) {
  for (let line = start.line; line <= end.line; line++) if (lines.has(line)) return true
  return false
}

function countsOf<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Map<string, number> {
  return new Map([...groupedBy(items, keyOf)].map(([key, { length }]) => [key, length]))
}

// Identifies a finding by all but its line, which moves with the text above.
function keyOf({ path, rule, message, data }: Finding) {
  return JSON.stringify([path, rule, message, { ...data, line: '' }])
}

// Lint needs only the paths of assets: their content is not read.
function assetsIn(folder: string, commit: string): readonly Asset[] {
  const prefix = prefixAt(folder, commit)
  const empty = { size: 0, sha256: '', mediaType: '', width: 0, height: 0 }
  return gitTree(folder, commit, ['--name-only'], `${prefix}assets/`).map((path) => {
    return { path: path.slice(prefix.length), ...empty }
  })
}
