import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** A key that lives in a small device, as OpenSSH sees it from outside. */
export interface SecurityKey {
  /** The line of its `.pub` file. */
  readonly line: string
  /** Signs bytes as `ssh-keygen -Y sign` has the device do it, armour and all. */
  readonly sign: (bytes: Uint8Array, namespace: string) => string
}

/** A device of our own making, since a test has none to touch (PROTOCOL.u2f). */
export function securityKey(kind: 'ed25519' | 'ecdsa', application = 'ssh:'): SecurityKey {
  const { type, fields, privateKey } = kind === 'ed25519' ? ed25519() : ecdsa()
  const blob = Buffer.concat([type, ...fields, application].map(wire))
  return {
    line: `${type} ${blob.toString('base64')}`,
    sign: (bytes, namespace) => {
      const presenceAndCount = Buffer.from([1, 0, 0, 0, 7])
      const signed = Buffer.concat([
        sha('sha256', Buffer.from(application)),
        presenceAndCount,
        sha('sha256', toSign(bytes, namespace)),
      ])
      const signature = Buffer.concat([
        wire(type),
        wire(signedBy(privateKey, signed)),
        presenceAndCount,
      ])
      return armored([blob, namespace, '', 'sha512', signature])
    },
  }
}

/** The fields of a signature in the armour of OpenSSH. */
export function armored(fields: readonly (Buffer | string)[]): string {
  return armour(Buffer.concat([Buffer.from('SSHSIG\0\0\0\u0001'), ...fields.map(wire)]))
}

/** Bytes in the armour of OpenSSH. */
export function armour(bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,70}/g) ?? []
  return `-----BEGIN SSH SIGNATURE-----\n${lines.join('\n')}\n-----END SSH SIGNATURE-----\n`
}

/** The bytes inside an armour. */
export function unarmoured(text: string): Buffer {
  return Buffer.from(text.replace(/-----[^-]*-----/g, ''), 'base64')
}

/** One string of SSH data: its length on four bytes, and itself. */
export function wire(field: Buffer | string): Buffer {
  const bytes = Buffer.from(field as string)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** What is signed in the place of a file. */
export function toSign(bytes: Uint8Array, namespace: string, hash = 'sha512'): Buffer {
  return Buffer.concat([
    Buffer.from('SSHSIG'),
    ...[namespace, '', hash, sha(hash, bytes)].map(wire),
  ])
}

interface Pair {
  readonly type: string
  readonly fields: readonly (Buffer | string)[]
  readonly privateKey: KeyObject
}

function ed25519(): Pair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const { x = '' } = publicKey.export({ format: 'jwk' })
  return { type: 'sk-ssh-ed25519@openssh.com', fields: [Buffer.from(x, 'base64url')], privateKey }
}

function ecdsa(): Pair {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const point = Buffer.concat([
    Buffer.from([4]),
    Buffer.from(x, 'base64url'),
    Buffer.from(y, 'base64url'),
  ])
  return { type: 'sk-ecdsa-sha2-nistp256@openssh.com', fields: ['nistp256', point], privateKey }
}

function signedBy(key: KeyObject, bytes: Buffer): Buffer {
  if (key.asymmetricKeyType === 'ed25519') return sign(null, bytes, key)
  const halves = sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' })
  return Buffer.concat(
    [halves.subarray(0, 32), halves.subarray(32)].map((half) => wire(positive(half))),
  )
}

function positive(number: Buffer): Buffer {
  return (number[0] ?? 0) > 127 ? Buffer.concat([Buffer.from([0]), number]) : number
}

function sha(hash: string, bytes: Uint8Array): Buffer {
  return createHash(hash).update(bytes).digest()
}
