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
import { ruleNamed } from '../rules/index.ts'
import { isFixable } from './is-fixable.ts'
import { familyOf } from './rule.ts'

/** The levels chosen in a manifest or in the settings of a folder. */
export type ChosenLevels = Pick<Manifest, 'lint' | 'lintPaths'>

/**
 * Returns a function that sets the level of a finding: the chosen level, or a lower one in a draft
 * proposal. The function returns an empty list when the rule is off.
 */
export function withChosenLevels(programme: Programme): (finding: Finding) => readonly Finding[] {
  const isDraft = draftTest(programme)
  const levelFor = chosenLevels(programme.manifest)
  return (finding) => {
    const chosen = levelFor(finding)
    const highest = ruleNamed(finding.rule)?.inDraft
    const of = proposalOf(finding.path)
    const isLimited = programme.ids.proposals.has(of) && isDraft(of)
    const severity = highest && isLimited ? milder(chosen, highest) : chosen
    return severity === 'off' ? [] : [{ ...finding, severity }]
  }
}

/**
 * Returns a function that gives the level chosen for a finding, else the finding's own level. A
 * choice for a path wins over one for the whole folder, and one for a rule over one for its family.
 */
export function chosenLevels({
  lint,
  lintPaths,
}: ChosenLevels): (finding: Finding) => Severity | 'off' {
  return (finding) => {
    const rule = ruleNamed(finding.rule)
    if (rule === undefined || rule.alwaysOn) return ownLevel(finding)
    const levelIn = (levels: Manifest['lint']) => levels[rule.id] ?? levels[familyOf(rule.id)]
    const ofPath = lintPaths.findLast(
      ({ paths, levels }) =>
        levelIn(levels) !== undefined && paths.some((one) => isAtOrBelow(finding.path, one)),
    )
    const level = levelIn(ofPath?.levels ?? {}) ?? levelIn(lint)
    if (level === undefined) return ownLevel(finding)
    // A finding milder than its rule is never made more severe.
    return finding.severity === rule.severity ? level : milder(level, finding.severity)
  }
}

function ownLevel(finding: Finding): Severity {
  return finding.severity === 'warning' && isFixable(finding) ? 'info' : finding.severity
}

function proposalOf(path: string) {
  const kind = kindOf(path)
  if (kind === 'proposal') return stemOf(path)
  return kind === 'amendment' ? folderOf(path) : ''
}

/** Returns a test for draft proposals: no round (vote) was ever opened on them. */
export const draftTest = memoize((programme: Programme): ((proposalId: string) => boolean) => {
  const opened = new Set(
    programme.decisions.flatMap(({ proposal, rounds }) => (rounds.length > 0 ? [proposal] : [])),
  )
  return (id) => !opened.has(id)
})

/** Whether a path is this file, or is in this folder. */
export function isAtOrBelow(path: string, folder: string): boolean {
  const trimmed = folder.replace(/^\.\/|\/+$/g, '')
  return path === trimmed || path.startsWith(`${trimmed}/`) || trimmed === '' || trimmed === '.'
}

const ORDER = ['error', 'warning', 'info', 'off'] as const

function milder(a: Severity | 'off', b: Severity | 'off'): Severity | 'off' {
  return ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b
}
