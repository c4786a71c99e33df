import { chooseProposal } from './choices.ts'
import type { Form } from './form.ts'

/** `cahier open`: opens a round (vote) on proposals. */
export const openRound: Form = {
  command: 'open',
  steps: (_answers, context) => [
    chooseProposal(
      { fr: 'Quelles propositions soumettre ?', en: 'Which proposals to put to the members?' },
      context,
      ({ status }) => !['open', 'withdrawn', 'merged'].includes(status),
      true,
    ),
    {
      id: 'closes',
      kind: 'text',
      question: {
        fr: 'Jusqu’à quel jour inclus ? (année-mois-jour)',
        en: 'Until which day, included? (year-month-day)',
      },
      value: inThreeWeeks(context.day),
      fault: (text) =>
        isDay(text) && text > context.day
          ? null
          : {
              fr: `Un jour à venir, par exemple ${inThreeWeeks(context.day)}.`,
              en: `A day to come, such as ${inThreeWeeks(context.day)}.`,
            },
    },
  ],
  options: ['closes'],
}

/** `cahier close`: closes open rounds. */
export const closeRound: Form = {
  command: 'close',
  steps: (_answers, context) => [
    chooseProposal(
      { fr: 'Quels tours clore ?', en: 'Which rounds to close?' },
      context,
      ({ status }) => status === 'open' || status === 'overdue',
      true,
    ),
  ],
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
}

function inThreeWeeks(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 21 * 86_400_000).toISOString().slice(0, 10)
}
