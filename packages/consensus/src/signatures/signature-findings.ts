import {
  type Finding,
  type Message,
  type MessageData,
  type Positions,
  type Programme,
  type RuleMessages,
  stemOf,
  wording,
} from '@cahier/core'
import { roundPointer } from '../counting/rounds.ts'
import { signatureClauses } from '../counting/why-uncounted.ts'
import { findingMaker } from '../finding-maker.ts'
import { keyEntry } from './public-key.ts'
import { rulingMessages, rulingSignatureFault } from './ruling-signature.ts'
import {
  type FileSignature,
  folderSigningReader,
  keyringOf,
  olderFiles,
  POSITIONS_NAMESPACE,
  stanceSignatureFault,
  TIME_BOUND_FAULTS,
} from './stance-signatures.ts'

export const STANCE_RULE = 'decision/stance'

/** Findings on bad signatures of stances (votes), and of rulings in open rounds. */
export function signatureFindings(programme: Programme, day: string): readonly Finding[] {
  const signingOf = folderSigningReader(programme)
  const older = olderFiles(programme)
  const ofFiles = programme.positions.flatMap((positions) => {
    const member = stemOf(positions.document.path)
    const { counted = 0, serial = 0 } = older.get(member) ?? {}
    const data = { member, counted, serial, wanted: counted + 1 }
    return findingsOnFile(positions, signingOf(positions), day, data)
  })
  const paths = new Set(programme.positions.map(({ document }) => `${document.path}.sig`))
  const alone = programme.signatures.flatMap(({ path }) => {
    if (!path.startsWith('positions/') || paths.has(path)) return []
    const data = { file: path.replace(/\.sig$/, '') }
    return [finding({ path, places: {} }, [], 'signsNothing', data, 'warning')]
  })
  return [...ofFiles, ...alone, ...rulingFindings(programme, day)]
}

const finding = findingMaker(STANCE_RULE)

function rulingFindings(programme: Programme, day: string) {
  const keyring = keyringOf(programme)
  return programme.decisions.flatMap(({ document, rounds }) => {
    const round = rounds.at(-1)
    if (round === undefined || round.outcome !== null) return []
    return round.rulings.flatMap((ruling, rank) => {
      const why = rulingSignatureFault(round, ruling, day, keyring)
      if (why === '') return []
      const at = `${roundPointer(document, round)}/rulings/${rank}`
      const data = { member: ruling.on, by: ruling.by, why }
      const severity = WARNING_FAULTS.has(why) ? 'warning' : 'error'
      return [finding(document, [`${at}/signature`, `${at}/by`], 'rulingUnheard', data, severity)]
    })
  })
}

function findingsOnFile(
  { document, stances }: Positions,
  signing: FileSignature,
  day: string,
  data: MessageData,
): readonly Finding[] {
  if (stances.length === 0) return []
  const say = (message: string, at: string, more: MessageData = {}) => {
    const severity = WARNING_FAULTS.has(message) ? 'warning' : 'error'
    const full = { ...data, file: document.path, ...more }
    const found = finding(document, at, message, full, severity)
    const entry = document.places[at.replace(/\/by$/, '')]?.key
    return document.places[at] || !entry ? found : { ...found, place: entry }
  }
  const { held, stranger, why } = signing
  // An unknown key, once added, must be valid from the first stance on.
  const dates = stances.map(({ date }) => date).filter((date) => date !== '')
  const [first = day] = dates.sort()
  const field = why === 'olderFile' ? '/serial' : '/signature'
  if (why !== '') return [say(why, field, stranger && { entry: keyEntry(stranger, first) })]
  const { delegate = '', from = '' } = held[0] ?? {}
  const [revoked = ''] = held
    .map((one) => one.revoked)
    .sort()
    .reverse()
  return stances.flatMap((stance) => {
    const fault = stanceSignatureFault(stance, day, signing)
    const data = { delegate, from, revoked, by: stance.by }
    return fault === '' ? [] : [say(fault, `/positions/${stance.proposal}/by`, data)]
  })
}

const WARNING_FAULTS: ReadonlySet<string> = new Set([...TIME_BOUND_FAULTS, 'keyRevoked'])

export function signingCommand(file: string): string {
  return `ssh-keygen -Y sign -n ${POSITIONS_NAMESPACE} -f ~/.ssh/id_ed25519 ${file}`
}

const SIGN_IT: Message = {
  fr: ({ file = '' }) => `Signez-le. Écrivez : ${signingCommand(file)}`,
  en: ({ file = '' }) => `Sign it. Write: ${signingCommand(file)}`,
}
const ADD_KEY = wording(
  'Si elle doit l’être, ajoutez-la dans collectives/{member}.yaml, sous « keys: » de ce délégué, après avoir vérifié auprès de lui que c’est la sienne. Écrivez : {entry}',
  'If it should, add it to collectives/{member}.yaml, below “keys:” of that delegate, once you made sure with them that it is theirs. Write: {entry}',
)

const unsound = (clause: Message, advice: Message): Message => ({
  fr: (data) => `rien de ce fichier ne compte : ${clause.fr(data)}. ${advice.fr(data)}`,
  en: (data) => `nothing in this file counts: ${clause.en(data)}. ${advice.en(data)}`,
})

/** Messages on bad signatures of stances and rulings. */
export const signatureMessages = {
  rulingUnheard: rulingMessages.rulingUnheard,
  unsigned: unsound(signatureClauses.unsigned, SIGN_IT),
  unreadableSignature: unsound(signatureClauses.unreadableSignature, SIGN_IT),
  refusedSignature: unsound(signatureClauses.refusedSignature, SIGN_IT),
  otherUse: unsound(signatureClauses.otherUse, SIGN_IT),
  forged: unsound(signatureClauses.forged, SIGN_IT),
  keyOfOther: unsound(signatureClauses.keyOfOther, SIGN_IT),
  strangerKey: unsound(signatureClauses.strangerKey, ADD_KEY),
  olderFile: wording(
    'rien de ce fichier ne compte : il porte le numéro {serial}, et un tour a déjà compté le numéro {counted}. Reprenez le dernier, ou montez le numéro. Écrivez : serial: {wanted}',
    'nothing in this file counts: its serial is {serial}, and a round has counted {counted} already. Start from the last one again, or raise the serial. Write: serial: {wanted}',
  ),
  noBy: wording(
    'cette position ne compte pas : elle ne dit pas quel délégué la donne. Ajoutez une ligne, puis signez de nouveau. Écrivez : by: {delegate}',
    'this stance does not count: it does not say which delegate gives it. Add a line, then sign again. Write: by: {delegate}',
  ),
  otherDelegate: wording(
    'cette position ne compte pas : elle dit venir de « {by} », et c’est la clé de « {delegate} » qui a signé',
    'this stance does not count: it says it comes from “{by}”, and the key of “{delegate}” signed',
  ),
  keyNotYet: wording(
    'cette position ne compte pas : elle est datée d’avant le {from|day}, premier jour de la clé qui l’a signée',
    'this stance does not count: it is dated before {from|day}, the first day of the key that signed it',
  ),
  keyRevoked: wording(
    'cette position ne compte plus : la clé qui l’a signée est révoquée depuis le {revoked|day}. Relisez-la et signez avec une autre',
    'this stance no longer counts: the key that signed it was revoked on {revoked|day}. Read it again and sign with another',
  ),
  signsNothing: wording(
    'cette signature est celle d’un fichier qui n’est plus là : {file}',
    'this signature is that of a file that is no longer there: {file}',
  ),
} satisfies RuleMessages
