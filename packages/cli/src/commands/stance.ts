// `cahier stance`: writes, signs or withdraws the stances of a collective.

import { planStance } from '@cahier/consensus'
import type { Programme, StanceKind } from '@cahier/core'
import { dateOption } from '../arguments/day.ts'
import { type Choice, valueNamed } from '../arguments/did-you-mean.ts'
import { writtenId } from '../arguments/named-ids.ts'
import { dryRunOption, textGiven } from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { recordMeeting } from '../stances/meeting.ts'
import { applySigned } from '../stances/sign-positions.ts'
import { signingKey } from '../stances/signing-key.ts'

export const command: Command = {
  usage: {
    fr: 'COLLECTIF PROPOSITION consentement|réserve|objection|abstention\nCOLLECTIF PROPOSITION --withdraw\n--file RÉUNION.yaml',
    en: 'COLLECTIVE PROPOSAL consent|reservation|objection|abstention\nCOLLECTIVE PROPOSAL --withdraw\n--file MEETING.yaml',
  },
  help: {
    fr: 'Écrit la position d’un collectif sur le texte actuel d’une proposition. Une réserve ou une objection se donne avec un argument. Avec --file, toutes les positions qu’un collectif a prises en une réunion, écrites dans un seul fichier : toutes, ou aucune si l’une ne va pas.',
    en: 'Writes where a collective stands on the current text of a proposal. A reservation or an objection comes with an argument. With --file, all the stances that a collective took at one meeting, written in one file: all of them, or none if one is wrong.',
  },
  examples: [
    {
      fr: 'cahier stance exemple-a guichet-humain consentement',
      en: 'cahier stance example-a human-counter consent',
    },
    {
      fr: 'cahier stance exemple-a guichet-humain objection --argument "Le délai est trop court." --lifts-if "Un an."',
      en: 'cahier stance example-a human-counter objection --argument "The delay is too short." --lifts-if "One year."',
    },
    {
      fr: 'cahier stance exemple-a guichet-humain consentement --sign',
      en: 'cahier stance example-a human-counter consent --sign',
    },
    {
      fr: 'cahier stance --file reunion-du-10-mars.yaml --dry-run',
      en: 'cahier stance --file meeting-of-10-march.yaml --dry-run',
    },
  ],
  options: {
    argument: {
      type: 'string',
      value: { fr: 'TEXTE', en: 'TEXT' },
      help: {
        fr: 'pourquoi (exigé pour une réserve ou une objection)',
        en: 'why (required for a reservation or an objection)',
      },
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
    file: {
      type: 'string',
      value: { fr: 'FICHIER', en: 'FILE' },
      help: {
        fr: 'les positions d’un collectif : « collective: », « date: » et « positions: », ou un bulletin rempli (cahier new ballot)',
        en: 'the stances of one collective: “collective:”, “date:” and “positions:”, or a ballot filled in (cahier new ballot)',
      },
    },
    sign: {
      type: 'string',
      optional: true,
      value: { fr: 'CLÉ', en: 'KEY' },
      help: {
        fr: 'signer le fichier des positions avec ssh-keygen et votre clé SSH (sinon, la première de ~/.ssh qui soit celle d’un délégué)',
        en: 'sign the positions file with ssh-keygen and your SSH key (default: the first in ~/.ssh that is a delegate’s)',
      },
    },
    yes: {
      type: 'boolean',
      help: {
        fr: 'signer même si des positions déjà données ne comptent plus avec cette clé',
        en: 'sign even if earlier stances no longer count under that key',
      },
    },
    withdraw: { type: 'boolean', help: { fr: 'retirer la position', en: 'take the stance back' } },
    date: dateOption,
    'dry-run': dryRunOption,
  },
  run(invocation) {
    const { positionals, values, day } = invocation
    if (typeof values.file === 'string') return recordMeeting(values.file, invocation)
    const withdraw = values.withdraw === true
    const programme = openProgramme(invocation)
    const [collective, proposal, ...rest] =
      values.sign === '' ? keyLast(positionals, withdraw ? 3 : 4, programme) : positionals
    const [written, keyFile, ...more] = withdraw ? [undefined, ...rest] : rest
    // `--sign KEY` is the same as `--sign=KEY`.
    const sign = values.sign === '' && keyFile !== undefined ? keyFile : values.sign
    const isWrong =
      collective === undefined || proposal === undefined || (written === undefined) !== withdraw
    if (isWrong || more.length > 0 || (keyFile !== undefined && sign !== keyFile)) {
      throw new UsageError(
        'cahier stance prend un collectif, une proposition et une position, ou --file (cahier stance --help)',
        'cahier stance takes a collective, a proposal and a stance, or --file (cahier stance --help)',
      )
    }
    const words = withdraw
      ? ['argument', 'lifts-if'].find((key) => values[key] !== undefined)
      : undefined
    if (words !== undefined)
      throw new UsageError(
        `--withdraw et --${words} ne vont pas ensemble : la position s’en va avec ses mots`,
        `--withdraw and --${words} do not go together: the stance goes with its words`,
      )
    const stance = withdraw ? null : stanceFrom(written as string)
    refuseReversed(programme, collective, writtenId(proposal))
    const key = signingKey(programme, collective, { ...invocation, values: { ...values, sign } })
    const plan = planStance(programme, collective, writtenId(proposal), {
      stance,
      day: day(),
      argument: textGiven(invocation, 'argument'),
      liftsIf: textGiven(invocation, 'lifts-if'),
      again: key !== null,
      ...(key?.delegate && { by: key.delegate }),
      ...(values.by !== undefined && { by: textGiven(invocation, 'by') }),
    })
    return applySigned(plan, programme, key, invocation)
  },
}

// In `cahier stance --sign KEY COLLECTIVE …` the parser gives KEY as the first positional. Moves it
// after the others when the second word is a collective and the first is not.
function keyLast(
  positionals: readonly string[],
  count: number,
  { ids }: Programme,
): readonly string[] {
  const [first = '', second = '', ...others] = positionals
  return positionals.length === count && !ids.collectives.has(first) && ids.collectives.has(second)
    ? [second, ...others, first]
    : positionals
}

function refuseReversed({ ids }: Programme, first: string, second: string): void {
  if (ids.collectives.has(first) || !ids.proposals.has(first) || !ids.collectives.has(second))
    return
  throw new UsageError(
    `le collectif se dit avant la proposition : cahier stance ${second} ${first}`,
    `the collective comes before the proposal: cahier stance ${second} ${first}`,
  )
}

const STANCES: readonly Choice<StanceKind>[] = [
  {
    value: 'consent',
    name: { fr: 'consentement', en: 'consent' },
    synonyms: ['accord'],
    hints: ['pour', 'oui', 'd-accord', 'for', 'yes', 'agree'],
  },
  {
    value: 'reservation',
    name: { fr: 'réserve', en: 'reservation' },
    synonyms: ['reserves'],
  },
  {
    value: 'objection',
    name: { fr: 'objection', en: 'objection' },
    hints: ['contre', 'non', 'against', 'no'],
  },
  {
    value: 'abstention',
    name: { fr: 'abstention', en: 'abstention' },
    hints: ['ne-se-prononce-pas', 'abstain'],
  },
]

function stanceFrom(written: string): StanceKind {
  return valueNamed(
    written,
    STANCES,
    ({ fr, en }) =>
      new UsageError(
        `« ${written} » n’est pas une position : consentement, réserve, objection ou abstention${fr}`,
        `“${written}” is not a stance: consent, reservation, objection or abstention${en}`,
      ),
  )
}
