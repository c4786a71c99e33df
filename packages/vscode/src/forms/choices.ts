import type { ProgrammeOutline, ProposalOutline } from '@cahier/language-server'
import type { FormContext, Item, LocalizedText, Step } from './form.ts'

/** The collectives to choose from. */
export function chooseCollective(question: LocalizedText, { outline }: FormContext): Step {
  return {
    id: 'collective',
    kind: 'choice',
    question,
    items: outline.collectives.map(titledItem),
  }
}

/** The proposals to choose from, the open one first. */
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

/** Every proposal of a programme, in print order. */
export function proposalsOf({ axes }: ProgrammeOutline): readonly ProposalOutline[] {
  return axes.flatMap(({ proposals }) => proposals)
}

/** An item with a title and an id. */
export function titledItem({ id, title }: { readonly id: string; readonly title: string }): Item {
  return { id, label: title, detail: id }
}

function asItem({ id, title, standing }: ProposalOutline): Item {
  return { id, label: title, detail: `${id} · ${standing}` }
}
