// `cahier stance`: writes, signs or withdraws the stances (votes) of a collective.

import { relative, resolve } from 'node:path'
import { planBallotStances, planStance } from '@cahier/consensus'
import { type Programme, readDocument, withSlashes } from '@cahier/core'
import { requireValueWithName } from '../arguments/did-you-mean.ts'
import { writtenId } from '../arguments/named-ids.ts'
import {
  flag,
  optionText,
  planOptions,
  signOption,
  valueOption,
  wrongArguments,
} from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command, ExitCode, Invocation } from '../command.ts'
import { readTextFile } from '../disk/files.ts'
import { openProgramme } from '../programme/open.ts'
import { summaryOf } from '../reports/report.ts'
import { textReport } from '../reports/text-report.ts'
import { applySigned } from '../stances/sign-positions.ts'
import { signingKey } from '../stances/signing-key.ts'
import { catalogue } from '../text/catalogue.ts'

export const command: Command = {
  usage: {
    fr: 'COLLECTIF PROPOSITION consentement|réserve|objection|abstention\nCOLLECTIF PROPOSITION --withdraw\n--file RÉUNION.yaml',
    en: 'COLLECTIVE PROPOSAL consent|reservation|objection|abstention\nCOLLECTIVE PROPOSAL --withdraw\n--file MEETING.yaml',
  },
  help: {
    fr: 'Elle porte sur le texte actuel. Avec --file, toutes les positions prises en une réunion, ou aucune si l’une ne va pas.',
    en: 'It is about the current text. With --file, all the stances taken at one meeting, or none if one is wrong.',
  },
  examples: [
    { fr: 'COLLECTIVE-a PROPOSAL consentement', en: 'COLLECTIVE-a PROPOSAL consent' },
    {
      fr: 'COLLECTIVE-a PROPOSAL objection --argument "Le délai est trop court." --lifts-if "Un an."',
      en: 'COLLECTIVE-a PROPOSAL objection --argument "The delay is too short." --lifts-if "One year."',
    },
    { fr: 'COLLECTIVE-a PROPOSAL consentement --sign', en: 'COLLECTIVE-a PROPOSAL consent --sign' },
    {
      fr: '--file reunion-du-10-mars.yaml --dry-run',
      en: '--file meeting-of-10-march.yaml --dry-run',
    },
  ],
  options: {
    argument: valueOption(
      'TEXT',
      'pourquoi (exigé pour une réserve ou une objection)',
      'why (required for a reservation or an objection)',
    ),
    'lifts-if': valueOption(
      'TEXT',
      'le changement qui la lèverait',
      'the change that would lift it',
    ),
    by: valueOption(
      'DELEGATE',
      'le délégué ou la déléguée, par son identifiant',
      'the delegate, by id',
    ),
    file: valueOption(
      'FILE',
      'les positions d’un collectif : « collective: », « date: » et « positions: », ou un bulletin rempli (cahier new ballot)',
      'the stances of one collective: “collective:”, “date:” and “positions:”, or a ballot filled in (cahier new ballot)',
    ),
    sign: signOption('le fichier des positions', 'the positions file'),
    yes: flag(
      'signer même si des positions déjà données ne comptent plus avec cette clé',
      'sign even if earlier stances no longer count under that key',
    ),
    withdraw: flag('retirer la position', 'take the stance back'),
    ...planOptions,
  },
  run(invocation) {
    const { positionals, values, day } = invocation
    if (typeof values.file === 'string') return recordMeeting(values.file, invocation)
    const withdraw = values.withdraw === true
    const programme = openProgramme(invocation)
    const [collective, proposal, ...written] = positionals
    if (collective === undefined || proposal === undefined || written.length !== (withdraw ? 0 : 1))
      throw wrongArguments(invocation)
    const words = ['argument', 'lifts-if'].find((key) => values[key] !== undefined)
    if (withdraw && words !== undefined)
      throw new UsageError(
        `--withdraw et --${words} ne vont pas ensemble : la position s’en va avec ses mots`,
        `--withdraw and --${words} do not go together: the stance goes with its words`,
      )
    const [stance = null] = written.map((word) =>
      requireValueWithName(word, { fr: 'une position', en: 'a stance' }, STANCES),
    )
    refuseReversed(programme, collective, writtenId(proposal))
    const key = signingKey(programme, collective, invocation)
    const plan = planStance(programme, collective, writtenId(proposal), {
      stance,
      day: day(),
      argument: optionText(invocation, 'argument'),
      liftsIf: optionText(invocation, 'lifts-if'),
      again: key !== null,
      ...(key?.delegate && { by: key.delegate }),
      ...(values.by !== undefined && { by: optionText(invocation, 'by') }),
    })
    return applySigned(plan, programme, key, invocation)
  },
}

function refuseReversed({ ids }: Programme, first: string, second: string) {
  if (ids.collectives.has(first) || !ids.proposals.has(first) || !ids.collectives.has(second))
    return
  throw new UsageError(
    `le collectif se dit avant la proposition : cahier stance ${second} ${first}`,
    `the collective comes before the proposal: cahier stance ${second} ${first}`,
  )
}

const STANCES = {
  consent: {
    french: 'consentement',
    synonyms: ['accord'],
    hints: ['pour', 'oui', 'd-accord', 'for', 'yes', 'agree'],
  },
  reservation: { french: 'réserve', synonyms: ['reserves'] },
  objection: { french: 'objection', hints: ['contre', 'non', 'against', 'no'] },
  abstention: { french: 'abstention', hints: ['ne-se-prononce-pas', 'abstain'] },
}

function recordMeeting(written: string, invocation: Invocation): ExitCode | Promise<ExitCode> {
  const { positionals, values, cwd, folder, day, print } = invocation
  const own = ['withdraw', 'argument', 'lifts-if']
  if (positionals.length > 0 || own.some((option) => values[option] !== undefined))
    throw new UsageError(
      'avec --file, le collectif, les positions et leurs arguments sont dans le fichier : n’ajoutez que --by, --sign, --date ou --dry-run',
      'with --file, the collective, the stances and their arguments are in the file: add --by, --sign, --date or --dry-run only',
    )
  const path = withSlashes(relative(folder, resolve(cwd, written)))
  const text = readTextFile(written, cwd)
  const programme = openProgramme(invocation)
  const ballot = readDocument({ path, text }, 'ballot')
  const { collective = '' } = (ballot.sound ? ballot.head : {}) as { readonly collective?: string }
  const key = ballot.sound ? signingKey(programme, collective, invocation) : null
  const by = values.by === undefined ? (key?.delegate ?? '') : optionText(invocation, 'by')
  const plan = planBallotStances(programme, ballot, { day: day(), ...(by && { by }) })
  const wrong = plan.findings.filter(
    (finding) => finding.path === path && finding.severity === 'error',
  )
  if (wrong.length === 0) return applySigned(plan, programme, key, invocation)
  const findings = wrong.toSorted((a, b) => a.place.start.offset - b.place.start.offset)
  const summary = summaryOf(findings, 1)
  print(textReport({ findings, summary, catalogue, invocation, textOf: () => text }))
  return 1
}
