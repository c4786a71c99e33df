import type { Document } from '@cahier/core'
import { foldProse } from '@cahier/prose'
import { passagesIn } from '../passages-in.ts'
import type { Settings } from '../settings.ts'
import type { Figure } from './figure.ts'
import { figuresIn } from './figures-in.ts'

/**
 * The figures that a proposal sets itself: those of its head and of its normative sections. Its
 * other sections may speak of them without a source.
 */
export function chosenFigures(document: Document, settings: Settings): readonly Figure[] {
  if (document.kind !== 'proposal' || document.body === null) return []
  const normative = settings.sections
    .filter(({ normative }) => normative)
    .map(({ title }) => foldProse(title))
  const spans = document.body.sections
    .filter(({ title }) => normative.includes(foldProse(title)))
    .map(({ heading, nodes }) => ({
      start: heading.position?.start.offset ?? 0,
      end: (nodes.at(-1) ?? heading).position?.end.offset ?? 0,
    }))
  return passagesIn(document, settings)
    .filter(
      ({ kind, start, end }) =>
        kind === 'field' || spans.some((span) => start >= span.start && end <= span.end),
    )
    .flatMap(({ text }) => figuresIn(text, settings.language))
}
