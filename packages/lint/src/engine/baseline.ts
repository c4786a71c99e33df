import type { Baseline, Finding } from '@cahier/core'
import { byCodeUnits, groupedBy } from '@cahier/prose'
import { ruleNamed } from '../rules/index.ts'

/**
 * Removes the findings that `lint-baseline.yaml` accepts. When a rule has more findings in a file
 * than the baseline counts, all of them are kept.
 */
export function withoutKnown(findings: readonly Finding[], baseline: Baseline): readonly Finding[] {
  if (Object.keys(baseline).length === 0) return findings
  const counts = baselineOf(findings)
  return findings.filter(
    ({ path, rule }) =>
      (counts[path]?.[rule] ?? Number.POSITIVE_INFINITY) > (baseline[path]?.[rule] ?? 0),
  )
}

/** Counts findings by file and rule, in sorted order. Rules that are always on are not counted. */
export function baselineOf(findings: readonly Finding[]): Baseline {
  const free = findings.filter(({ rule }) => !ruleNamed(rule)?.alwaysOn)
  return sortedMap(free, 'path', (ofFile) => sortedMap(ofFile, 'rule', ({ length }) => length))
}

function sortedMap<Value>(
  findings: readonly Finding[],
  key: 'path' | 'rule',
  valueIn: (some: readonly Finding[]) => Value,
): Readonly<Record<string, Value>> {
  const groups = [...groupedBy(findings, (finding) => finding[key])]
  return Object.fromEntries(
    groups
      .sort(([one], [other]) => byCodeUnits(one, other))
      .map(([name, some]) => [name, valueIn(some)]),
  )
}

/** The counts of `now` that are higher than in `before`, with their file and rule. */
export function increasedCounts(
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
 * Adds to `before` the counts of renamed files. A new file takes the counts of a missing file when
 * they cover all findings of the new file.
 */
export function carryCountsToRenamed(
  before: Baseline,
  now: Baseline,
  isThere: (path: string) => boolean,
): Baseline {
  const gone = new Map(Object.entries(before).filter(([path]) => !isThere(path)))
  const came = Object.entries(now).filter(([path]) => before[path] === undefined)
  const handed = came.flatMap(([path, counts]) => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    const fit = [...gone].filter(
      ([, known]) => increasedCounts({ [path]: counts }, { [path]: known }).length === 0,
    )
    const [from, known] = fit.find(([old]) => old.endsWith(`/${name}`)) ?? fit[0] ?? []
    if (from === undefined || known === undefined) return []
    gone.delete(from)
    return [[path, known] as const]
  })
  return { ...before, ...Object.fromEntries(handed) }
}
