import { type Language, languageOfTag, STOP_WORDS } from '@cahier/core'
import {
  blocksAsData,
  type DataBlock,
  type Edition,
  type FlowNode,
  type Measure,
  nodesAsText,
} from '../edition/edition.ts'
import { blockId } from '../markup/page.ts'
import { chapterPath, measurePath } from './site.ts'

/** The word index of an edition, in the alphabetical order of its language. */
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
  return [...mergePlurals(found)]
    .map(([key, entry]) => ({
      label: labelOf(key, entry),
      references: referencesOf([...entry.texts]),
    }))
    .filter(({ references }) => references.length > 0)
    .sort((a, b) => compare(a.label, b.label) || (a.label < b.label ? -1 : 1))
}

interface Found {
  readonly forms: Set<string>
  readonly texts: Set<IndexedText>
}

function mergePlurals(found: ReadonlyMap<string, Found>): Map<string, Found> {
  const kept = new Map(found)
  for (const [key, { forms, texts }] of found) {
    const single = /..[^s][sx]$/.test(key) ? found.get(key.slice(0, -1)) : undefined
    if (single === undefined) continue
    kept.delete(key)
    for (const form of forms) single.forms.add(form)
    for (const text of texts) single.texts.add(text)
  }
  return kept
}

// A word may have a capital because it begins a sentence. A word also seen in lower case is printed
// in lower case.
function labelOf(key: string, { forms }: Found) {
  const small = [...forms].some((form) => form === form.toLowerCase())
  const written = (form: string) => (small ? form.toLowerCase() : form)
  const single = [...forms].filter((form) => form.toLowerCase() === key).sort()[0] ?? key
  const plural = [...forms].find((form) => form.toLowerCase() !== key)
  return plural === undefined ? written(single) : `${written(single)}, ${written(plural)}`
}

/**
 * The entry of a word in more than `manyBlocks` paragraphs refers to pages. The entry of a word in
 * more than `manyPages` pages refers to axes. A book has no axes, so its index omits the word.
 */
const manyBlocks = 12
const manyPages = 60

function referencesOf(texts: readonly IndexedText[]): IndexReference[] {
  const ordered = [...texts].sort((a, b) => a.rank - b.rank)
  if (ordered.length <= manyBlocks) return unique(ordered.map(({ at }) => at))
  const pages = unique(ordered.map(({ page }) => page))
  return pages.length <= manyPages ? pages : unique(ordered.flatMap(({ axis }) => axis ?? []))
}

function unique(references: readonly IndexReference[]): IndexReference[] {
  return [...new Map(references.map((reference) => [reference.address, reference])).values()]
}

export interface IndexEntry {
  /** The singular and the plural: « guichet, guichets ». */
  readonly label: string
  readonly references: readonly IndexReference[]
}

/** A link to a paragraph, or to a page for a frequent word. The address is from the site's root. */
export interface IndexReference {
  readonly label: string
  readonly address: string
}

interface IndexedText {
  readonly text: string
  readonly at: IndexReference
  readonly page: IndexReference
  /** The page of the axis; `null` in a book. */
  readonly axis: IndexReference | null
  readonly rank: number
}

function printedTexts({ chapters, words }: Edition): IndexedText[] {
  return chapters
    .flatMap(({ id, number, title, question, introduction, measures }) => {
      // The introduction of a chapter has numbered blocks only in a book.
      const isBook = blocksAsData(introduction).some((block) => block.number !== '')
      const name = isBook ? `§${number}` : `${words.axis.toLowerCase()} ${number}`
      const page = { label: number === 0 ? title : name, address: chapterPath(id) }
      const texts = [
        ...located(numberedTexts(introduction, `${title} ${question} `), page),
        ...measures.flatMap((measure) => measureTexts(measure, id)),
      ]
      return texts.map((text) => ({ ...text, axis: isBook ? null : page }))
    })
    .map((text, rank) => ({ ...text, rank }))
}

type Located = Pick<IndexedText, 'text' | 'at' | 'page'>

function measureTexts(measure: Measure, chapter: string): Located[] {
  const { summary, title, sections, requests } = measure
  const page = { label: `§${measure.number}`, address: measurePath(chapter, measure.id) }
  const texts = [
    { number: summary.number, text: `${title} ${nodesAsText(summary.nodes)}` },
    ...sections.flatMap((section) =>
      numberedTexts(section.nodes, `${section.normative ? '' : section.title} `),
    ),
    ...requests.map(({ number, nodes }) => ({ number, text: nodesAsText(nodes) })),
  ]
  return located(texts, page)
}

type Numbered = Pick<DataBlock, 'number' | 'text'>

function located(texts: readonly Numbered[], page: IndexReference): Located[] {
  return texts.map(({ number, text }) => {
    const block = { label: `§${number}`, address: `${page.address}#${blockId(number)}` }
    return { text, page, at: number === '' ? page : block }
  })
}

// The words of a heading, which has no number, go to the next block.
function numberedTexts(nodes: readonly FlowNode[], before: string): Numbered[] {
  const texts: Numbered[] = []
  let waiting = before
  for (const { number, type, text } of blocksAsData(nodes))
    if (type === 'heading') waiting += `${text} `
    else {
      texts.push({ number, text: waiting + (type === 'code' ? '' : text) })
      waiting = ''
    }
  return waiting.trim() === '' ? texts : [...texts, { number: '', text: waiting }]
}

/**
 * Returns a function that lists the words of a text, without stop words, numbers, addresses and
 * elided or inverted parts (« l’ », « -t-il »).
 */
export function wordReader(language: Language): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  const read = (found: string): readonly string[] => {
    const words = known.get(found) ?? partsOf(found, language)
    known.set(found, words)
    return words
  }
  return (text) => (text.normalize('NFC').replace(addresses, ' ').match(word) ?? []).flatMap(read)
}

function partsOf(found: string, language: Language) {
  return found.split(/[’']/).flatMap((part) => {
    const bare = part.replace(inversion, '').replace(gender, '').replace(edges, '')
    const isAcronym = /^\p{Lu}[\p{Lu}\d]+$|^\d+\p{Lu}+$/u.test(bare)
    if (!/\p{L}/u.test(bare) || (bare.length < 3 && !isAcronym)) return []
    return !isAcronym && STOP_WORDS[language].has(bare.toLowerCase()) ? [] : [bare]
  })
}

const addresses = /(?:https?:\/\/|www\.)\S+|(?<!\S)\S+@\S+/g
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}·’'-]*/gu
/** « dit-il » is indexed under « dit ». */
const inversion = /-(?:t-)?(?:ils?|elles?|on|je|tu|ce|ci|là|le|la|les|y|en)$/i
/** « élu·es » is indexed under « élu ». */
const gender = /·.*$/
const edges = /^-+|(?<!-)-+$/g
