import type { Fact, Measure } from '../edition/measure.ts'

/**
 * A measure brought down to what members consent to: the text that its normative digest covers,
 * with its notes.
 */
export function consentedText(measure: Measure): Measure {
  return {
    ...measure,
    facts: measure.facts.filter(({ id }) => NORMATIVE.has(id)),
    sections: measure.sections.filter(({ normative }) => normative),
    amendments: [],
    life: [],
  }
}

const NORMATIVE: ReadonlySet<Fact['id']> = new Set<Fact['id']>([
  'horizon',
  'scale',
  'action',
  'requires',
])
