import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { wireString } from '../signatures/public-key.ts'
import { POSITIONS_NAMESPACE } from '../signatures/stance-signatures.ts'

/** A key pair, the same for the same number. For tests. */
export interface SampleSigner {
  /** The line of the `.pub` file. */
  readonly line: string
  /** The text of the `.sig` file for this text. */
  readonly sign: (text: string, namespace?: string) => string
}

export function sampleSigner(number: number): SampleSigner {
  const start = Buffer.from('302e020100300506032b657004220420', 'hex')
  const secret = createPrivateKey({
    key: Buffer.concat([start, Buffer.alloc(32, number)]),
    format: 'der',
    type: 'pkcs8',
  })
  const { x = '' } = createPublicKey(secret).export({ format: 'jwk' })
  const blob = Buffer.concat([
    wireString(Buffer.from('ssh-ed25519')),
    wireString(Buffer.from(x, 'base64url')),
  ])
  return {
    line: `ssh-ed25519 ${blob.toString('base64')}`,
    sign: (text, namespace = POSITIONS_NAMESPACE) => {
      const signed = Buffer.concat([
        Buffer.from('SSHSIG'),
        strings(namespace, '', 'sha512', sha512(text)),
      ])
      const raw = strings('ssh-ed25519', sign(null, signed, secret))
      const whole = Buffer.concat([
        Buffer.from('SSHSIG\0\0\0\u0001'),
        strings(blob, namespace, '', 'sha512', raw),
      ])
      return `-----BEGIN SSH SIGNATURE-----\n${whole.toString('base64').replace(/.{70}/g, '$&\n')}\n-----END SSH SIGNATURE-----\n`
    },
  }
}

function strings(...fields: readonly (Buffer | string)[]): Buffer {
  return Buffer.concat(fields.map((field) => wireString(Buffer.from(field as string))))
}

function sha512(text: string): Buffer {
  return createHash('sha512').update(text).digest()
}
