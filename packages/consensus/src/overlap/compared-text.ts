import {
  type Language,
  type Manifest,
  type Proposal,
  STOP_WORDS,
  sectionTermOf,
} from '@cahier/core'
import { leafBlocks, plainText } from '@cahier/prose'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'

/** A proposal, prepared for comparison. */
export interface ComparedText {
  readonly passages: readonly ComparedPassage[]
  /** The count of each stem (word without its ending). Stems of title and summary count double. */
  readonly asked: ReadonlyMap<string, number>
}

export interface ComparedPassage {
  readonly text: string
  readonly stems: ReadonlyMap<string, number>
}

/** Gives a function that counts the stems of a passage. */
export function passageReader(language: Language): (text: string) => ComparedPassage {
  const stemOf = stemReader(language)
  return (text) => {
    const stems = new Map<string, number>()
    for (const word of meaningfulWords(text, language)) {
      const stem = stemOf(word)
      stems.set(stem, (stems.get(stem) ?? 0) + 1)
    }
    return { text, stems }
  }
}

function meaningfulWords(text: string, language: Language) {
  const plain = text.normalize('NFC').toLowerCase().replace(ADDRESSES, ' ')
  return (plain.match(WORDS) ?? [])
    .flatMap((found) => found.split(/['’-]/))
    .map((part) => part.replace(/·.*$/, ''))
    .filter((word) => word.length >= 2 && !STOP_WORDS[language].has(word))
}

/**
 * Gives a function that returns the stem of a word, without accents.
 * @see https://snowballstem.org
 */
function stemReader(language: Language): (word: string) => string {
  const stemmer = { fr: french, en: english }[language]
  const stems = new Map<string, string>()
  return (word) => {
    const stem = stems.get(word) ?? stemmer(word).normalize('NFD').replace(/\p{M}/gu, '')
    stems.set(word, stem)
    return stem
  }
}

// Web and e-mail addresses.
const ADDRESSES = /(?:https?:\/\/|www\.)\S+|(?<!\S)\S+@\S+/g
// A word. It may have inner marks, as in `élu·es`.
const WORDS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}·’'-]*/gu

/**
 * Prepares the title, the summary, the requests and the sections voted on. A proposal without such
 * sections is compared whole.
 */
export function comparedText(
  proposal: Proposal,
  manifest: Manifest,
  passageOf: (text: string) => ComparedPassage,
): ComparedText {
  const headline = [proposal.title, proposal.summary].filter((text) => text !== '').map(passageOf)
  const all = proposal.sections
  const normative = all.filter((section) => sectionTermOf(section, manifest)?.normative === true)
  const sections = normative.length > 0 ? normative : all
  const blocks = sections.flatMap(({ nodes }) =>
    leafBlocks({ type: 'root', children: [...nodes] }, proposal.document.text),
  )
  const passages = [
    ...proposal.requests.map(({ text }) => text),
    ...blocks.map(({ node }) => plainText(node)),
  ]
  const rest = passages.filter((text) => text !== '').map(passageOf)
  const asked = new Map<string, number>()
  const weigh = (passages: readonly ComparedPassage[], weight: number) => {
    for (const { stems } of passages)
      for (const [stem, count] of stems) asked.set(stem, (asked.get(stem) ?? 0) + weight * count)
  }
  weigh(headline, 2)
  weigh(rest, 1)
  return { passages: [...headline, ...rest], asked }
}
