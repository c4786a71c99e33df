import { languageOfTag } from '@cahier/core'
import type { Edition } from '../../edition/edition.ts'
import type { IndexEntry, Reference } from './index-entry.ts'
import { type PrintedText, printedTexts } from './printed-texts.ts'
import { wordReader } from './word-reader.ts'

/** The index of an edition by word, in the order of its language, accents counting last. */
export function wordIndex(edition: Edition): readonly IndexEntry[] {
  const language = languageOfTag(edition.language)
  const read = wordReader(language)
  const found = new Map<string, Found>()
  for (const text of printedTexts(edition))
    for (const word of read(text.text)) {
      const key = word.toLowerCase()
      const entry = found.get(key) ?? { forms: new Set(), texts: new Set() }
      entry.forms.add(word)
      entry.texts.add(text)
      found.set(key, entry)
    }
  const { compare } = new Intl.Collator(language, { numeric: true })
  return [...together(found)]
    .map(([key, entry]) => ({
      label: labelOf(key, entry),
      references: referencesOf([...entry.texts]),
    }))
    .filter(({ references }) => references.length > 0)
    .sort((a, b) => compare(a.label, b.label) || (a.label < b.label ? -1 : 1))
}

interface Found {
  readonly forms: Set<string>
  readonly texts: Set<PrintedText>
}

// A plural stands with its singular.
function together(found: ReadonlyMap<string, Found>): Map<string, Found> {
  const kept = new Map(found)
  for (const [key, { forms, texts }] of found) {
    const single = /[^s][sx]$/.test(key) && key.length > 3 ? found.get(key.slice(0, -1)) : undefined
    if (single === undefined) continue
    kept.delete(key)
    for (const form of forms) single.forms.add(form)
    for (const text of texts) single.texts.add(text)
  }
  return kept
}

// A form in small letters shows that the capital of the others is that of a sentence; acronyms and
// names keep theirs.
function labelOf(key: string, { forms }: Found): string {
  const small = [...forms].some((form) => form === form.toLowerCase())
  const written = (form: string) => (small ? form.toLowerCase() : form)
  const single = [...forms].filter((form) => form.toLowerCase() === key).sort()[0] ?? key
  const plural = [...forms].find((form) => form.toLowerCase() !== key)
  return plural === undefined ? written(single) : `${written(single)}, ${written(plural)}`
}

/**
 * More paragraphs than this, and a word leads to pages; more pages than this, and it leads to axes:
 * it is everywhere.
 */
const manyBlocks = 12
const manyPages = 60

function referencesOf(texts: readonly PrintedText[]): Reference[] {
  const ordered = [...texts].sort((a, b) => a.rank - b.rank)
  if (ordered.length <= manyBlocks) return once(ordered.map(({ at }) => at))
  const pages = once(ordered.map(({ page }) => page))
  return pages.length <= manyPages ? pages : once(ordered.flatMap(({ axis }) => axis ?? []))
}

function once(references: readonly Reference[]): Reference[] {
  return [...new Map(references.map((reference) => [reference.address, reference])).values()]
}
