import { applyEdits, type Edit, type Finding } from '@cahier/core'
import { groupedBy, largestSafe } from '@cahier/prose'
import type { FindingFilter, Fixes, Refusal, Refused } from './fixes.ts'
import { editScopeOf } from './is-fixable.ts'

/** The files to fix, how to lint them, and which changes to refuse. */
export interface FixJob {
  readonly texts: ReadonlyMap<string, string>
  /** The findings of the named files in these texts. */
  readonly lint: (
    texts: ReadonlyMap<string, string>,
    paths: ReadonlySet<string>,
  ) => readonly Finding[]
  /** The findings to fix. */
  readonly wanted: FindingFilter
  /** Why a file may not be changed at all; null when it may. */
  readonly closed: (path: string) => Refusal | null
  /** Why these edits may not be made; null when they may. */
  readonly check: (texts: ReadonlyMap<string, string>, change: TextFix) => Refusal | null
  /**
   * The changes of other files that keep links right when headings change; `null` when impossible.
   */
  readonly follow?: (
    texts: ReadonlyMap<string, string>,
    change: TextFix,
  ) => ReadonlyMap<string, string> | null
}

/** A file before and after some edits. `mends` tells what the edits may change. */
export interface TextFix {
  readonly path: string
  readonly before: string
  readonly after: string
  readonly edits: readonly Edit[]
  readonly mends: 'prose' | 'tree'
}

/** A file that still changes after so many turns is left: two rules undo each other. */
const MOST_TURNS = 12

/**
 * Fixes everything possible, turn by turn, until nothing changes. Every change is verified first.
 */
export function fixTexts(mendable: FixJob): Fixes {
  const paths = new Set(mendable.texts.keys())
  const unsettled = new Set<string>()
  for (;;) {
    const fixes = settled(mendable, paths, unsettled)
    if (fixes !== null) return fixes
  }
}

// One attempt; null when a file did not settle: it is added to `unsettled`, for the next attempt.
function settled(
  mendable: FixJob,
  paths: ReadonlySet<string>,
  unsettled: Set<string>,
): Fixes | null {
  let texts = mendable.texts
  let found = foundIn(mendable, texts, paths)
  const mended: Finding[] = []
  const refusals = new Map<string, readonly Refused[]>()
  let stale: ReadonlySet<string> = paths
  for (let turn = 0; ; turn++) {
    const changed = new Map<string, string>()
    for (const path of stale) {
      const mendings = fixableFindings(found.get(path) ?? [])
      if (mendings.length === 0) {
        refusals.delete(path)
        continue
      }
      const done = unsettled.has(path)
        ? allRefused(mendings, 'error')
        : mendFile(mendable, texts, path, mendings)
      refusals.set(path, done.refused)
      for (const one of done.mended) mended.push(one)
      if (done.after !== null) changed.set(path, done.after)
    }
    if (changed.size === 0) followLinks(mendable, texts, refusals, changed, mended)
    if (
      changed.size === 0 &&
      (stale === paths || !mended.some(({ rule }) => editScopeOf(rule) === 'tree'))
    )
      break
    if (turn >= MOST_TURNS && changed.size > 0) {
      for (const path of changed.keys()) unsettled.add(path)
      return null
    }
    texts = new Map([...texts, ...changed])
    // When all files have settled, all are linted again: a new word of the manifest may allow fixes
    // in proposals.
    stale = changed.size > 0 ? new Set(changed.keys()) : paths
    found = new Map([
      ...found,
      ...[...stale].map((path) => [path, []] as const),
      ...foundIn(mendable, texts, stale),
    ])
  }
  const all = [...refusals.values()].flat()
  const closed = new Map(all.map(({ finding }) => [finding, withoutEdits(finding)]))
  const changedTexts = [...texts].filter(([path, text]) => mendable.texts.get(path) !== text)
  return {
    texts: new Map(changedTexts),
    mended,
    left: [...paths].flatMap((path) =>
      (found.get(path) ?? []).map((finding) => closed.get(finding) ?? finding),
    ),
    refused: all.map(({ finding, why }) => ({ finding: closed.get(finding) ?? finding, why })),
  }
}

interface MendedFile {
  readonly after: string | null
  readonly mended: readonly Finding[]
  readonly refused: readonly Refused[]
}

function mendFile(
  mendable: FixJob,
  texts: ReadonlyMap<string, string>,
  path: string,
  mendings: readonly Mending[],
): MendedFile {
  const closed = mendable.closed(path)
  if (closed !== null) return allRefused(mendings, closed)
  const refused: Refused[] = []
  // Edits of the tree first: prose edits are verified against the new tree.
  for (const mends of ['tree', 'prose'] as const) {
    let waiting = mendings.filter(({ finding }) => editScopeOf(finding.rule) === mends)
    while (waiting.length > 0) {
      const settled = settleEdits(waiting)
      const before = texts.get(path) ?? ''
      const { safe, refused: bad } = largestSafe(settled, (some) =>
        mendable.check(texts, changeOf(path, before, some, mends)),
      )
      for (const [{ finding }, why] of bad) refused.push({ finding, why })
      if (safe.length > 0)
        return {
          after: changeOf(path, before, safe, mends).after,
          mended: safe.map(({ finding }) => finding),
          refused,
        }
      const tried = new Set(settled)
      waiting = waiting.filter((mending) => !tried.has(mending))
    }
  }
  return { after: null, mended: [], refused }
}

// At the end, changes headings together with the links to them.
function followLinks(
  { follow }: FixJob,
  texts: ReadonlyMap<string, string>,
  refusals: Map<string, readonly Refused[]>,
  changed: Map<string, string>,
  mended: Finding[],
): void {
  if (follow === undefined) return
  for (const [path, refused] of refusals) {
    const linked = refused
      .filter(({ why }) => why === 'linked')
      .map(({ finding }) => ({ finding, edits: finding.edits ?? [] }))
    const prose = linked.filter(({ finding }) => editScopeOf(finding.rule) === 'prose')
    for (const some of [...(prose.length > 1 ? [prose] : []), ...linked.map((one) => [one])]) {
      const settled = settleEdits(some)
      const mends = editScopeOf(settled[0]?.finding.rule ?? '')
      const followed = follow(texts, changeOf(path, texts.get(path) ?? '', settled, mends))
      if (followed === null) continue
      for (const [file, text] of followed) changed.set(file, text)
      for (const { finding } of settled) mended.push(finding)
      return
    }
  }
}

function changeOf(
  path: string,
  before: string,
  mendings: readonly Mending[],
  mends: 'prose' | 'tree',
): TextFix {
  const edits = mendings.flatMap((mending) => mending.edits)
  return { path, before, after: applyEdits(before, edits), edits, mends }
}

// Only findings whose edits are all in their own file.
function fixableFindings(findings: readonly Finding[]): readonly Mending[] {
  return findings.flatMap((finding) => {
    const { path, edits = [] } = finding
    return edits.length > 0 && edits.every((edit) => edit.path === path) ? [{ finding, edits }] : []
  })
}

function allRefused(mendings: readonly Mending[], why: Refusal): MendedFile {
  return { after: null, mended: [], refused: mendings.map(({ finding }) => ({ finding, why })) }
}

function withoutEdits({ edits: _, ...finding }: Finding): Finding {
  return finding
}

function foundIn(
  { lint, wanted }: FixJob,
  texts: ReadonlyMap<string, string>,
  paths: ReadonlySet<string>,
): Map<string, readonly Finding[]> {
  const found = lint(texts, paths)
  return groupedBy(
    wanted(found, (path) => texts.get(path) ?? ''),
    ({ path }) => path,
  )
}

/** A finding and all the edits that fix it together. */
interface Mending {
  readonly finding: Finding
  readonly edits: readonly Edit[]
}

/**
 * The findings of one file that can be fixed together, in text order: each overlaps none before it.
 * The others wait for the next turn.
 */
export function settleEdits(mendings: readonly Mending[]): readonly Mending[] {
  const settled: Mending[] = []
  const taken: Edit[] = []
  let furthest = -1
  for (const mending of [...mendings].sort(byFirstEdit)) {
    const isFree = mending.edits.every(({ start }) => start > furthest)
    if (!isFree && mending.edits.some((edit) => taken.some((other) => collides(edit, other))))
      continue
    settled.push(mending)
    for (const edit of mending.edits) {
      taken.push(edit)
      furthest = Math.max(furthest, edit.end)
    }
  }
  return settled
}

// An insertion at the edge of another edit collides too: their order is unknown.
function collides(a: Edit, b: Edit): boolean {
  return a.start === a.end || b.start === b.end
    ? a.start <= b.end && b.start <= a.end
    : a.start < b.end && b.start < a.end
}

function byFirstEdit(a: Mending, b: Mending): number {
  const [first, other] = [firstOf(a), firstOf(b)]
  return (
    first.start - other.start ||
    first.end - other.end ||
    (a.finding.rule < b.finding.rule ? -1 : a.finding.rule > b.finding.rule ? 1 : 0)
  )
}

function firstOf({ edits }: Mending): Edit {
  return edits.reduce((first, edit) => (edit.start < first.start ? edit : first))
}
