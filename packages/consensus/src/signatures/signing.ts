import {
  memoizeByContent,
  type Positions,
  type Programme,
  readDocument,
  readPositions,
  type Stance,
  stemOf,
} from '@cahier/core'
import { type Keyring, type KeyringEntry, keyringOf } from './keyring.ts'
import { isSameKey, type PublicKey } from './public-key.ts'
import { type SignatureVerdict, verifySignature } from './verify-signature.ts'

/** The signature namespace of positions files: `ssh-keygen -Y sign -n cahier-positions`. */
export const POSITIONS_NAMESPACE = 'cahier-positions'

export interface Signing {
  readonly required: boolean
  /** Why nothing in the file counts, or empty when the file as a whole is valid. */
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
   * The signing key, once for each delegate of the member who holds it. Empty when the file is
   * unsigned.
   */
  readonly held: readonly KeyringEntry[]
  /** The signing key, when no delegate of any member holds it. */
  readonly stranger?: PublicKey
}

/** An unsigned file where no signature is required. */
export const UNSIGNED: Signing = { required: false, why: '', held: [] }

/** Reads the signature of a positions file. `required` overrides the present policy. */
export type SigningReader = (positions: Pick<Positions, 'document'>, required?: boolean) => Signing

/**
 * Reads signatures of positions files in a folder, or of their copies in a round. The member is the
 * one after whom the file is named.
 */
export function signingReader(
  { signatures, folderFindings }: Pick<Programme, 'signatures' | 'folderFindings'>,
  keyring: Keyring,
): SigningReader {
  const armours = new Map(signatures.map(({ path, text }) => [path, text]))
  const unreadable = new Set(
    folderFindings.filter(({ severity }) => severity === 'error').map(({ path }) => path),
  )
  return ({ document }, required = keyring.required) => {
    const { path } = document
    const armour = armours.get(`${path}.sig`)
    if (unreadable.has(`${path}.sig`)) return { required, why: 'unreadableSignature', held: [] }
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
 * The same with the keys and the policy of the folder, where a file older than a counted copy is
 * refused.
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

// Git may have changed the line ends since the file was signed.
function verdictOn(text: string, armour: Buffer): SignatureVerdict {
  const verdict = (one: string) => verifySignature(Buffer.from(one), armour, POSITIONS_NAMESPACE)
  const asItStands = verdict(text)
  if (asItStands.why !== 'mismatch') return asItStands
  const plain = text.replaceAll('\r\n', '\n')
  return [plain, plain.replaceAll('\n', '\r\n')].map(verdict).find(({ ok }) => ok) ?? asItStands
}

/** Why a signature is not valid, apart from its key; empty when it is. */
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

/** A positions file older than the copy that a round counted. */
interface OlderFile {
  readonly serial: number
  readonly counted: number
}

/** The positions files that are older than a copy in one of their rounds, by member. */
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

// Most copies have the serial on a line of its own. Only the others are parsed.
const serialIn = memoizeByContent((text) => {
  const written = /^serial:[ \t]*(\d{1,15})[ \t]*(?:#.*)?$/m.exec(text)?.[1]
  return written === undefined
    ? readPositions(readDocument({ path: 'positions/x.yaml', text }, 'positions')).serial
    : Number(written)
})

/**
 * Why a stance is not validly signed, or empty. The key must not be revoked on `day`: the date of
 * the stance could be forged.
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
 * Faults that come with time or a new policy. A closed round keeps the stances it counted all the
 * same.
 */
export const TIME_BOUND_FAULTS: ReadonlySet<string> = new Set(['unsigned', 'noBy', 'keyNotYet'])

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
