// `cahier digest`: prints the digest of a proposal or an axis.

import { wholeDigest } from '@cahier/core'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command } from '../command.ts'
import { namedPath } from '../disk/files.ts'
import { insideOf } from '../lint/lint-target.ts'
import { openProgramme } from '../programme/open.ts'

export const command: Command = {
  usage: { fr: 'FICHIER', en: 'FILE' },
  help: {
    fr: 'L’empreinte d’une proposition : celle du texte sur lequel on se prononce (normative), ou de tout le texte (whole).',
    en: 'The digest of a proposal: of the text people consent to (normative), or of the whole text.',
  },
  examples: [
    {
      fr: 'cahier digest axes/services/guichet-humain.md',
      en: 'cahier digest axes/services/human-counter.md',
    },
    'cahier digest --whole axes/services/axis.md',
  ],
  options: {
    normative: {
      type: 'boolean',
      help: {
        fr: 'le texte normatif (par défaut)',
        en: 'the normative text (the default)',
      },
    },
    whole: { type: 'boolean', help: { fr: 'tout le texte', en: 'the whole text' } },
  },
  run(invocation) {
    const { positionals, values, folder, print } = invocation
    const [written, ...more] = positionals
    if (written === undefined || more.length > 0)
      throw new UsageError('cahier digest prend un fichier', 'cahier digest takes one file')
    if (values.normative === true && values.whole === true)
      throw new UsageError(
        '--normative et --whole ne vont pas ensemble',
        '--normative and --whole do not go together',
      )
    const path = insideOf(folder, namedPath(written, invocation))
    const programme = openProgramme(invocation)
    const document = programme.documents.find(
      (one) => one.path === path && (one.kind === 'proposal' || one.kind === 'axis'),
    )
    if (document === undefined)
      throw new UsageError(
        `« ${written} » n’est ni une proposition ni un axe de ce programme`,
        `“${written}” is neither a proposal nor an axis of this programme`,
      )
    const proposal = programme.proposals.find((one) => one.document === document)
    if (values.whole === true || proposal === undefined)
      print(`${wholeDigest(document, programme.assets)}\n`)
    else print(`${proposal.normative}\n`)
    return 0
  },
}
