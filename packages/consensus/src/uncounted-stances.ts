import { FILE_START, type Finding, type MessageData, type Messages, type Programme } from '@cahier/core'
import { dayIn } from './day-in.ts'
import { signatureFindings } from './signature/signature-findings.ts'
import { signatureMessages } from './signature/signature-messages.ts'

export const STANCE_RULE = 'decision/stance'

/** Stances that cannot count as they are written, or as they are signed, with the line that is missing: they are silence until somebody looks. */
export function uncountedStances(programme: Programme, day: string): readonly Finding[] {
  return [...incompleteStances(programme, day), ...signatureFindings(programme, day, STANCE_RULE)]
}

function incompleteStances(programme: Programme, day: string): readonly Finding[] {
  return programme.positions.flatMap(({ stances, document }) =>
    stances.flatMap(({ proposal, stance, text, date }) => {
      if (stance === null) return []
      const at = (field: string) => document.places[`/positions/${proposal}${field}`]
      const say = (message: keyof typeof stanceMessages, field: string, data: MessageData): Finding => {
        const place = at(field)?.value ?? at('')?.key ?? FILE_START
        return { rule: STANCE_RULE, severity: 'warning', message, data, path: document.path, place }
      }
      const digest = programme.proposals.find(({ id }) => id === proposal)?.normative
      if (digest === undefined) return []
      if (text === '') return [say('noText', '/stance', { proposal, digest })]
      return date > day ? [say('future', '/date', { date })] : []
    }),
  )
}

export const stanceMessages = {
  ...signatureMessages,
  noText: {
    fr: ({ proposal, digest }) =>
      `cette position ne compte pas : elle ne dit pas de quel texte de « ${proposal} » elle parle. Pour le texte actuel, ajoutez une ligne. Écrivez : text: ${digest}`,
    en: ({ proposal, digest }) =>
      `this stance does not count: it does not say which text of “${proposal}” it is about. For the current one, add a line. Write: text: ${digest}`,
  },
  future: {
    fr: ({ date }) => `cette position ne compte pas encore : elle est datée du ${dayIn('fr', date)}, qui est à venir`,
    en: ({ date }) => `this stance does not count yet: it is dated ${dayIn('en', date)}, which is in the future`,
  },
} satisfies Messages
