import {
  memoizeByContent,
  type Positions,
  type Programme,
  readDocument,
  readPositions,
  type Stance,
  stemOf,
} from '@cahier/core'
import { type HeldKey, type Keyring, keyringOf } from './keyring.ts'
import { isSameKey, type PublicKey } from './public-key.ts'
import { type SignatureVerdict, verifySignature } from './verify-signature.ts'

/** What a positions file is signed for: `ssh-keygen -Y sign -n cahier-positions`. */
export const POSITIONS_NAMESPACE = 'cahier-positions'

/** Who signed a positions file. */
export interface Signing {
  readonly required: boolean
  /**
   * Why nothing in the file counts, for want of a good signature; `''` when nothing is wrong with
   * the file as a whole.
   */
  readonly why:
    | ''
    | 'unsigned'
    | 'unreadableSignature'
    | 'refusedSignature'
    | 'otherUse'
    | 'forged'
    | 'keyOfOther'
    | 'strangerKey'
    | 'olderFile'
  /**
   * The key that signed, once for each delegate of the member who holds it; empty when the file is
   * not signed.
   */
  readonly held: readonly HeldKey[]
  /** The key that signed, where no delegate of any member holds it. */
  readonly stranger?: PublicKey
}

/** Where nothing is signed, and nothing need be. */
export const UNSIGNED: Signing = { required: false, why: '', held: [] }

/** Tells who signed a positions file; `required` when the policy is not that of the day. */
export type SigningReader = (positions: Pick<Positions, 'document'>, required?: boolean) => Signing

/**
 * Tells who signed each positions file of a folder, or a copy of one in a round. A member is who
 * the file is named after.
 */
export function signingReader(
  { signatures, folderFindings }: Pick<Programme, 'signatures' | 'folderFindings'>,
  keyring: Keyring,
): SigningReader {
  const armours = new Map(signatures.map(({ path, text }) => [path, text]))
  const unread = new Set(
    folderFindings.filter(({ severity }) => severity === 'error').map(({ path }) => path),
  )
  return ({ document }, required = keyring.required) => {
    const { path } = document
    const armour = armours.get(`${path}.sig`)
    if (unread.has(`${path}.sig`)) return { required, why: 'unreadableSignature', held: [] }
    if (armour === undefined) return required ? { required, why: 'unsigned', held: [] } : UNSIGNED
    const verdict = verdictOn(document.text, Buffer.from(armour))
    const { key } = verdict
    const fault = faultOf(verdict)
    if (key === null || fault !== '')
      return { required, why: fault || 'unreadableSignature', held: [] }
    const holders = keyring.keys.filter((one) => isSameKey(one.key, key))
    const held = holders.filter(({ collective }) => collective === stemOf(path))
    if (holders.length === 0) return { required, why: 'strangerKey', held, stranger: key }
    return { required, why: held.length > 0 ? '' : 'keyOfOther', held }
  }
}

/**
 * The same of the files of a folder as it stands, under its own keys and policy: there, one that a
 * round counted a later state of is too old.
 */
export function folderSigningReader(programme: Programme): SigningReader {
  const signingOf = signingReader(programme, keyringOf(programme))
  const older = olderFiles(programme)
  return (positions, required) => {
    const signing = signingOf(positions, required)
    return signing.why === '' && older.has(stemOf(positions.document.path))
      ? { ...signing, why: 'olderFile', held: [] }
      : signing
  }
}

// Git may have given the text other line ends than it had when it was signed.
function verdictOn(text: string, armour: Buffer): SignatureVerdict {
  const verdict = (one: string) => verifySignature(Buffer.from(one), armour, POSITIONS_NAMESPACE)
  const asItStands = verdict(text)
  if (asItStands.why !== 'mismatch') return asItStands
  const plain = text.replaceAll('\r\n', '\n')
  return [plain, plain.replaceAll('\n', '\r\n')].map(verdict).find(({ ok }) => ok) ?? asItStands
}

/** What is wrong with a signature, whoever made it; `''` when nothing is. */
export function faultOf({
  key,
  why,
}: Pick<SignatureVerdict, 'key' | 'why'>): '' | (typeof WHY)[keyof typeof WHY] {
  return key === null || why !== '' ? WHY[why || 'unreadable'] : ''
}

const WHY = {
  unreadable: 'unreadableSignature',
  malformed: 'unreadableSignature',
  version: 'refusedSignature',
  certificate: 'refusedSignature',
  algorithm: 'refusedSignature',
  hash: 'refusedSignature',
  namespace: 'otherUse',
  mismatch: 'forged',
} as const

/** A positions file that is older than one a round counted already: somebody put it back. */
interface OlderFile {
  readonly serial: number
  /** The highest serial that a round kept a copy of. */
  readonly counted: number
}

/** The files of a folder that are older than a copy kept by one of its rounds, by member. */
export function olderFiles({
  positions,
  records,
}: Pick<Programme, 'positions' | 'records'>): ReadonlyMap<string, OlderFile> {
  const highest = new Map<string, number>()
  for (const record of records) {
    if (!record.path.includes('/positions/')) continue
    const serial = serialIn(record)
    const member = stemOf(record.path)
    if (serial > (highest.get(member) ?? 0)) highest.set(member, serial)
  }
  const older = positions.flatMap(({ serial, document }) => {
    const member = stemOf(document.path)
    const counted = highest.get(member) ?? 0
    return serial < counted ? [[member, { serial, counted }] as const] : []
  })
  return new Map(older)
}

// A folder has thousands of copies, and most have it on a line of its own: those alone that write
// it otherwise are read.
const serialIn = memoizeByContent((text) => {
  const written = /^serial:[ \t]*(\d{1,15})[ \t]*(?:#.*)?$/m.exec(text)?.[1]
  return written === undefined
    ? readPositions(readDocument({ path: 'positions/x.yaml', text }, 'positions')).serial
    : Number(written)
})

/**
 * Why a stance does not count for want of a good signature; `''` when it does. `day` is the day on
 * which its key must not be revoked yet: days that people write can be forged, so the date of the
 * stance alone never saves it.
 */
export function stanceSignatureFault(
  { by, date }: Pick<Stance, 'by' | 'date'>,
  day: string,
  { required, why, held }: Signing,
): string {
  if (why !== '' || held.length === 0) return why
  if (required && by === '') return 'noBy'
  const own = held.filter(({ delegate }) => by === '' || by === delegate)
  if (own.length === 0) return 'otherDelegate'
  const begun = own.filter(({ from }) => from !== '' && from <= date)
  if (begun.length === 0) return 'keyNotYet'
  return begun.some(({ revoked }) => revoked === '' || revoked > day) ? '' : 'keyRevoked'
}

/**
 * What time and policy bring about, rather than somebody: a round that has closed keeps what it
 * counted all the same.
 */
export const TIME_BOUND_FAULTS: ReadonlySet<string> = new Set(['unsigned', 'noBy', 'keyNotYet'])

/** All that may be wrong with a signature. */
export const SIGNATURE_FAULTS: ReadonlySet<string> = new Set([
  'unsigned',
  'unreadableSignature',
  'refusedSignature',
  'otherUse',
  'forged',
  'keyOfOther',
  'strangerKey',
  'olderFile',
  'noBy',
  'otherDelegate',
  'keyNotYet',
  'keyRevoked',
])
