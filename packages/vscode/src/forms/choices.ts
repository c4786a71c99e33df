import type { ProgrammeOutline, ProposalOutline } from '@cahier/language-server'
import type { FormContext, Item, LocalizedText, Step } from './form.ts'

/** The question that asks for a collective, `collective`. */
export function chooseCollective(question: LocalizedText, { outline }: FormContext): Step {
  return {
    id: 'collective',
    kind: 'choice',
    question,
    items: outline.collectives.map(titledItem),
  }
}

/** The question that asks for a proposal, `proposal`; the open one comes first. */
export function chooseProposal(
  question: LocalizedText,
  { outline, proposal }: FormContext,
  among: (proposal: ProposalOutline) => boolean,
  many = false,
): Step {
  const items = proposalsOf(outline).filter(among)
  const first = items.filter(({ id }) => id === proposal)
  const others = items.filter(({ id }) => id !== proposal)
  return {
    id: 'proposal',
    kind: 'choice',
    question,
    items: [...first, ...others].map(asItem),
    many,
  }
}

export function proposalsOf({ axes }: ProgrammeOutline): readonly ProposalOutline[] {
  return axes.flatMap(({ proposals }) => proposals)
}

export function titledItem({ id, title }: { readonly id: string; readonly title: string }): Item {
  return { id, label: title, detail: id }
}

function asItem({ id, title, standing }: ProposalOutline): Item {
  return { id, label: title, detail: `${id} · ${standing}` }
}
