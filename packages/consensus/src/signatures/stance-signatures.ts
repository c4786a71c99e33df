import {
  type Collective,
  lazily,
  memoizeByBytes,
  type Positions,
  type Programme,
  readDocument,
  readPositions,
  type Stance,
  stemOf,
} from '@cahier/core'
import { isSameKey, type PublicKey, publicKeyIn } from './public-key.ts'
import { type SignatureVerdict, verifySignature } from './verify-signature.ts'

/** The signature namespace of positions files: `ssh-keygen -Y sign -n cahier-positions`. */
export const POSITIONS_NAMESPACE = 'cahier-positions'

/** The verdict on the signature of a positions file (the stances of one member). */
export interface FileSignature {
  readonly required: boolean
  /** Why no stance in the file counts; empty when the file as a whole is accepted. */
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
  /** The delegates of this member who hold the signing key; none when the file is unsigned. */
  readonly held: readonly KeyringEntry[]
  /** The signing key, when no delegate of any member holds it. */
  readonly stranger?: PublicKey
}

/** Reads the signature of a positions file. `required` overrides the present policy. */
export type SigningReader = (
  positions: Pick<Positions, 'document'>,
  required?: boolean,
) => FileSignature

/**
 * Gives a reader of signatures. The name of a positions file says which member's keys may sign it.
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
    const without = (why: FileSignature['why']) => ({ required, why, held: [] })
    const armour = armours.get(`${path}.sig`)
    if (unreadable.has(`${path}.sig`)) return without('unreadableSignature')
    if (armour === undefined) return without(required ? 'unsigned' : '')
    const verdict = verdictOn(document.text, Buffer.from(armour))
    const { key } = verdict
    const fault = faultOf(verdict)
    if (key === null || fault !== '') return without(fault || 'unreadableSignature')
    const holders = keyring.keys.filter((one) => isSameKey(one.key, key))
    const held = holders.filter(({ collective }) => collective === stemOf(path))
    if (holders.length === 0) return { required, why: 'strangerKey', held, stranger: key }
    return { required, why: held.length > 0 ? '' : 'keyOfOther', held }
  }
}

/**
 * A reader of signatures with the keys and the policy of the folder. A file older than its copy in
 * a round (a vote) is refused, even when its signature is valid.
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

// Git may have changed the line ends of a signed file, so LF and CRLF are tried too.
function verdictOn(text: string, armour: Buffer): SignatureVerdict {
  const verdict = (one: string) => verifySignature(Buffer.from(one), armour, POSITIONS_NAMESPACE)
  const asItStands = verdict(text)
  if (asItStands.why !== 'mismatch') return asItStands
  const plain = text.replaceAll('\r\n', '\n')
  return [plain, plain.replaceAll('\n', '\r\n')].map(verdict).find(({ ok }) => ok) ?? asItStands
}

/** Why a signature is not valid, or empty. The owner of the key is not checked. */
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

/** The positions files whose serial number is lower than in a round's copy, by member. */
export function olderFiles({ positions, records }: Pick<Programme, 'positions' | 'records'>) {
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

// Most copies have the serial number on its own line. The other copies are parsed.
const serialIn = memoizeByBytes((text) => {
  const written = /^serial:[ \t]*(\d{1,15})[ \t]*(?:#.*)?$/m.exec(text)?.[1]
  return written === undefined
    ? readPositions(readDocument({ path: 'positions/x.yaml', text }, 'positions')).serial
    : Number(written)
})

/**
 * Why a stance is not validly signed, or empty. A key revoked on or before `day` is refused: the
 * date of the stance may be forged.
 */
export function stanceSignatureFault(
  { by, date }: Pick<Stance, 'by' | 'date'>,
  day: string,
  { required, why, held }: FileSignature,
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
 * Faults that a later change of policy or keys may cause. A closed round still counts stances that
 * have such a fault.
 */
export const TIME_BOUND_FAULTS: ReadonlySet<string> = new Set(['unsigned', 'noBy', 'keyNotYet'])

/** The keys that may sign for members, and whether signatures are required. */
export interface Keyring {
  readonly required: boolean
  readonly keys: readonly KeyringEntry[]
}

interface KeyringEntry {
  readonly collective: string
  readonly delegate: string
  /** The first valid day. When it cannot be read, it is empty and the key is never valid. */
  readonly from: string
  /** The first day on which the key is no longer valid, or empty. */
  readonly revoked: string
  readonly key: PublicKey
}

/** The keys of all delegates. */
export function keyringOf({
  collectives,
  manifest,
}: Pick<Programme, 'collectives' | 'manifest'>): Keyring {
  return lazily<Keyring>({
    required: () => manifest.decision.signatures === 'required',
    keys: () => collectives.flatMap(keysIn),
  })
}

function keysIn({ id: collective, delegates }: Collective) {
  return delegates.flatMap(({ id: delegate, keys }) =>
    keys.flatMap(({ key: line, from, revoked }) => {
      const key = publicKeyIn(line)
      return key === null ? [] : [{ collective, delegate, from, revoked, key }]
    }),
  )
}
