import type { Document, Finding } from '@cahier/core'
import { keptInProse, ownCopy, type Passage } from '@cahier/prose'
import { placeIn } from './place-in.ts'
import type { Settings } from './settings.ts'

/** What was found in one passage, how that was written, and whether it is in the language of its text. */
interface Said {
  readonly settings: Settings
  readonly file: Document['kind']
  readonly kind: Passage['kind']
  readonly source: string
  readonly start: number
  readonly isOwn: boolean
  readonly findings: readonly Finding[]
  /** What was found where the same words are written otherwise, or in another kind of passage. */
  readonly next: Said | null
}

/**
 * What the same rules found in each passage: one that is written as another was is not looked at again, wherever it stands. Texts made from one template share
 * many, and so do two states of a text that is typed in. It lasts as long as what they say is shared.
 */
export class PassageMemory {
  /** Adds to `found` what `look` would add, and gives what it would give. */
  look(passage: Passage, document: Document, settings: Settings, found: Finding[], look: () => boolean): boolean {
    const { kind, prose, start, end } = passage
    // Of a field, rules ask what else stands in the head.
    if (kind === 'field') return look()
    const { text, kind: file } = document
    const shelf = saidIn(prose, this)
    let others = 0
    for (let one = shelf.first; one !== null; one = one.next, others++)
      if (one.kind === kind && one.file === file && one.settings === settings && isWrittenAt(one.source, text, start, end)) {
        for (const finding of one.findings) found.push(moved(finding, start - one.start, document))
        return one.isOwn
      }
    const from = found.length
    const isOwn = look()
    const findings = found.slice(from)
    // A few ways of writing it are enough.
    if (others < MOST && findings.every(({ related }) => related === undefined)) {
      const source = isWrittenAt(prose.written, text, start, end) ? prose.written : ownCopy(text.slice(start, end))
      shelf.first = { settings, file, kind, source, start, isOwn, findings, next: shelf.first }
    }
    return isOwn
  }
}

const saidIn = keptInProse((_, _memory: PassageMemory): { first: Said | null } => ({ first: null }))

const MOST = 20

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
    ...(edits && { edits: edits.map((edit) => ({ ...edit, path, start: edit.start + by, end: edit.end + by })) }),
  }
}
