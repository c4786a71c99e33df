// `cahier transmit`: lists or records what was handed over; sends nothing.

import { planTransmission } from '@cahier/consensus'
import { writtenId } from '../arguments/named-ids.ts'
import {
  asJson,
  dateOption,
  dryRunOption,
  formatOption,
  optionText,
  valueOption,
} from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { warnUnread } from '../programme/unread.ts'
import { transmissionsTable } from '../text/transmissions-table.ts'
import { applyPlan } from '../writing/apply-plan.ts'

export const command: Command = {
  usage: {
    fr: '\nDESTINATAIRE --name NOM --kind SORTE --edition ÉDITION [--proposals … | --for SORTE]',
    en: '\nRECIPIENT --name NAME --kind ADDRESSEE --edition EDITION [--proposals … | --for ADDRESSEE]',
  },
  help: {
    fr: 'Seul, le tableau de ce qui a été remis, à qui, et de ce qui a été répondu. Avec un destinataire, note ce qui lui a été remis ; --name et --kind, la première fois. Une erreur se répare dans le fichier, ou avec git (git restore transmissions/).',
    en: 'On its own, shows what was handed over, to whom, and what they answered. With a recipient, notes what it was handed; --name and --kind, the first time. A slip is corrected in the file, or with git (git restore transmissions/).',
  },
  examples: [
    '',
    {
      fr: 'union-locale --name "Union locale" --kind ADDRESSEE --edition 2026-1',
      en: 'local-union --name "Local union" --kind ADDRESSEE --edition 2026-1',
    },
    {
      fr: 'union-locale --edition 2026-2 --for ADDRESSEE --date 2026-12-01',
      en: 'local-union --edition 2026-2 --for ADDRESSEE --date 2026-12-01',
    },
  ],
  options: {
    name: valueOption(
      'NAME',
      'le nom de l’organisation, jamais d’une personne',
      'the name of the organisation, never of a person',
    ),
    kind: valueOption(
      { fr: 'SORTE', en: 'ADDRESSEE' },
      'un des destinataires du manifeste (addressees)',
      'one of the addressees of the manifest',
    ),
    edition: valueOption(
      'EDITION',
      'l’édition remise (sinon celle du manifeste)',
      'the edition handed over (default: that of the manifest)',
    ),
    proposals: valueOption(
      'A,B',
      'les propositions remises (sinon toutes celles de l’édition)',
      'the proposals handed over (default: all those of the edition)',
      { multiple: true },
    ),
    for: valueOption(
      { fr: 'SORTE', en: 'ADDRESSEE' },
      'seulement ce qui lui demande quelque chose (publish --for)',
      'only what asks something of it (publish --for)',
    ),
    date: dateOption,
    format: formatOption(),
    'dry-run': dryRunOption,
  },
  run(invocation) {
    const { positionals, values, day, print, say } = invocation
    const [recipient, ...more] = positionals
    const programme = openProgramme(invocation)
    if (recipient === undefined) {
      const stray = ['name', 'kind', 'edition', 'proposals', 'for', 'dry-run'].find(
        (option) => values[option] !== undefined,
      )
      if (stray !== undefined)
        throw new UsageError(
          `à qui ? --${stray} va avec un destinataire (cahier transmit --help)`,
          `to whom? --${stray} goes with a recipient (cahier transmit --help)`,
        )
      warnUnread(programme, invocation)
      if (values.format === 'json')
        print(asJson({ transmissions: programme.transmissions.map(({ document, ...one }) => one) }))
      else say(transmissionsTable(programme, invocation))
      return 0
    }
    if (more.length > 0)
      throw new UsageError(
        `cahier transmit prend un destinataire ; les propositions se donnent ainsi : --proposals ${more.join(',')}`,
        `cahier transmit takes one recipient; proposals are given so: --proposals ${more.join(',')}`,
      )
    const text = (option: string) => optionText(invocation, option)
    const request = {
      recipient,
      name: text('name'),
      kind: text('kind'),
      edition: text('edition'),
      for: text('for'),
      date: day(),
      proposals: [values.proposals ?? []]
        .flat()
        .flatMap((list) => `${list}`.split(/[\s,]+/))
        .filter(Boolean)
        .map(writtenId),
    }
    return applyPlan(planTransmission(programme, request), invocation)
  },
}
