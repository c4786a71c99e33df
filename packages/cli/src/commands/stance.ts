import { planStance } from '@cahier/consensus'
import { type StanceKind, slugOf } from '@cahier/core'
import { applyPlan } from '../apply-plan.ts'
import type { Command } from '../command.ts'
import { dateOption, dryRunOption } from '../format-option.ts'
import { openProgramme } from '../open-programme.ts'
import { UsageError } from '../usage-error.ts'

export const command: Command = {
  usage: {
    fr: 'COLLECTIF PROPOSITION consentement|réserve|objection|abstention',
    en: 'COLLECTIVE PROPOSAL consent|reservation|objection|abstention',
  },
  help: {
    fr: 'Écrit la position d’un collectif sur le texte actuel d’une proposition. Une réserve ou une objection se donne avec un argument.',
    en: 'Writes where a collective stands on the current text of a proposal. A reservation or an objection comes with an argument.',
  },
  examples: [
    'cahier stance exemple-a guichet-humain consentement',
    'cahier stance exemple-a guichet-humain objection --argument "Le délai est trop court." --lifts-if "Un an."',
  ],
  options: {
    argument: {
      type: 'string',
      value: { fr: 'TEXTE', en: 'TEXT' },
      help: { fr: 'pourquoi (exigé pour une réserve ou une objection)', en: 'why (required for a reservation or an objection)' },
    },
    'lifts-if': {
      type: 'string',
      value: { fr: 'TEXTE', en: 'TEXT' },
      help: { fr: 'le changement qui la lèverait', en: 'the change that would lift it' },
    },
    by: {
      type: 'string',
      value: { fr: 'DÉLÉGUÉ', en: 'DELEGATE' },
      help: { fr: 'le délégué ou la déléguée, par son identifiant', en: 'the delegate, by id' },
    },
    withdraw: { type: 'boolean', help: { fr: 'retirer la position', en: 'take the stance back' } },
    date: dateOption,
    'dry-run': dryRunOption,
  },
  run(invocation) {
    const { positionals, values, day } = invocation
    const [collective, proposal, written, ...more] = positionals
    const withdraw = values.withdraw === true
    if (collective === undefined || proposal === undefined || (written === undefined) !== withdraw || more.length > 0) {
      throw new UsageError(
        'cahier stance prend un collectif, une proposition et une position (cahier stance --help)',
        'cahier stance takes a collective, a proposal and a stance (cahier stance --help)',
      )
    }
    const text = (key: string) => (typeof values[key] === 'string' ? { [key === 'lifts-if' ? 'liftsIf' : key]: values[key] } : {})
    const stance = withdraw ? null : stanceFrom(written as string)
    return applyPlan(
      planStance(openProgramme(invocation), collective, proposal, {
        stance,
        day: day(),
        ...text('argument'),
        ...text('lifts-if'),
        ...text('by'),
      }),
      invocation,
    )
  },
}

const SPOKEN: Readonly<Record<string, StanceKind>> = {
  consent: 'consent',
  consentement: 'consent',
  accord: 'consent',
  reservation: 'reservation',
  reserve: 'reservation',
  reserves: 'reservation',
  objection: 'objection',
  abstention: 'abstention',
}

function stanceFrom(written: string): StanceKind {
  const stance = SPOKEN[slugOf(written)]
  if (stance !== undefined) return stance
  throw new UsageError(
    `« ${written} » n’est pas une position : consentement, réserve, objection ou abstention`,
    `“${written}” is no stance: consent, reservation, objection or abstention`,
  )
}
