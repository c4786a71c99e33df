import { applyEdits, type Edit, type Finding } from '@cahier/core'
import { byCodeUnits, groupedBy, splitSafe } from '@cahier/prose'
import { editScopeOf } from '../engine/is-fixable.ts'
import type { FindingFilter, Fixes, Refusal, Refused } from './fixes.ts'

/** The files to fix, how to lint them, and which changes to refuse. */
export interface FixJob {
  readonly texts: ReadonlyMap<string, string>
  readonly lint: (
    texts: ReadonlyMap<string, string>,
    paths: ReadonlySet<string>,
  ) => readonly Finding[]
  readonly wanted: FindingFilter
  /** Why a file may not be changed at all; null when edits are allowed. */
  readonly closed: (path: string) => Refusal | null
  /** Why these edits may not be made; null when they are allowed. */
  readonly check: (texts: ReadonlyMap<string, string>, change: TextFix) => Refusal | null
  /**
   * Changes headings together with the links to them. Returns the new text of each changed file, or
   * `null` when that is impossible.
   */
  readonly follow?: (
    texts: ReadonlyMap<string, string>,
    change: TextFix,
  ) => ReadonlyMap<string, string> | null
}

/** The edits of one file, and its text before and after. */
export interface TextFix {
  readonly path: string
  readonly before: string
  readonly after: string
  readonly edits: readonly Edit[]
  readonly editScope: 'prose' | 'tree'
}

/** A file that still changes after so many turns is not fixed: two rules undo each other. */
const MOST_TURNS = 12

/**
 * Applies all edits that `check` allows, turn by turn, until no text changes. If a file never
 * settles, all files start again without its fixes. The other files start again too, because a fix
 * may have changed their links to follow a heading. Without that fix, these links would lead
 * nowhere.
 */
export function fixTexts(job: FixJob, unsettled: ReadonlySet<string> = new Set()): Fixes {
  const paths: ReadonlySet<string> = new Set(job.texts.keys())
  const found = new Map<string, readonly Finding[]>()
  const refusals = new Map<string, readonly Refused[]>()
  const fixed: Finding[] = []
  let texts = job.texts
  let stale = paths
  for (let turn = 0; ; turn++) {
    const before = texts
    const wanted = job.wanted(job.lint(texts, stale), (path) => before.get(path) ?? '')
    const now = groupedBy(wanted, ({ path }) => path)
    const changed = new Map<string, string>()
    const apply = (done: FixedFile) => {
      for (const [path, text] of done.changed) changed.set(path, text)
      for (const one of done.fixed) fixed.push(one)
    }
    for (const path of stale) {
      found.set(path, now.get(path) ?? [])
      const fixable = fixableFindings(now.get(path) ?? [])
      const done = unsettled.has(path)
        ? allRefused(fixable, 'error')
        : fixFile(job, texts, path, fixable)
      refusals.set(path, done.refused)
      apply(done)
    }
    if (changed.size === 0) apply(followLinks(job, texts, refusals))
    // When nothing changes any more, all files are linted again: a word added to the manifest may
    // allow fixes in proposals.
    const mayAllowMore = stale !== paths && fixed.some(({ rule }) => editScopeOf(rule) === 'tree')
    if (changed.size === 0 && !mayAllowMore) break
    if (changed.size > 0 && turn >= MOST_TURNS)
      return fixTexts(job, new Set([...unsettled, ...changed.keys()]))
    texts = new Map([...texts, ...changed])
    stale = changed.size > 0 ? new Set(changed.keys()) : paths
  }
  const refused = [...refusals.values()].flat()
  // One copy without edits for each refused finding: `remaining` and `refused` share it.
  const closed = new Map(
    refused.map(({ finding }) => {
      const { edits, ...shown } = finding
      return [finding, shown]
    }),
  )
  const withoutEdits = (finding: Finding) => closed.get(finding) ?? finding
  return {
    texts: new Map([...texts].filter(([path, text]) => job.texts.get(path) !== text)),
    fixed,
    remaining: [...paths].flatMap((path) => found.get(path) ?? []).map(withoutEdits),
    refused: refused.map(({ finding, why }) => ({ finding: withoutEdits(finding), why })),
  }
}

interface FixedFile {
  readonly changed: ReadonlyMap<string, string>
  readonly fixed: readonly Finding[]
  readonly refused: readonly Refused[]
}

function fixFile(
  job: FixJob,
  texts: ReadonlyMap<string, string>,
  path: string,
  fixable: readonly Fixable[],
): FixedFile {
  const closed = job.closed(path)
  if (closed !== null) return allRefused(fixable, closed)
  const before = texts.get(path) ?? ''
  const refused: Refused[] = []
  // Edits of the structure (`tree`) first: prose edits are verified against the new structure.
  for (const editScope of ['tree', 'prose'] as const) {
    let waiting = fixable.filter(({ rule }) => editScopeOf(rule) === editScope)
    while (waiting.length > 0) {
      const settled = settleEdits(waiting)
      const { safe, refused: bad } = splitSafe(settled, (some) =>
        job.check(texts, changeOf(path, before, some, editScope)),
      )
      for (const [finding, why] of bad) refused.push({ finding, why })
      if (safe.length > 0) {
        const { after } = changeOf(path, before, safe, editScope)
        return { changed: new Map([[path, after]]), fixed: safe, refused }
      }
      const tried = new Set(settled)
      waiting = waiting.filter((one) => !tried.has(one))
    }
  }
  return { changed: new Map(), fixed: [], refused }
}

// Some fixes were refused because links point to a heading: changes the heading and these links.
function followLinks(
  { follow }: FixJob,
  texts: ReadonlyMap<string, string>,
  refusals: ReadonlyMap<string, readonly Refused[]>,
): FixedFile {
  for (const [path, refused] of follow === undefined ? [] : refusals) {
    const linked = fixableFindings(
      refused.flatMap(({ finding, why }) => (why === 'linked' ? [finding] : [])),
    )
    const prose = linked.filter(({ rule }) => editScopeOf(rule) === 'prose')
    for (const some of [...(prose.length > 1 ? [prose] : []), ...linked.map((one) => [one])]) {
      const settled = settleEdits(some)
      const editScope = editScopeOf(settled[0]?.rule ?? '')
      const changed = follow?.(texts, changeOf(path, texts.get(path) ?? '', settled, editScope))
      if (changed) return { changed, fixed: settled, refused: [] }
    }
  }
  return { changed: new Map(), fixed: [], refused: [] }
}

function changeOf(
  path: string,
  before: string,
  fixable: readonly Fixable[],
  editScope: 'prose' | 'tree',
): TextFix {
  const edits = fixable.flatMap((one) => one.edits)
  return { path, before, after: applyEdits(before, edits), edits, editScope }
}

function fixableFindings(findings: readonly Finding[]): readonly Fixable[] {
  return findings.filter((finding): finding is Fixable => {
    const { path, edits = [] } = finding
    return edits.length > 0 && edits.every((edit) => edit.path === path)
  })
}

function allRefused(fixable: readonly Fixable[], why: Refusal): FixedFile {
  const refused = fixable.map((finding) => ({ finding, why }))
  return { changed: new Map(), fixed: [], refused }
}

type Fixable = Finding & Required<Pick<Finding, 'edits'>>

/**
 * The findings of one file whose edits do not overlap, in text order. Other findings wait for a
 * later turn.
 */
export function settleEdits(fixable: readonly Fixable[]): readonly Fixable[] {
  const settled: Fixable[] = []
  const taken: Edit[] = []
  let furthest = -1
  for (const one of [...fixable].sort(byFirstEdit)) {
    const isFree = one.edits.every(({ start }) => start > furthest)
    if (!isFree && one.edits.some((edit) => taken.some((other) => collides(edit, other)))) continue
    settled.push(one)
    for (const edit of one.edits) {
      taken.push(edit)
      furthest = Math.max(furthest, edit.end)
    }
  }
  return settled
}

// An insertion at the edge of another edit collides too: their order is unknown.
function collides(a: Edit, b: Edit) {
  return a.start === a.end || b.start === b.end
    ? a.start <= b.end && b.start <= a.end
    : a.start < b.end && b.start < a.end
}

function byFirstEdit(a: Fixable, b: Fixable) {
  const [first, other] = [firstOf(a), firstOf(b)]
  return first.start - other.start || first.end - other.end || byCodeUnits(a.rule, b.rule)
}

function firstOf({ edits }: Fixable): Edit {
  return edits.reduce((first, edit) => (edit.start < first.start ? edit : first))
}
