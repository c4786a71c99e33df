import type { ProgrammeOutline, ProposalOutline } from '@cahier/language-server'
import type { FormContext, Item, LocalizedText, Step } from './form.ts'

/** A question with a list of answers; several may be chosen if `many`. */
export function choice(
  id: string,
  question: LocalizedText,
  items: readonly Item[],
  many = false,
): Step {
  return { id, kind: 'choice', question, items, many }
}

export function item(id: string, fr: string, en: string): Item {
  return { id, label: { fr, en } }
}

export function chooseCollective(question: LocalizedText, { outline }: FormContext): Step {
  return choice('collective', question, outline.collectives.map(titledItem))
}

/** A question with proposals to choose from. The proposal open in the editor comes first. */
export function chooseProposal(
  question: LocalizedText,
  { outline, proposal }: FormContext,
  among: (proposal: ProposalOutline) => boolean = () => true,
  many = false,
): Step {
  const items = proposalsOf(outline)
    .filter(among)
    .toSorted((a, b) => Number(b.id === proposal) - Number(a.id === proposal))
    .map(({ id, title, standing }) => ({ id, label: title, detail: `${id} · ${standing}` }))
  return choice('proposal', question, items, many)
}

export function proposalsOf({ axes }: ProgrammeOutline): readonly ProposalOutline[] {
  return axes.flatMap(({ proposals }) => proposals)
}

export function titledItem({ id, title }: { readonly id: string; readonly title: string }): Item {
  return { id, label: title, detail: id }
}
