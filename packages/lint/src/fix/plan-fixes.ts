import {
  applyEdits,
  type Document,
  decoded,
  type Edit,
  linkedPath,
  memoize,
  type Programme,
  readDocument,
  readProposal,
  withText,
} from '@cahier/core'
import { byPlace, linkBase, nodesOf } from '../document/documents.ts'
import { RECORD_KINDS } from '../engine/is-fixable.ts'
import { draftTest } from '../engine/levels.ts'
import { type LintScope, lint } from '../engine/lint.ts'
import { addressPlace } from '../references/addresses.ts'
import { type FixJob, fixTexts, type TextFix } from './fix-texts.ts'
import { EVERYTHING, type FindingFilter, type Fixes, type Refusal } from './fixes.ts'
import { fragmentsIn, movedAnchors } from './heading-anchors.ts'
import { amendmentsOf, cachedReader, countErrors, programmeWith } from './plan-format.ts'
import { keepsAllButProse, sameFields } from './same-but-prose.ts'

/**
 * The fixed texts of the selected files, with links that follow changed headings. Signed files, and
 * records of votes and editions, are not changed. The normative text of a proposal never changes
 * after a round (vote) opened.
 */
export function planFixes(
  programme: Programme,
  scope: LintScope = {},
  wanted: FindingFilter = EVERYTHING,
): Fixes {
  const includes = scope.includes ?? (() => true)
  const kinds = new Map(programme.documents.map(({ path, kind }) => [path, kind]))
  const read = cachedReader(programme.documents, readDocument)
  const programmeOf = memoize((texts: ReadonlyMap<string, string>) =>
    programmeWith(programme, texts, read),
  )
  const isDraft = draftTest(programme)
  const signed = new Set(programme.signatures.map(({ path }) => path))

  const kindOf = (path: string) => kinds.get(path) ?? 'page'
  const versionsOf = ({ path, before, after }: TextFix) =>
    [before, after].map((text) => read({ path, text }, kindOf(path))) as [Document, Document]

  // Prose fixes keep the structure. Stances never change, nor does a normative text after a round
  // (a vote) opened.
  const meaning = (change: TextFix): Refusal | null => {
    const kind = kindOf(change.path)
    const [before, after] = versionsOf(change)
    if (change.editScope === 'prose' && !keepsAllButProse(before, after, change.edits))
      return 'tree'
    if (kind === 'positions' && !sameFields(before, after)) return 'said'
    if (kind !== 'proposal') return null
    const [old, young] = [before, after].map((document) =>
      readProposal(document, programme.manifest, programme.assets),
    )
    return old !== undefined && !isDraft(old.id) && old.normative !== young?.normative
      ? 'digest'
      : null
  }
  const errorsWith = (texts: ReadonlyMap<string, string>, path: string) => {
    const includes = (one: string) => one === path || amendmentsOf(path)(one)
    return countErrors(programmeOf(texts), { ...scope, includes })
  }
  const refusal = (texts: ReadonlyMap<string, string>, change: TextFix): Refusal | null => {
    const { path, after, editScope } = change
    const why = meaning(change)
    const mayHarm =
      editScope === 'tree' || programme.documents.some((one) => amendmentsOf(path)(one.path))
    if (why !== null || !mayHarm) return why
    return errorsWith(new Map([...texts, [path, after]]), path) > errorsWith(texts, path)
      ? 'error'
      : null
  }
  const job: FixJob = {
    texts: new Map(
      programme.documents
        .filter(({ path }) => includes(path))
        .map(({ path, text }) => [path, text]),
    ),
    lint: (texts, paths) =>
      lint(programmeOf(texts), { ...scope, includes: (path) => includes(path) && paths.has(path) }),
    wanted,
    closed: (path) => {
      if (RECORD_KINDS.has(kindOf(path))) return 'frozen'
      return signed.has(`${path}.sig`) ? 'signed' : null
    },
    check: (texts, change) => {
      const why = refusal(texts, change)
      if (why !== null) return why
      const moved = movedAnchors(...versionsOf(change))
      if (moved.size === 0) return null
      const fragments = fragmentsIn(programmeOf(texts).documents.map(({ text }) => text))
      return [...moved.keys()].some((slug) => fragments.has(slug)) ? 'linked' : null
    },
    follow: (texts, change) => {
      if (refusal(texts, change) !== null) return null
      const moved = movedAnchors(...versionsOf(change))
      const changes = followedLinks(programmeOf(texts), change, moved)
      const isRefused = changes?.some(
        (one) => job.closed(one.path) ?? meaning({ ...one, editScope: 'tree' }),
      )
      return changes === null || isRefused
        ? null
        : new Map(changes.map(({ path, after }) => [path, after]))
    },
  }
  const fixes = fixTexts(job)
  const texts = new Map([...job.texts, ...fixes.texts])
  const others = lint(programmeOf(texts), {
    ...scope,
    includes: (path) => includes(path) && !texts.has(path),
  })
  return {
    ...fixes,
    remaining: [...fixes.remaining, ...wanted(others, (path) => texts.get(path) ?? '')].sort(
      byPlace,
    ),
  }
}

/** `null` when a link cannot be rewritten, for instance in HTML. */
function followedLinks(
  programme: Programme,
  change: TextFix,
  moved: ReadonlyMap<string, string>,
): readonly TextFix[] | null {
  const changes: TextFix[] = []
  for (const known of programme.documents) {
    const isOwn = known.path === change.path
    const document = isOwn ? withText(known, change.after) : known
    const edits: Edit[] = []
    if (document.body === null) continue
    const base = linkBase(programme, document)
    for (const node of nodesOf(document, 'link', 'definition')) {
      const hash = node.url.indexOf('#')
      const young = moved.get(decoded(node.url.slice(hash + 1)))
      const target = hash === 0 ? base : linkedPath(base, node.url)
      if (hash < 0 || young === undefined || target !== change.path) continue
      const { start, end } = addressPlace(document, node)
      const written = document.text.slice(start.offset, end.offset)
      if (written !== node.url || young === '') return null
      edits.push({
        path: document.path,
        start: start.offset + hash + 1,
        end: end.offset,
        text: encodeURI(young),
      })
    }
    const html = nodesOf(document, 'html').map(({ value }) => value)
    const lost = fragmentsIn(html)
    if ([...moved.keys()].some((slug) => lost.has(slug))) return null
    if (isOwn) changes.unshift({ ...change, after: applyEdits(change.after, edits) })
    else if (edits.length > 0)
      changes.push({
        path: document.path,
        before: document.text,
        after: applyEdits(document.text, edits),
        edits,
        editScope: 'tree',
      })
  }
  return changes
}
