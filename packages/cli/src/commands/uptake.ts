// `cahier uptake`: records the answer of a recipient to a proposal.

import { planUptake } from '@cahier/consensus'
import { requireValueWithName } from '../arguments/did-you-mean.ts'
import { writtenId } from '../arguments/named-ids.ts'
import { optionText, planOptions, valueOption, wrongArguments } from '../arguments/options.ts'
import type { Command } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { applyPlan } from '../writing/apply-plan.ts'

export const command: Command = {
  usage: {
    fr: 'DESTINATAIRE PROPOSITION reprise|en-partie|refusée [--link ADRESSE]',
    en: 'RECIPIENT PROPOSAL taken-up|partly|refused [--link ADDRESS]',
  },
  help: {
    fr: 'Sur une proposition qui lui a été remise, et où cela se lit. Les réponses d’avant restent.',
    en: 'To a proposal that was handed to it, and where that can be read. Earlier answers stay.',
  },
  examples: [
    {
      fr: 'union-locale PROPOSAL reprise --link https://exemple.org/tract',
      en: 'local-union PROPOSAL taken-up --link https://example.org/leaflet',
    },
    {
      fr: 'union-locale PROPOSAL en partie --date 2026-12-01',
      en: 'local-union PROPOSAL partly --date 2026-12-01',
    },
  ],
  options: {
    link: valueOption(
      'ADDRESS',
      'la page où la réponse se lit',
      'the page where the answer can be read',
    ),
    edition: valueOption(
      'EDITION',
      'l’édition dont il s’agit (sinon la dernière remise)',
      'the edition in question (default: the last one handed over)',
    ),
    ...planOptions,
  },
  run(invocation) {
    const { positionals, day } = invocation
    const [recipient, proposal, ...words] = positionals
    if (recipient === undefined || proposal === undefined || words.length === 0)
      throw wrongArguments(invocation)
    const request = {
      recipient,
      proposal: writtenId(proposal),
      answer: requireValueWithName(
        words.join(' '),
        { fr: 'une réponse', en: 'an answer' },
        ANSWERS,
      ),
      edition: optionText(invocation, 'edition'),
      link: optionText(invocation, 'link').trim(),
      date: day(),
    }
    return applyPlan(planUptake(openProgramme(invocation), request), invocation)
  },
}

const ANSWERS = {
  'taken-up': {
    french: 'reprise',
    synonyms: ['repris', 'retenue'],
    hints: ['accepte', 'acceptee', 'accepted', 'oui', 'yes'],
  },
  partly: {
    french: 'en-partie',
    synonyms: ['repris-en-partie', 'reprise-en-partie', 'partiellement'],
  },
  refused: {
    french: 'refusée',
    synonyms: ['refuse', 'refus'],
    hints: ['rejete', 'rejetee', 'rejected', 'non', 'no'],
  },
}
