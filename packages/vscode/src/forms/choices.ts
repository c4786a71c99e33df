import type { ProgrammeOutline, ProposalOutline } from '@cahier/language-server'
import type { Bilingual, Item, Step, Surroundings } from './form.ts'

/** The collectives to choose from. */
export function chooseCollective(question: Bilingual, { outline }: Surroundings): Step {
  return {
    id: 'collective',
    kind: 'choice',
    question,
    items: outline.collectives.map(named),
  }
}

/** The proposals to choose one or several from, the one being read first. */
export function chooseProposal(
  question: Bilingual,
  { outline, proposal }: Surroundings,
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

/** Something with a title, and its id beside it. */
export function named({ id, title }: { readonly id: string; readonly title: string }): Item {
  return { id, label: title, detail: id }
}

function asItem({ id, title, standing }: ProposalOutline): Item {
  return { id, label: title, detail: `${id} · ${standing}` }
}
