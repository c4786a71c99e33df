import { type Asset, buildProgramme, type Finding } from '@cahier/core'
import { type LintScope, lint } from '@cahier/lint'
import { tryGit } from '../ask-git.ts'
import { baseOf, folderAt } from '../folder-at.ts'
import { gitBlobs } from '../git-blobs.ts'
import type { Linted } from './linted.ts'

/**
 * Of the findings of a programme, those that a change brings: on a line that it wrote, or that nobody could have said before it, wherever they are: a
 * proposal that another one needs and that is gone.
 * @throws {UsageError} when git knows no such revision.
 */
export function broughtSince({ folder, findings, textOf }: Linted, revision: string, scope: LintScope): readonly Finding[] {
  const base = folderAt(folder, revision)
  const before = new Map(base.sources.map(({ path, text }) => [path, text]))
  const known = countsOf(lint(buildProgramme({ ...base, assets: assetsAt(folder, revision) }), scope))
  const now = countsOf(findings)
  const written = new Map<string, ReadonlySet<number>>()
  return findings.filter((finding) => {
    const key = keyOf(finding)
    if ((now.get(key) ?? 0) > (known.get(key) ?? 0)) return true
    const lines = written.get(finding.path) ?? linesWritten(before.get(finding.path) ?? '', textOf(finding.path))
    written.set(finding.path, lines)
    return isOn(lines, finding)
  })
}

/** Of the findings of loose texts, those on a line written since a revision. @throws {UsageError} when git knows no such revision. */
export function looseSince({ folder, findings, textOf }: Linted, revision: string): readonly Finding[] {
  const base = baseOf(folder, revision)
  const prefix = tryGit(folder, ['rev-parse', '--show-prefix'])?.toString('utf8').trimEnd() ?? ''
  const paths = [...new Set(findings.map(({ path }) => path))].filter((path) => !path.includes('\n'))
  const texts = gitBlobs(
    folder,
    paths.map((path) => `${base}:${prefix}${path}`),
  )
  const written = new Map(paths.map((path, index) => [path, linesWritten(texts[index] ?? '', textOf(path))]))
  return findings.filter((finding) => isOn(written.get(finding.path) ?? new Set(), finding))
}

/** The lines of a text, from 1, that an earlier one does not have, or has fewer times. A line that only moved was there. */
function linesWritten(before: string, after: string): ReadonlySet<number> {
  const known = new Map<string, number>()
  for (const line of before.split(/\r\n|\n|\r/)) known.set(line, (known.get(line) ?? 0) + 1)
  const written = new Set<number>()
  for (const [index, line] of after.split(/\r\n|\n|\r/).entries()) {
    const left = known.get(line) ?? 0
    if (left === 0) written.add(index + 1)
    else known.set(line, left - 1)
  }
  return written
}

function isOn(lines: ReadonlySet<number>, { place: { start, end } }: Finding): boolean {
  for (let line = start.line; line <= end.line; line++) if (lines.has(line)) return true
  return false
}

function countsOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1)
  return counts
}

// A line number moves with the text above it, and makes no other remark.
function keyOf({ path, rule, message, data }: Finding): string {
  return JSON.stringify([path, rule, message, Object.entries(data).filter(([key]) => key !== 'line')])
}

// What an image shows is not looked at: that it was there is enough.
function assetsAt(folder: string, revision: string): readonly Asset[] {
  const names = tryGit(folder, ['ls-tree', '-r', '-z', '--name-only', baseOf(folder, revision), '--', 'assets/'])?.toString('utf8') ?? ''
  return names
    .split('\0')
    .filter((path) => path !== '')
    .map((path) => ({ path, size: 0, sha256: '', mediaType: '', width: 0, height: 0 }))
}
