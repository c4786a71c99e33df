import { type Document, lazily, type Source } from '@cahier/core'
import { type Parser, parseMarkdown } from '@cahier/prose'
import { selectsOnlyRules } from '../engine/rule.ts'
import { type LooseScope, lintLooseText } from '../loose/lint-loose-text.ts'
import { readLooseText } from '../loose/read-loose-text.ts'
import { fixTexts } from './fix-texts.ts'
import { EVERYTHING, type FindingFilter, type Fixes } from './fixes.ts'
import { fragmentsIn, movedAnchors } from './heading-anchors.ts'
import { cachedReader } from './plan-format.ts'
import { keepsAllButProse } from './same-but-prose.ts'

/** Options of `planLooseFixes`. */
export interface LooseFixScope extends LooseScope {
  readonly parse?: Parser
  readonly wanted?: FindingFilter
  /** Other texts: prose fixes keep the slugs of headings that they link to. */
  readonly others?: () => Iterable<string>
}

/**
 * Fixes the prose of Markdown texts outside a programme, not their front matter. A prose fix keeps
 * the slug of each heading that has a link to it. Rules that change more than prose fix only when
 * `scope.rule` names them.
 */
export function planLooseFixes(sources: readonly Source[], scope: LooseFixScope = {}): Fixes {
  const fragments = lazily({
    own: () => fragmentsIn(sources.map(({ text }) => text)),
    others: () => fragmentsIn(scope.others?.() ?? []),
  })
  const isLinked = (slug: string) => fragments.own.has(slug) || fragments.others.has(slug)
  const all = sources.map((source) => fixOne(source, scope, isLinked))
  return {
    texts: new Map(all.flatMap(({ texts }) => [...texts])),
    fixed: all.flatMap(({ fixed }) => fixed),
    remaining: all.flatMap(({ remaining }) => remaining),
    refused: all.flatMap(({ refused }) => refused),
  }
}

function fixOne(
  { path, text }: Source,
  scope: LooseFixScope,
  isLinked: (slug: string) => boolean,
): Fixes {
  const { rule = '', parse = parseMarkdown, wanted = EVERYTHING } = scope
  const lint = (document: Document) => lintLooseText(document, scope)
  const readOne = cachedReader([readLooseText({ path, text }, parse)], readLooseText)
  const read = (now: string): Document => readOne({ path, text: now })
  return fixTexts({
    texts: new Map([[path, text]]),
    lint: (now) => lint(read(now.get(path) ?? text)),
    wanted,
    closed: () => null,
    check: (_, change) => {
      const [before, after] = [read(change.before), read(change.after)]
      if (change.editScope === 'tree' && !selectsOnlyRules(rule)) return 'unasked'
      if (change.editScope === 'tree')
        return lint(after).length < lint(before).length ? null : 'error'
      if (!keepsAllButProse(before, after, change.edits)) return 'tree'
      return [...movedAnchors(before, after).keys()].some(isLinked) ? 'linked' : null
    },
  })
}
