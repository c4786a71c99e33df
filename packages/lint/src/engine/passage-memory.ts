import type { Document, Finding } from '@cahier/core'
import { keep, ownCopy, type Passage } from '@cahier/prose'
import { placeIn } from '../document/places.ts'
import { MOST_FOUND } from './rule.ts'
import type { Settings } from './settings.ts'

/**
 * What was found in one passage, how that was written, and whether it is in the language of its
 * text.
 */
interface Said {
  readonly file: Document['kind']
  readonly kind: Passage['kind']
  /** `null` when it is all that the passage says. */
  readonly source: string | null
  readonly start: number
  readonly isOwn: boolean
  readonly findings: readonly Finding[]
}

/**
 * What the same rules found in each passage: one that is written as another was is not looked at
 * again, wherever it is. Texts made from one template share many, and so do two states of a
 * text that is typed in. It lasts as long as what they say is shared.
 */
export class PassageMemory {
  /** Of most passages there is nothing to say: they share these. */
  readonly #nothing: Said[] = []

  /** Adds to `found` what `look` would add, and gives what it would give. */
  look(
    passage: Passage,
    document: Document,
    settings: Settings,
    found: Finding[],
    look: (passage: Passage) => boolean,
  ): boolean {
    const { kind, prose, start, end } = passage
    // Rules may look at the rest of the front matter from a field.
    // Near their limit, rules count what they find.
    if (kind === 'field' || found.length >= MOST_FOUND) return look(passage)
    const { text, kind: file } = document
    const isPlain = isWrittenAt(prose.written, text, start, end)
    for (let kept = prose.kept; kept !== null; kept = kept.next) {
      if (kept.read !== this || kept.by !== settings) continue
      const said = kept.value as Said
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
    if (found.length >= MOST_FOUND) return isOwn
    if (isPlain && found.length === from)
      keep(prose, this, settings, this.#nothingIn(file, kind, isOwn))
    else {
      const findings = found.slice(from)
      const source = isPlain ? null : ownCopy(text.slice(start, end))
      if (findings.every(({ related }) => related === undefined))
        keep(prose, this, settings, { file, kind, source, start, isOwn, findings })
    }
    return isOwn
  }

  #nothingIn(file: Said['file'], kind: Said['kind'], isOwn: boolean): Said {
    const known = this.#nothing.find(
      (one) => one.file === file && one.kind === kind && one.isOwn === isOwn,
    )
    const said = known ?? { file, kind, source: null, start: 0, isOwn, findings: [] }
    if (known === undefined) this.#nothing.push(said)
    return said
  }
}

function isWrittenAt(source: string, text: string, start: number, end: number): boolean {
  // Compared as a whole: `startsWith` looks at one sign after the other.
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
