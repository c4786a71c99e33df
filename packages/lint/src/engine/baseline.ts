import type { Baseline, Finding } from '@cahier/core'
import { rules } from '../rules/index.ts'

/**
 * Findings without those already known: a rule that says no more of a file than the baseline counts
 * is silent there; with one more, all its findings are reported.
 */
export function withoutKnown(findings: readonly Finding[], baseline: Baseline): readonly Finding[] {
  if (Object.keys(baseline).length === 0) return findings
  const counts = baselineOf(findings)
  return findings.filter(
    ({ path, rule }) =>
      (counts[path]?.[rule] ?? Number.POSITIVE_INFINITY) > (baseline[path]?.[rule] ?? 0),
  )
}

/**
 * How many findings of each rule each file has, sorted. Rules that cannot be switched off are never
 * counted.
 */
export function baselineOf(findings: readonly Finding[]): Baseline {
  const counts = new Map<string, Map<string, number>>()
  for (const { path, rule } of findings) {
    if (FIXED_RULES.has(rule)) continue
    const ofFile = counts.get(path) ?? new Map<string, number>()
    counts.set(path, ofFile.set(rule, (ofFile.get(rule) ?? 0) + 1))
  }
  return Object.fromEntries(
    [...counts]
      .sort(byKey)
      .map(([path, ofFile]) => [path, Object.fromEntries([...ofFile].sort(byKey))]),
  )
}

/** Where a baseline counts more than another: a file and a rule each. */
export function grownIn(
  now: Baseline,
  before: Baseline,
): readonly { readonly path: string; readonly rule: string; readonly count: number }[] {
  return Object.entries(now).flatMap(([path, counts]) =>
    Object.entries(counts).flatMap(([rule, count]) =>
      count > (before[path]?.[rule] ?? 0) ? [{ path, rule, count }] : [],
    ),
  )
}

/**
 * The known counts, where a file that is gone passes its own to a new file with at most as many
 * findings: most were renamed.
 */
export function handedOn(
  before: Baseline,
  now: Baseline,
  isThere: (path: string) => boolean,
): Baseline {
  const gone = new Map(Object.entries(before).filter(([path]) => !isThere(path)))
  const came = Object.entries(now).filter(([path]) => before[path] === undefined)
  const handed = came.flatMap(([path, counts]) => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    const fit = [...gone].filter(
      ([, known]) => grownIn({ [path]: counts }, { [path]: known }).length === 0,
    )
    const [from, known] = fit.find(([old]) => old.endsWith(`/${name}`)) ?? fit[0] ?? []
    if (from === undefined || known === undefined) return []
    gone.delete(from)
    return [[path, known] as const]
  })
  return { ...before, ...Object.fromEntries(handed) }
}

/** Rules that cannot be switched off. */
export const FIXED_RULES: ReadonlySet<string> = new Set(
  rules.flatMap(({ id, fixed }) => (fixed ? [id] : [])),
)

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}
