import type { Document, Finding } from '@cahier/core'
import type { Passage } from '@cahier/prose'
import { placeIn } from './place-in.ts'
import type { Settings } from './settings.ts'

/** What was found in one passage, where it stood, and whether it is in the language of its text. */
interface Said {
  readonly start: number
  readonly isOwn: boolean
  readonly findings: readonly Finding[]
}

/**
 * What was found in each passage of a text that is typed in: a passage that is written as one was the last time is not looked at again, wherever it stands now.
 * A class because it lives as long as its file is typed in.
 */
export class PassageMemory {
  #settings: Settings | undefined
  #before: ReadonlyMap<string, Said> = new Map()
  #now = new Map<string, Said>()

  /** Goes through the text once more. */
  begin(settings: Settings): void {
    this.#before = settings === this.#settings ? this.#now : new Map()
    this.#now = new Map()
    this.#settings = settings
  }

  /** Adds to `found` what `look` would add, and gives what it would give. */
  look(passage: Passage, document: Document, found: Finding[], look: () => boolean): boolean {
    // Of a field, rules ask what else stands in the head.
    if (passage.kind === 'field') return look()
    const key = keyOf(passage, document)
    const known = this.#before.get(key)
    if (known !== undefined) {
      this.#now.set(key, known)
      for (const finding of known.findings) found.push(moved(finding, passage.start - known.start, document))
      return known.isOwn
    }
    const from = found.length
    const isOwn = look()
    const findings = found.slice(from)
    if (findings.every(({ related }) => related === undefined)) this.#now.set(key, { start: passage.start, isOwn, findings })
    return isOwn
  }
}

// All that a rule is given of a passage but its node, places counted from its start. Of the document, rules of passages ask what kind of file it is, which stays.
function keyOf({ kind, text, written, starts, gaps, start, end }: Passage, document: Document): string {
  const breaks: number[] = []
  for (let at = 0, expected = 0; at < starts.length; at++, expected++) {
    const unit = starts[at] as number
    const here = unit < 0 ? unit : unit - start
    if (here !== expected) breaks.push(at, here)
    expected = here
  }
  for (const [at, gap] of gaps) breaks.push(at, gap - start)
  return JSON.stringify([kind, text, written === text ? '' : written, document.text.slice(start, end), breaks, gaps.size])
}

function moved(finding: Finding, by: number, document: Document): Finding {
  const { place, edits } = finding
  return {
    ...finding,
    place: placeIn(document, place.start.offset + by, place.end.offset + by),
    ...(edits && { edits: edits.map((edit) => ({ ...edit, start: edit.start + by, end: edit.end + by })) }),
  }
}
