import { FILE_START, withoutMarkdownExtension } from '@cahier/core'
import { everyNode } from '../edition/nodes.ts'
import { publicationFinding } from '../publication-messages.ts'
import { indexPaths, openingRank, opensFolder } from './path-index.ts'
import type { ParsedLooseText } from './read-loose-file.ts'

/**
 * Orders texts by the links of `SUMMARY.md`, or by path without such a file. A summary with links
 * is no chapter itself. Texts that the summary does not list come last, with a finding.
 */
export function readingOrder(texts: readonly ParsedLooseText[]) {
  const weights = weightsOf(texts)
  const sorted = [...texts].sort((a, b) => comparePaths(a.path, b.path, weights))
  const [summary] = sorted
    .filter(({ path }) => /(?:^|\/)summary\.md$/i.test(path))
    .sort((a, b) => depthOf(a.path) - depthOf(b.path))
  if (summary === undefined) return { texts: sorted, findings: [] }
  const others = new Map(
    sorted.filter((text) => text !== summary).map((text) => [text.path, text] as const),
  )
  const index = indexPaths([...others.keys()])
  const listed = new Set(
    everyNode(summary.tree).flatMap((node) =>
      node.type === 'link' ? (index.find(node.url, summary.path)?.path ?? []) : [],
    ),
  )
  if (listed.size === 0) return { texts: sorted, findings: [] }
  const unlisted = [...others.values()].filter(({ path }) => !listed.has(path))
  return {
    texts: [...[...listed].flatMap((path) => others.get(path) ?? []), ...unlisted],
    findings: unlisted.map(({ path }) => {
      const data = { summary: summary.path }
      return publicationFinding('publication/file', 'unlisted', path, FILE_START, data, 'info')
    }),
  }
}

/**
 * Compares two paths folder by folder. README and index come first; then the weight decides, then
 * natural order (2 before 10). `weights` gives the weight of a file or folder by its path.
 */
export function comparePaths(
  a: string,
  b: string,
  weights: ReadonlyMap<string, number> = new Map(),
): number {
  const [ours, theirs] = [a.split('/'), b.split('/')]
  const at = ours.findIndex((step, index) => step !== theirs[index])
  const [one, other] = [ours[at] ?? '', theirs[at] ?? '']
  if (at < 0) return 0
  const weightOf = (steps: readonly string[]) =>
    weights.get(steps.slice(0, at + 1).join('/')) ?? Number.MAX_VALUE
  return (
    rankAt(ours, at) - rankAt(theirs, at) ||
    weightOf(ours) - weightOf(theirs) ||
    NATURAL.compare(withoutMarkdownExtension(one), withoutMarkdownExtension(other)) ||
    ours.length - theirs.length ||
    (one < other ? -1 : 1)
  )
}

// The locale is fixed: the order is the same on every machine.
const NATURAL = new Intl.Collator('fr', { numeric: true })

function rankAt(steps: readonly string[], at: number) {
  return openingRank(at === steps.length - 1 ? (steps[at] ?? '') : '')
}

/** The weights in the front matter, by path. A README or index sets the weight of its folder. */
function weightsOf(texts: readonly ParsedLooseText[]): ReadonlyMap<string, number> {
  return new Map(
    texts.flatMap(({ path, head }) => {
      const ranked = opensFolder(path) ? path.slice(0, Math.max(0, path.lastIndexOf('/'))) : path
      return head.weight === null ? [] : [[ranked, head.weight] as const]
    }),
  )
}

function depthOf(path: string) {
  return path.split('/').length
}
