// `cahier uptake`: records the answer of a recipient to a proposal.

import { planUptake } from '@cahier/consensus'
import type { Answer } from '@cahier/core'
import { dateOption } from '../arguments/day.ts'
import { type Choice, valueNamed } from '../arguments/did-you-mean.ts'
import { writtenId } from '../arguments/named-ids.ts'
import { dryRunOption, textGiven } from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { applyPlan } from '../writing/apply-plan.ts'

export const command: Command = {
  usage: {
    fr: 'DESTINATAIRE PROPOSITION reprise|en-partie|refusée [--link ADRESSE]',
    en: 'RECIPIENT PROPOSAL taken-up|partly|refused [--link ADDRESS]',
  },
  help: {
    fr: 'Note ce qu’un destinataire a répondu sur une proposition qui lui a été remise, et où cela se lit. Les réponses d’avant restent. Une erreur se répare dans le fichier, ou avec git (git restore transmissions/).',
    en: 'Notes what a recipient answered on a proposal that was handed to it, and where that can be read. Earlier answers stay. A slip is corrected in the file, or with git (git restore transmissions/).',
  },
  examples: [
    {
      fr: 'cahier uptake union-locale guichet-humain reprise --link https://exemple.org/tract',
      en: 'cahier uptake local-union human-counter taken-up --link https://example.org/leaflet',
    },
    {
      fr: 'cahier uptake union-locale guichet-humain en partie --date 2026-12-01',
      en: 'cahier uptake local-union human-counter partly --date 2026-12-01',
    },
  ],
  options: {
    link: {
      type: 'string',
      value: { fr: 'ADRESSE', en: 'ADDRESS' },
      help: { fr: 'la page où la réponse se lit', en: 'the page where the answer can be read' },
    },
    edition: {
      type: 'string',
      value: { fr: 'ÉDITION', en: 'EDITION' },
      help: {
        fr: 'l’édition dont il s’agit (sinon la dernière remise)',
        en: 'the edition in question (default: the last one handed over)',
      },
    },
    date: dateOption,
    'dry-run': dryRunOption,
  },
  run(invocation) {
    const { positionals, day } = invocation
    const [recipient, proposal, ...words] = positionals
    if (recipient === undefined || proposal === undefined || words.length === 0)
      throw new UsageError(
        'cahier uptake prend un destinataire, une proposition et une réponse (cahier uptake --help)',
        'cahier uptake takes a recipient, a proposal and an answer (cahier uptake --help)',
      )
    const request = {
      recipient,
      proposal: writtenId(proposal),
      answer: answerFrom(words.join(' ')),
    }
    const plan = planUptake(openProgramme(invocation), {
      ...request,
      edition: textGiven(invocation, 'edition'),
      link: textGiven(invocation, 'link').trim(),
      date: day(),
    })
    return applyPlan(plan, invocation)
  },
}

const ANSWERS: readonly Choice<Answer['answer']>[] = [
  {
    value: 'taken-up',
    name: { fr: 'reprise', en: 'taken-up' },
    synonyms: ['repris', 'retenue'],
    hints: ['accepte', 'acceptee', 'accepted', 'oui', 'yes'],
  },
  {
    value: 'partly',
    name: { fr: 'en-partie', en: 'partly' },
    synonyms: ['repris-en-partie', 'reprise-en-partie', 'partiellement'],
  },
  {
    value: 'refused',
    name: { fr: 'refusée', en: 'refused' },
    synonyms: ['refuse', 'refus'],
    hints: ['rejete', 'rejetee', 'rejected', 'non', 'no'],
  },
]

function answerFrom(written: string): Answer['answer'] {
  return valueNamed(
    written,
    ANSWERS,
    ({ fr, en }) =>
      new UsageError(
        `« ${written} » n’est pas une réponse : reprise, en-partie ou refusée${fr}`,
        `“${written}” is not an answer: taken-up, partly or refused${en}`,
      ),
  )
}
