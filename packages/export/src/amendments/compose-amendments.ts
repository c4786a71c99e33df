import {
  type Amendment,
  isFields,
  markedTextOf,
  type Proposal,
  type Term,
  titleOf,
} from '@cahier/core'
import {
  acceptAll,
  compareTexts,
  foldProse,
  type MarkedBlock,
  markedBlocks,
  parseMarkdown,
  plainText,
  readCriticMarkup,
  refuseAll,
} from '@cahier/prose'
import type { RootContent } from 'mdast'
import type { AmendedBlock, AmendedField, PrintedAmendment } from '../edition/amendment.ts'
import { FACT_LABELS, type FactId, FIELD_LABELS } from '../edition/labels.ts'
import type { FlowNode, InlineNode } from '../edition/nodes.ts'
import { openNoteBook } from '../print/notes.ts'
import type { ProgrammeHouse } from '../print/open-house.ts'
import { type House, openPress, type Press } from '../print/press.ts'
import { printFlow, printInlines } from '../print/print.ts'
import { changedInlines } from './changed-inlines.ts'
import { type Place, type PrintedText, placesIn } from './places-in.ts'

/**
 * The amendments that wait on a printed text, by date, then by name: undecided, and with a certain
 * place in it.
 */
export function composeAmendments(
  proposal: Proposal,
  printed: PrintedText,
  house: ProgrammeHouse,
): readonly PrintedAmendment[] {
  const waiting = house.programme.amendments.filter(
    ({ amends, outcome }) => amends === proposal.id && outcome === '',
  )
  if (waiting.length === 0) return []
  const placeOf = placesIn(printed, quietPress(house, proposal.document, 'amendments'))
  return waiting
    .map((amendment): PrintedAmendment => {
      const { id, by, date } = amendment
      const { name, example } = house.names(by)
      const blocks = blocksOf(amendment, proposal, placeOf, house)
      return {
        id,
        by,
        byName: name,
        example,
        date,
        reasons: reasonsOf(amendment, house),
        blocks,
        fields: amendedFields(amendment, house),
      }
    })
    .filter(({ blocks, fields }) => blocks.length + fields.length > 0)
    .sort((a, b) => compareTexts(a.date, b.date) || compareTexts(a.id, b.id))
}

function blocksOf(
  amendment: Amendment,
  proposal: Proposal,
  placeOf: (block: MarkedBlock) => Place,
  house: ProgrammeHouse,
): AmendedBlock[] {
  const marked = markedTextOf(amendment, house.programme)
  if (marked.trim() === '') return []
  const at = amendment.base === proposal.whole && amendment.at.length > 0 ? amendment.at : null
  const press = quietPress(house, proposal.document, `amendment ${amendment.id}`)
  return markedBlocks(proposal.document.text, marked, at).map((block): AmendedBlock => {
    const { ordinal, added, old, new: young } = block
    return {
      ...placeOf(block),
      ordinal,
      added,
      nodes: changedInlines(inlinesIn(old, press), inlinesIn(young, press)),
    }
  })
}

// A citation or a note is written out in brackets: an amendment is read apart from the notes of the
// text.
function quietPress(house: House, document: Proposal['document'], within: string): Press {
  const press = openPress(house, document, {
    notes: openNoteBook(),
    nextNumber: () => '',
    cite: () => {},
  })
  return { ...press, within: [within] }
}

function reasonsOf(amendment: Amendment, house: ProgrammeHouse): FlowNode[] {
  const { document } = amendment
  const text = foldProse(house.programme.manifest.amendmentSections.text)
  const press = quietPress(house, document, `reasons ${amendment.id}`)
  const nodes = (press.body?.sections ?? [])
    .filter(({ title }) => foldProse(title) !== text)
    .flatMap((section) => section.nodes)
  return printFlow(nodes, press)
}

/**
 * The inline nodes of some Markdown: what stands on lines of its own, rows of a table included, is
 * set apart by a break.
 */
function inlinesIn(markdown: string | null, press: Press): InlineNode[] {
  if (markdown === null) return []
  // A call is one only where its note is: notes are written elsewhere in the text.
  const calls = [...new Set([...markdown.matchAll(/\[\^[^\]\s]{1,999}\]/g)].map(([call]) => call))]
  const { children } = parseMarkdown([markdown, ...calls.map((call) => `${call}: .`)].join('\n\n'))
  return linesOf(
    children.filter(({ position }) => (position?.start.offset ?? 0) < markdown.length),
    press,
  )
}

function linesOf(nodes: readonly RootContent[], press: Press): InlineNode[] {
  return joined(
    nodes.map((node) => inlinesOf(node, press)),
    { type: 'break' },
  )
}

function inlinesOf(node: RootContent, press: Press): InlineNode[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return printInlines(node.children, press)
    case 'tableRow':
      return joined(
        node.children.map((cell) => inlinesOf(cell, press)),
        { type: 'text', value: ' | ' },
      )
    case 'table':
    case 'list':
    case 'listItem':
    case 'blockquote':
    case 'footnoteDefinition':
      return linesOf(node.children, press)
    case 'code':
      return joined(
        node.value.split('\n').map((value) => [{ type: 'text', value }]),
        { type: 'break' },
      )
    default:
      return [{ type: 'text', value: press.house.text(plainText(node)) }]
  }
}

function joined(parts: readonly (readonly InlineNode[])[], between: InlineNode): InlineNode[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [between, ...part]))
}

/** The fields that an amendment changes, in the order it gives them. */
function amendedFields(amendment: Amendment, house: ProgrammeHouse): readonly AmendedField[] {
  if (!isFields(amendment.head)) return []
  return Object.entries(amendment.head).flatMap(([key, value]): AmendedField[] => {
    if (isFields(value))
      return Object.entries(value).map(([inner, marked]) =>
        field(requestLabel(inner, house), String(marked), wordsAs(key)),
      )
    if (value === null) return []
    return [
      field(
        labelOf(key, house),
        Array.isArray(value) ? value.map(String).join(', ') : String(value),
        wordsAs(key),
      ),
    ]
  })

  function field(label: string, marked: string, inWords: (text: string) => string): AmendedField {
    const { pieces } = readCriticMarkup(marked)
    const [old, young] = [refuseAll(pieces), acceptAll(pieces)].map((text) =>
      house.text(inWords(text)),
    )
    return { label, nodes: changedInlines(textNodes(old ?? ''), textNodes(young ?? '')) }
  }

  // Ids of the manifest are printed as the titles they stand for.
  function wordsAs(key: string): (text: string) => string {
    const { programme } = house
    const { manifest } = programme
    const terms: Readonly<Record<string, readonly Term[]>> = {
      horizon: manifest.horizons,
      scale: manifest.scales,
      action: manifest.actions,
      impacts: manifest.impacts,
      requires: programme.proposals,
      proposals: programme.proposals,
    }
    const known = terms[key]
    if (known === undefined) return (text) => text
    return (text) =>
      text
        .split(',')
        .map((id) => titleOf(known, id.trim()))
        .filter((title) => title !== '')
        .join(', ')
  }
}

function labelOf(key: string, { language }: ProgrammeHouse): string {
  return (
    FIELD_LABELS[language][key as keyof (typeof FIELD_LABELS)['fr']] ??
    FACT_LABELS[language][key as FactId] ??
    key
  )
}

function requestLabel(addressee: string, house: ProgrammeHouse): string {
  const title = titleOf(house.programme.manifest.addressees, addressee)
  return house.text(`${FIELD_LABELS[house.language].requests} : ${title}`)
}

function textNodes(value: string): readonly { readonly type: 'text'; readonly value: string }[] {
  return value === '' ? [] : [{ type: 'text', value }]
}
