// `cahier digest`: prints the digest (hash) of a proposal or an axis.

import { wholeDigest } from '@cahier/core'
import { flag, onlyArgument } from '../arguments/options.ts'
import { notTogether, UsageError } from '../arguments/usage-error.ts'
import type { Command } from '../command.ts'
import { namedPath } from '../disk/files.ts'
import { insideOf } from '../lint/lint-target.ts'
import { openProgramme } from '../programme/open.ts'

export const command: Command = {
  usage: 'FILE',
  help: {
    fr: 'Celle du texte d’une proposition sur lequel on se prononce (normative), ou de tout le texte (whole).',
    en: 'That of the text of a proposal that people consent to (normative), or of the whole text.',
  },
  examples: ['axes/services/PROPOSAL.md', '--whole axes/services/axis.md'],
  options: {
    normative: flag('le texte normatif (par défaut)', 'the normative text (the default)'),
    whole: flag('tout le texte', 'the whole text'),
  },
  run(invocation) {
    const { values, folder, print } = invocation
    const written = onlyArgument(invocation)
    if (values.normative === true && values.whole === true)
      throw notTogether('--normative', '--whole')
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
    const isWhole = values.whole === true || proposal === undefined
    print(`${isWhole ? wholeDigest(document, programme.assets) : proposal.normative}\n`)
    return 0
  },
}
