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

/** The requests of a proposal, prepared for comparison. */
export interface ComparedText {
  readonly passages: readonly ComparedPassage[]
  /** The weight of each stem in the text. Title and summary count double. */
  readonly asked: ReadonlyMap<string, number>
}

export interface ComparedPassage {
  readonly text: string
  /** The number of occurrences of each stem. */
  readonly stems: ReadonlyMap<string, number>
}

/** Reads passages, each distinct text once: proposals made from a template share many. */
export function passageReader(language: Language): (text: string) => ComparedPassage {
  const known = new Map<string, ComparedPassage>()
  return (text) => {
    let passage = known.get(text)
    if (passage === undefined) {
      const stems = new Map<string, number>()
      for (const stem of stemsOf(text, language)) stems.set(stem, (stems.get(stem) ?? 0) + 1)
      passage = { text, stems }
      known.set(text, passage)
    }
    return passage
  }
}

/**
 * Reads what a proposal asks: title, summary, requests and normative sections; all sections when
 * none is normative.
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
  const said = [
    ...proposal.requests.map(({ text }) => text),
    ...blocks.map(({ node }) => plainText(node)),
  ]
  const rest = said.filter((text) => text !== '').map(passageOf)
  const asked = new Map<string, number>()
  const weigh = (passages: readonly ComparedPassage[], weight: number) => {
    for (const { stems } of passages)
      for (const [stem, count] of stems) asked.set(stem, (asked.get(stem) ?? 0) + weight * count)
  }
  weigh(headline, 2)
  weigh(rest, 1)
  return { passages: [...headline, ...rest], asked }
}

/**
 * The stems of the meaningful words in the order of the text, without accents. Stop words,
 * addresses and single letters are left out, numbers kept.
 * @see https://snowballstem.org
 */
function stemsOf(text: string, language: Language): string[] {
  return (text.normalize('NFC').toLowerCase().replace(ADDRESSES, ' ').match(WORDS) ?? []).flatMap(
    (found) => partsOf(found, language),
  )
}

function partsOf(found: string, language: Language): string[] {
  return found.split(/['’-]/).flatMap((part) => {
    const bare = part.replace(/·.*$/, '')
    if (bare.length < 2 || STOP_WORDS[language].has(bare)) return []
    const known = remembered[language].get(bare)
    if (known !== undefined) return [known]
    const stem = withoutAccents(STEMMERS[language](bare))
    remembered[language].set(bare, stem)
    return [stem]
  })
}

const ADDRESSES = /(?:https?:\/\/|www\.)\S+|(?<!\S)\S+@\S+/g
const WORDS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}·’'-]*/gu
const STEMMERS = { fr: french, en: english }

// A folder says few different words, many times. What a language's stemmer gives never changes.
const remembered = { fr: new Map<string, string>(), en: new Map<string, string>() }

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '')
}
