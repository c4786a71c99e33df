import {
  type Finding,
  folderOf,
  kindOf,
  type Manifest,
  memoize,
  type Programme,
  type Severity,
  stemOf,
} from '@cahier/core'
import { isFixable } from '../fix/is-fixable.ts'
import { rules } from '../rules/index.ts'
import { familyOf, type Rule } from './rule.ts'

/** The levels that a manifest, or the settings of a folder, choose. */
export type ChosenLevels = Pick<Manifest, 'lint' | 'lintPaths'>

/**
 * Sets the level of each finding, or drops it: the manifest's own, then those of its path, then
 * what a draft is held to.
 */
export function levelsOf(programme: Programme): (finding: Finding) => readonly Finding[] {
  const isDraft = wasNeverOpened(programme)
  const levelFor = chosenLevels(programme.manifest)
  return (finding) => {
    const own = levelFor(finding)
    const highest = byId().get(finding.rule)?.inDraft
    const of = highest === undefined ? '' : proposalOf(finding.path)
    const kept =
      highest !== undefined && programme.ids.proposals.has(of) && isDraft(of)
        ? milder(own, highest)
        : own
    return kept === 'off' ? [] : [{ ...finding, severity: kept }]
  }
}

/**
 * The level of a finding: that chosen for its rule or its family where it lies, else its own. A
 * rule goes before its family, files before the whole folder, and fixed rules keep their level.
 */
export function chosenLevels({
  lint,
  lintPaths,
}: ChosenLevels): (finding: Finding) => Severity | 'off' {
  return (finding) => {
    const rule = byId().get(finding.rule)
    if (rule === undefined || rule.fixed) return remarkIfFixable(finding).severity
    const levelIn = (levels: Manifest['lint']) => levels[rule.id] ?? levels[familyOf(rule.id)]
    const ofPath = lintPaths.findLast(
      ({ paths, levels }) =>
        levelIn(levels) !== undefined && paths.some((one) => isBelow(finding.path, one)),
    )
    const level = levelIn(ofPath?.levels ?? {}) ?? levelIn(lint)
    if (level === undefined) return remarkIfFixable(finding).severity
    // A finding that a rule made milder on purpose is never raised by the manifest.
    return finding.severity === rule.severity ? level : milder(level, finding.severity)
  }
}

/**
 * A finding that is a remark where it is a warning that `--fix` corrects by itself: no one has to
 * do anything.
 */
function remarkIfFixable(finding: Finding): Finding {
  return finding.severity === 'warning' && isFixable(finding)
    ? { ...finding, severity: 'info' }
    : finding
}

// What an amendment would write is held to what the text that it changes is.
function proposalOf(path: string): string {
  const kind = kindOf(path)
  if (kind === 'proposal') return stemOf(path)
  return kind === 'amendment' ? folderOf(path) : ''
}

// The table of rules leads here too: it is not whole before all modules are.
let known: ReadonlyMap<string, Rule> | undefined
function byId(): ReadonlyMap<string, Rule> {
  known ??= new Map(rules.map((rule) => [rule.id, rule]))
  return known
}

/** Whether a proposal was never put to a round: then it is still being written. */
export const wasNeverOpened = memoize((programme: Programme): ((proposalId: string) => boolean) => {
  const opened = new Set(
    programme.decisions.flatMap(({ proposal, rounds }) => (rounds.length > 0 ? [proposal] : [])),
  )
  return (id) => !opened.has(id)
})

/** Whether a path is this file, or below this folder. */
export function isBelow(path: string, folder: string): boolean {
  const trimmed = folder.replace(/^\.\/|\/+$/g, '')
  return path === trimmed || path.startsWith(`${trimmed}/`) || trimmed === '' || trimmed === '.'
}

const ORDER = ['error', 'warning', 'info', 'off'] as const

function milder(a: Severity | 'off', b: Severity | 'off'): Severity | 'off' {
  return ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b
}
