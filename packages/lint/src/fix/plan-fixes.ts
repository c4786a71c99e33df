import {
  applyEdits,
  type Document,
  decoded,
  type Edit,
  memoize,
  type Programme,
  readDocument,
  readProposal,
  resolvePath,
  type Source,
  withText,
} from '@cahier/core'
import { bodyStartOf, splitFrontMatter } from '@cahier/prose'
import { linkBase } from '../document/documents.ts'
import { nodesOf } from '../document/nodes-of.ts'
import { byPlace } from '../document/places.ts'
import { wasNeverOpened } from '../engine/levels.ts'
import { type LintScope, lint } from '../engine/lint.ts'
import { type Settings, settingsOf } from '../engine/settings.ts'
import { addressPlace } from '../references/addresses.ts'
import { type FixJob, fixTexts, type TextFix } from './fix-texts.ts'
import { EVERYTHING, type FindingFilter, type Fixes, type Refusal } from './fixes.ts'
import { fragmentsIn, movedAnchors } from './heading-anchors.ts'
import { FROZEN } from './is-fixable.ts'
import { amendmentsOf, programmeWith } from './plan-format.ts'
import { sameButProse, sameButSentences, sameFields } from './same-but-prose.ts'

/**
 * Fixes the selected files of a programme, and links to headings that change. Signed files, and
 * records of votes and editions, are not changed. The normative text of a proposal stays the same
 * after a round (vote).
 */
export function planFixes(
  programme: Programme,
  scope: LintScope = {},
  wanted: FindingFilter = EVERYTHING,
): Fixes {
  const includes = scope.includes ?? (() => true)
  const kinds = new Map(programme.documents.map(({ path, kind }) => [path, kind]))
  const read = cachedReader(programme.documents)
  const programmeOf = memoize((texts: ReadonlyMap<string, string>) =>
    programmeWith(programme, texts, read),
  )
  const isDraft = wasNeverOpened(programme)
  const signed = new Set(programme.signatures.map(({ path }) => path))
  const settings = settingsOf(programme.manifest)

  // Refuses a change of structure, of a stance, or of a text after a vote.
  const meaning = (change: TextFix): Refusal | null => {
    const kind = kinds.get(change.path) ?? 'page'
    const [before, after] = [change.before, change.after].map((text) =>
      read({ path: change.path, text }, kind),
    ) as [Document, Document]
    if (change.editScope === 'prose' && !keepsAllButProse(before, after, change, settings))
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
  const errorsWith = (texts: ReadonlyMap<string, string>, path: string): number => {
    const concerned = (one: string) => one === path || amendmentsOf(path)(one)
    return lint(programmeOf(texts), { ...scope, includes: concerned }).filter(
      ({ severity }) => severity === 'error',
    ).length
  }
  const movedBy = ({ path, before, after }: TextFix): ReadonlyMap<string, string> => {
    const kind = kinds.get(path) ?? 'page'
    return movedAnchors(read({ path, text: before }, kind), read({ path, text: after }, kind))
  }
  // Refuses a change that adds errors, in the file or in its amendments.
  const harm = (
    texts: ReadonlyMap<string, string>,
    { path, after, editScope }: TextFix,
  ): Refusal | null => {
    if (
      editScope === 'prose' &&
      !programme.documents.some((document) => amendmentsOf(path)(document.path))
    )
      return null
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
      if (FROZEN.has(kinds.get(path) ?? '')) return 'frozen'
      return signed.has(`${path}.sig`) ? 'signed' : null
    },
    check: (texts, change) => {
      const why = meaning(change) ?? harm(texts, change)
      if (why !== null) return why
      const moved = movedBy(change)
      if (moved.size === 0) return null
      const fragments = fragmentsIn(programmeOf(texts).documents.map(({ text }) => text))
      return [...moved.keys()].some((slug) => fragments.has(slug)) ? 'linked' : null
    },
    follow: (texts, change) => {
      if (meaning(change) !== null || harm(texts, change) !== null) return null
      const changes = followedLinks(programmeOf(texts), change, movedBy(change))
      if (
        changes === null ||
        changes.some(
          (one) => job.closed(one.path) !== null || meaning({ ...one, editScope: 'tree' }) !== null,
        )
      )
        return null
      return new Map(changes.map(({ path, after }) => [path, after]))
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

function keepsAllButProse(
  before: Document,
  after: Document,
  { edits }: TextFix,
  settings: Settings,
): boolean {
  if (before.body === null || after.body === null) return false
  const { kind, text } = before
  const from = kind === 'page' ? bodyStartOf(text) : splitFrontMatter(text).bodyStart
  const ofHead = edits.filter(({ end }) => end <= from)
  const ofBody = edits.filter(({ start }) => start >= from)
  return (
    ofHead.length + ofBody.length >= edits.length &&
    sameButSentences(before, after, ofHead, settings) &&
    sameButProse(before, after, ofBody)
  )
}

function cachedReader(
  documents: readonly Document[],
): (source: Source, kind: Document['kind']) => Document {
  const known = new Map(documents.map((document) => [document.path, [document]]))
  return (source, kind) => {
    const some = known.get(source.path) ?? []
    const last = some.find(({ text }) => text === source.text)
    if (last !== undefined) return last
    const document = readDocument(source, kind)
    known.set(source.path, [document, ...some.slice(0, 2)])
    return document
  }
}

/**
 * A change of headings, followed by the changes of links to them. `null` when a link cannot be
 * rewritten: it is in HTML, or has escapes.
 */
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
      const target = hash === 0 ? base : resolvePath(base, node.url)
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
