import { type Language, type Manifest, type Proposal, sectionTermOf } from '@cahier/core'
import { leafBlocks, plainText } from '@cahier/prose'
import { stemsOf } from './stems-of.ts'

/** A proposal as overlaps are looked for: what it asks, cut into passages. */
export interface SpokenText {
  readonly proposal: string
  readonly passages: readonly Passage[]
  /** How much each stem counts in what it asks: titles and summaries count double. */
  readonly asked: ReadonlyMap<string, number>
}

export interface Passage {
  readonly text: string
  readonly stems: ReadonlySet<string>
}

/** Reads what a proposal asks: its title, its summary, its requests and its normative sections; the whole text when no section is normative. */
export function spokenText(proposal: Proposal, manifest: Manifest, language: Language): SpokenText {
  const headline = [proposal.title, proposal.summary].filter((text) => text !== '')
  const normative = proposal.sections.filter((section) => sectionTermOf(section, manifest)?.normative === true)
  const sections = normative.length > 0 ? normative : proposal.sections
  const blocks = sections.flatMap(({ nodes }) => leafBlocks({ type: 'root', children: [...nodes] }, proposal.document.text))
  const rest = [...proposal.requests.map(({ text }) => text), ...blocks.map(({ node }) => plainText(node))].filter((text) => text !== '')
  const asked = new Map<string, number>()
  const weigh = (texts: readonly string[], weight: number) => {
    for (const text of texts) for (const stem of stemsOf(text, language)) asked.set(stem, (asked.get(stem) ?? 0) + weight)
  }
  weigh(headline, 2)
  weigh(rest, 1)
  const passages = [...headline, ...rest].map((text) => ({ text, stems: new Set(stemsOf(text, language)) }))
  return { proposal: proposal.id, passages, asked }
}
