import {
  FILE_START,
  type Finding,
  type MessageData,
  type Positions,
  type Programme,
  stemOf,
} from '@cahier/core'
import { roundPointer } from '../recheck/round-pointer.ts'
import { keyringOf } from './keyring.ts'
import { olderFiles } from './older-files.ts'
import { keyEntry } from './public-key.ts'
import { whyRulingUnheard } from './ruling-signature.ts'
import { type SigningOf, signingsOf } from './signing.ts'
import { BROUGHT_BY_TIME, whyUnheard } from './why-unheard.ts'

/**
 * What is wrong with the signatures of positions files, and of the rulings of open rounds, under
 * the rule of that name: what is false is an error, what is missing a warning.
 */
export function signatureFindings(
  programme: Programme,
  day: string,
  rule: string,
): readonly Finding[] {
  const signingOf = signingsOf(programme)
  const older = olderFiles(programme)
  const ofFiles = programme.positions.flatMap((positions) => {
    const member = stemOf(positions.document.path)
    const { counted = 0, serial = 0 } = older.get(member) ?? {}
    return ofFile(positions, signingOf, {
      day,
      rule,
      data: { member, counted, serial, wanted: counted + 1 },
    })
  })
  const paths = new Set(programme.positions.map(({ document }) => `${document.path}.sig`))
  const alone = programme.signatures.filter(
    ({ path }) => path.startsWith('positions/') && !paths.has(path),
  )
  const finding = { rule, severity: 'warning', message: 'signsNothing', place: FILE_START } as const
  const ofRulings = rulingFindings(programme, day, rule)
  return [
    ...ofFiles,
    ...alone.map(
      ({ path }): Finding => ({ ...finding, path, data: { file: path.replace(/\.sig$/, '') } }),
    ),
    ...ofRulings,
  ]
}

function rulingFindings(programme: Programme, day: string, rule: string): readonly Finding[] {
  const keyring = keyringOf(programme)
  return programme.decisions.flatMap(({ document, rounds }) => {
    const round = rounds.at(-1)
    if (round === undefined || round.outcome !== null) return []
    return round.rulings.flatMap((ruling, rank): Finding[] => {
      const why = whyRulingUnheard(round, ruling, day, keyring)
      if (why === '') return []
      const at = `${roundPointer(document, round)}/rulings/${rank}`
      const place =
        document.places[`${at}/signature`]?.value ??
        document.places[`${at}/by`]?.value ??
        FILE_START
      const data = { member: ruling.on, by: ruling.by, why }
      return [
        {
          rule,
          severity: LENIENT.has(why) ? 'warning' : 'error',
          message: 'rulingUnheard',
          data,
          path: document.path,
          place,
        },
      ]
    })
  })
}

interface Context {
  readonly day: string
  readonly rule: string
  readonly data: MessageData
}

function ofFile(
  positions: Positions,
  signingOf: SigningOf,
  { day, rule, data }: Context,
): readonly Finding[] {
  const { document, stances } = positions
  const spoken = stances.filter(({ stance }) => stance !== null)
  if (spoken.length === 0) return []
  const say = (message: string, at: string, more: MessageData = {}): Finding => {
    const { places, path } = document
    const place =
      at === ''
        ? FILE_START
        : (places[at]?.value ?? places[at.replace(/\/by$/, '')]?.key ?? FILE_START)
    return {
      rule,
      severity: LENIENT.has(message) ? 'warning' : 'error',
      message,
      data: { ...data, file: path, ...more },
      path,
      place,
    }
  }
  const signing = signingOf(positions)
  const { stranger, why } = signing
  // From the first day of what it signed, or that would not count.
  const [first = day] = spoken
    .map(({ date }) => date)
    .filter((date) => date !== '')
    .sort()
  if (why !== '')
    return [
      say(
        why,
        why === 'olderFile' ? '/serial' : '',
        stranger && { entry: keyEntry(stranger, first) },
      ),
    ]
  return spoken.flatMap((stance) => {
    const why = whyUnheard(stance, day, signing)
    const { delegate = '', from = '' } = signing.held[0] ?? {}
    const revoked =
      signing.held
        .map((one) => one.revoked)
        .sort()
        .at(-1) ?? ''
    return why === ''
      ? []
      : [say(why, `/positions/${stance.proposal}/by`, { delegate, from, revoked, by: stance.by })]
  })
}

const LENIENT: ReadonlySet<string> = new Set([...BROUGHT_BY_TIME, 'keyRevoked'])
