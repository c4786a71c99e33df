// `cahier new`: writes a new file from a template.

import { requireValueWithName } from '../arguments/did-you-mean.ts'
import { planOptions } from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command } from '../command.ts'
import { NEW_KINDS, planNew } from '../programme/new.ts'
import { openProgramme } from '../programme/open.ts'
import { applyPlan } from '../writing/apply-plan.ts'

export const command: Command = {
  usage:
    'proposal AXIS [ID] TITLE\naxis [ID] TITLE\namendment PROPOSAL COLLECTIVE [ID] TITLE\ncollective [ID] NAME\nquestion [ID] TITLE\nsource ID TITLE\nballot COLLECTIVE',
  help: {
    fr: 'Ce modèle est commenté. Sans ID, le fichier prend pour nom les premiers mots du titre. Un amendement peut aussi porter sur un axe. « ballot » prépare les positions d’un collectif sur tous les tours ouverts : il reste à remplir « stance: ».',
    en: 'The template has comments. Without an ID, the file is named after the first words of the title. An amendment may also be to an axis. “ballot” prepares a collective’s stances on every open round: only “stance:” is left to fill in.',
  },
  examples: [
    {
      fr: 'proposal services "Rouvrir les accueils de quartier"',
      en: 'proposal services "Reopen neighbourhood reception desks"',
    },
    { fr: 'axis eau "De l’eau pour tout le monde"', en: 'axis water "Water for everyone"' },
    'ballot COLLECTIVE-a',
  ],
  options: planOptions,
  run(invocation) {
    const [written = '', ...words] = invocation.positionals
    if (written === '') {
      const kinds = Object.keys(NEW_KINDS).join(', ')
      throw new UsageError(
        `que faut-il créer ? ${kinds} (cahier new --help)`,
        `what should be made? ${kinds} (cahier new --help)`,
      )
    }
    const what = { fr: 'une sorte de fichier', en: 'a kind of file' }
    const kind = requireValueWithName(written, what, NEW_KINDS)
    return applyPlan(planNew(kind, words, openProgramme(invocation), invocation), invocation)
  },
}
