import type { Document, Finding } from '@cahier/core'
import { cacheInProse, ownCopy, type Passage } from '@cahier/prose'
import { placeIn } from '../document/places.ts'
import { MAX_FINDINGS } from './rule.ts'
import type { Settings } from './settings.ts'

/** The findings of one passage (paragraph, heading or table cell), and what they depend on. */
interface CacheEntry {
  readonly file: Document['kind']
  readonly kind: Passage['kind']
  /** The source of the passage; `null` when it is equal to its text. */
  readonly source: string | null
  readonly start: number
  readonly isOwn: boolean
  readonly findings: readonly Finding[]
}

/**
 * A cache of findings by passage: texts from one template share many, and so do two versions of a
 * text being typed. One cache serves one list of rules.
 */
export class PassageFindingCache {
  readonly #nothing: CacheEntry[] = []

  /** Like `look`: adds the findings of the passage to `found`, and returns the same value. */
  look(
    passage: Passage,
    document: Document,
    settings: Settings,
    found: Finding[],
    look: (passage: Passage) => boolean,
  ): boolean {
    const { kind, prose, start, end } = passage
    // In fields, rules may look at other front matter; near their limit, they count findings.
    if (kind === 'field' || found.length >= MAX_FINDINGS) return look(passage)
    const { text, kind: file } = document
    const isPlain = isWrittenAt(prose.written, text, start, end)
    for (let kept = prose.kept; kept !== null; kept = kept.next) {
      if (kept.read !== this || kept.by !== settings) continue
      const said = kept.value as CacheEntry
      if (
        said.kind !== kind ||
        said.file !== file ||
        !(said.source === null ? isPlain : isWrittenAt(said.source, text, start, end))
      )
        continue
      for (const finding of said.findings) found.push(moved(finding, start - said.start, document))
      return said.isOwn
    }
    const from = found.length
    const isOwn = look(passage)
    if (found.length >= MAX_FINDINGS) return isOwn
    if (isPlain && found.length === from)
      cacheInProse(prose, this, settings, this.#nothingIn(file, kind, isOwn))
    else {
      const findings = found.slice(from)
      const source = isPlain ? null : ownCopy(text.slice(start, end))
      if (findings.every(({ related }) => related === undefined))
        cacheInProse(prose, this, settings, { file, kind, source, start, isOwn, findings })
    }
    return isOwn
  }

  #nothingIn(file: CacheEntry['file'], kind: CacheEntry['kind'], isOwn: boolean): CacheEntry {
    const known = this.#nothing.find(
      (one) => one.file === file && one.kind === kind && one.isOwn === isOwn,
    )
    const said = known ?? { file, kind, source: null, start: 0, isOwn, findings: [] }
    if (known === undefined) this.#nothing.push(said)
    return said
  }
}

function isWrittenAt(source: string, text: string, start: number, end: number): boolean {
  // Faster than `startsWith`, which compares sign by sign.
  return source.length === end - start && text.slice(start, end) === source
}

function moved(finding: Finding, by: number, document: Document): Finding {
  const { place, edits } = finding
  const { path } = document
  return {
    ...finding,
    path,
    place: placeIn(document, place.start.offset + by, place.end.offset + by),
    ...(edits && {
      edits: edits.map((edit) => ({ ...edit, path, start: edit.start + by, end: edit.end + by })),
    }),
  }
}
