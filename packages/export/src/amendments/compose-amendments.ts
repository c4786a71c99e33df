import {
  type Amendment,
  isFields,
  markedTextOf,
  type Programme,
  type Proposal,
  type Term,
  titleOf,
} from '@cahier/core'
import {
  acceptAll,
  byCodeUnits,
  foldProse,
  type MarkedBlock,
  markedBlocks,
  parseMarkdown,
  plainText,
  readCriticMarkup,
  refuseAll,
} from '@cahier/prose'
import type { RootContent } from 'mdast'
import {
  type AmendedBlock,
  type AmendedField,
  editionWords,
  everyNode,
  FACT_LABELS,
  FIELD_LABELS,
  type FlowNode,
  type InlineNode,
  type NumberedText,
  type PrintedAmendment,
  type PrintedSection,
  textNode,
} from '../edition/edition.ts'
import {
  IN_BRACKETS,
  openTypesetter,
  type ProgrammeContext,
  type Typesetter,
} from '../print/context.ts'
import { noteKey, printFlow, printInlines } from '../print/markdown-to-edition.ts'
import type { NoteBook } from '../print/notes.ts'
import { changedInlines } from './changed-inlines.ts'

/**
 * The undecided amendments to a proposal, by date then id. Amendments that cannot be located for
 * certain are left out.
 */
export function composeAmendments(
  proposal: Proposal,
  printed: NumberedProposal,
  context: ProgrammeContext,
): readonly PrintedAmendment[] {
  const waiting = context.programme.amendments.filter(
    ({ amends, outcome }) => amends === proposal.id && outcome === '',
  )
  if (waiting.length === 0) return []
  const typesetter = openTypesetter(context, proposal.document, { within: IN_BRACKETS })
  const placeOf = amendedPlaces(printed, typesetter)
  return waiting
    .map((amendment): PrintedAmendment => {
      const { id, by, date } = amendment
      const { name: byName, example } = context.names(by)
      return {
        id,
        by,
        byName,
        example,
        date,
        reasons: reasonsOf(amendment, context),
        blocks: blocksOf(amendment, proposal, placeOf, context.programme, typesetter),
        fields: amendedFields(amendment, context),
      }
    })
    .filter(({ blocks, fields }) => blocks.length + fields.length > 0)
    .sort((a, b) => byCodeUnits(a.date, b.date) || byCodeUnits(a.id, b.id))
}

function blocksOf(
  amendment: Amendment,
  proposal: Proposal,
  placeOf: (block: MarkedBlock) => AmendedPlace,
  programme: Programme,
  typesetter: Typesetter,
): AmendedBlock[] {
  const marked = markedTextOf(amendment, programme)
  if (marked.trim() === '') return []
  // The recorded ranks of blocks are valid only in the text that the author amended.
  const at = amendment.base === proposal.whole && amendment.at.length > 0 ? amendment.at : null
  return markedBlocks(proposal.document.text, marked, at).map((block): AmendedBlock => {
    const { ordinal, added, old, new: newer } = block
    return {
      ...placeOf(block),
      ordinal,
      added,
      nodes: changedInlines(inlinesIn(old, typesetter), inlinesIn(newer, typesetter)),
    }
  })
}

function reasonsOf(amendment: Amendment, context: ProgrammeContext): FlowNode[] {
  const text = foldProse(context.programme.manifest.amendmentSections.text)
  const typesetter = openTypesetter(context, amendment.document, { within: IN_BRACKETS })
  const nodes = (typesetter.body?.sections ?? [])
    .filter(({ title }) => foldProse(title) !== text)
    .flatMap((section) => section.nodes)
  return printFlow(nodes, typesetter)
}

function inlinesIn(markdown: string | null, typesetter: Typesetter): InlineNode[] {
  if (markdown === null) return []
  // Adds empty definitions of notes: without a definition, a note call is not parsed.
  const calls = [...new Set([...markdown.matchAll(/\[\^[^\]\s]{1,999}\]/g)].map(([call]) => call))]
  const { children } = parseMarkdown([markdown, ...calls.map((call) => `${call}: .`)].join('\n\n'))
  return linesOf(
    children.filter(({ position }) => (position?.start.offset ?? 0) < markdown.length),
    typesetter,
  )
}

function linesOf(nodes: readonly RootContent[], typesetter: Typesetter) {
  return joined(
    nodes.map((node) => inlinesOf(node, typesetter)),
    { type: 'break' },
  )
}

function inlinesOf(node: RootContent, typesetter: Typesetter): InlineNode[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return printInlines(node.children, typesetter)
    case 'tableRow':
      return joined(
        node.children.map((cell) => inlinesOf(cell, typesetter)),
        textNode(' | '),
      )
    case 'table':
    case 'list':
    case 'listItem':
    case 'blockquote':
    case 'footnoteDefinition':
      return linesOf(node.children, typesetter)
    case 'code':
      return joined(
        node.value.split('\n').map((value) => [textNode(value)]),
        { type: 'break' },
      )
    default:
      return [textNode(typesetter.context.text(plainText(node)))]
  }
}

function joined(parts: readonly (readonly InlineNode[])[], between: InlineNode): InlineNode[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [between, ...part]))
}

function amendedFields(
  { head }: Amendment,
  { programme, language, text }: ProgrammeContext,
): readonly AmendedField[] {
  if (!isFields(head)) return []
  const { manifest, proposals } = programme
  // Ids in these fields are printed as titles.
  const terms: Readonly<Record<string, readonly Term[]>> = {
    horizon: manifest.horizons,
    scale: manifest.scales,
    action: manifest.actions,
    impacts: manifest.impacts,
    requires: proposals,
    proposals,
  }
  const titlesIn = (known: readonly Term[], ids: string) =>
    ids
      .split(',')
      .map((id) => titleOf(known, id.trim()))
      .filter(Boolean)
      .join(', ')
  const field = (label: string, marked: string, known?: readonly Term[]): AmendedField => {
    const { pieces } = readCriticMarkup(marked)
    const [old = [], newer = []] = [refuseAll(pieces), acceptAll(pieces)].map((written) => {
      const value = text(known === undefined ? written : titlesIn(known, written))
      return value === '' ? [] : [textNode(value)]
    })
    return { label, nodes: changedInlines(old, newer) }
  }
  const { requests } = FIELD_LABELS[language]
  const labels: Readonly<Record<string, string>> = {
    ...FACT_LABELS[language],
    ...FIELD_LABELS[language],
  }
  return Object.entries(head).flatMap(([key, value]): AmendedField[] => {
    if (value === null) return []
    if (!isFields(value))
      return [field(labels[key] ?? key, [value].flat().map(String).join(', '), terms[key])]
    return Object.entries(value).map(([addressee, marked]) => {
      const title = titleOf(manifest.addressees, addressee)
      return field(text(`${requests} : ${title}`), String(marked))
    })
  })
}

interface NumberedProposal {
  readonly summary: NumberedText
  readonly sections: readonly PrintedSection[]
  readonly notes: NoteBook
}

type AmendedPlace = Pick<AmendedBlock, 'number' | 'place'>

function amendedPlaces(
  { summary, sections, notes }: NumberedProposal,
  typesetter: Typesetter,
): (block: MarkedBlock) => AmendedPlace {
  const numbers = numbersOf(sections)
  const labels = notesByRank(typesetter)
  const { note } = editionWords(typesetter.context.language, false)
  return ({ ordinal, added }) => {
    const label = labels.get(ordinal)
    if (label !== undefined)
      return {
        number: '',
        place: [note, notes.numberOf(noteKey(label)) || ''].join('\u00A0').trimEnd(),
      }
    const [, before = summary.number] = numbers.findLast(([rank]) => rank <= ordinal) ?? []
    const [, after = before] = numbers.find(([rank]) => rank >= ordinal) ?? []
    return { number: added ? before : after }
  }
}

/** The label of the note that contains each block, by rank in the source. */
function notesByRank({ footnotes, ordinals }: Typesetter): ReadonlyMap<number, string> {
  const labels = new Map<number, string>()
  for (const [label, definition] of footnotes)
    for (const node of everyNode(definition)) {
      const ordinal = ordinals.get(node)
      if (ordinal !== undefined) labels.set(ordinal, label)
    }
  return labels
}

function numbersOf(sections: readonly PrintedSection[]): readonly (readonly [number, string])[] {
  const numbers: [number, string][] = []
  const visit = (node: FlowNode, above: string) => {
    const number = node.data?.number ?? above
    if (node.data?.ordinal !== undefined && number !== '') numbers.push([node.data.ordinal, number])
    if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote')
      for (const child of node.children as FlowNode[]) visit(child, number)
  }
  for (const { nodes } of sections) for (const node of nodes) visit(node, '')
  return numbers.sort(([a], [b]) => a - b)
}
