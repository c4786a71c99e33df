import { spawnSync } from 'node:child_process'
import { createPrivateKey, sign } from 'node:crypto'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isSameKey, publicKeyIn, verifySignature } from '@cahier/consensus'
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { pathOf, testWith } from './find-client.ts'
import { scratchFolder } from './scratch-folder.ts'
import { armored, armour, securityKey, toSign, unarmoured, wire } from './security-key.ts'

const NAMESPACE = 'cahier-positions'
const MESSAGE = Buffer.from(
  'programme: exemple\ncollective: a\nserial: 1\npositions:\n  guichet: {stance: consent}\n',
)
const KINDS = [
  ['ed25519'],
  ['ecdsa', '-b', '256'],
  ['ecdsa', '-b', '384'],
  ['ecdsa', '-b', '521'],
  ['rsa', '-b', '2048'],
] as const
const DEVICES = ['ed25519', 'ecdsa'] as const

interface Signed {
  readonly key: string
  readonly signature: string
}

describe('the verdict is that of ssh-keygen', () => {
  testWith(
    ['openssh'],
    'on every kind of key, and on each with another text, namespace or key',
    () => {
      const folder = scratchFolder()
      const all = everyKind(folder)
      expect(all).toHaveLength(KINDS.length * 2 + DEVICES.length)
      for (const { key, signature } of all) {
        expect(sameVerdict(folder, { key, signature })).toBe(true)
        expect(
          sameVerdict(
            folder,
            { key, signature },
            { message: Buffer.concat([MESSAGE, Buffer.from(' ')]) },
          ),
        ).toBe(false)
        expect(sameVerdict(folder, { key, signature }, { namespace: 'file' })).toBe(false)
        const other = all.find((one) => one.key !== key)?.key ?? ''
        expect(sameVerdict(folder, { key: other, signature })).toBe(false)
      }
    },
  )

  testWith(['openssh'], 'on signatures of which any byte was changed', () => {
    const folder = scratchFolder()
    for (const { key, signature } of everyKind(folder)) {
      const bytes = unarmoured(signature)
      const changed = fc.record({
        at: fc.nat(bytes.length - 1),
        mask: fc.integer({ min: 1, max: 255 }),
        count: fc.constantFrom(1, 1, 1, 2),
      })
      fc.assert(
        fc.property(changed, ({ at, mask, count }) => {
          const copy = Buffer.from(bytes)
          for (let step = 0; step < count; step++)
            copy[(at + step) % copy.length] = (copy[(at + step) % copy.length] ?? 0) ^ mask
          sameVerdict(folder, { key, signature: armour(copy) })
        }),
        { numRuns: 60 },
      )
    }
  })

  testWith(['openssh'], 'on armours that editors, mailers and git have been at', () => {
    const folder = scratchFolder()
    const [{ key, signature }] = everyKind(folder) as [Signed, ...Signed[]]
    const armours = [
      signature.replaceAll('\n', '\r\n'),
      signature.replace(/\n$/, ''),
      `${signature}\n`,
      `${signature}what follows`,
      `\n${signature}`,
      `\uFEFF${signature}`,
      ` ${signature}`,
      signature.replace('SIGNATURE-----\n', 'SIGNATURE----- \n'),
      signature.replace('\n-----END', ' \n \t\n-----END'),
      signature.replace('\n-----END', '=\n-----END'),
      signature.replace('\n-----END', '\0\n-----END'),
      signature.replace('\n-----END', '\0A\n-----END'),
      signature.replace('\n-----END', '-----END'),
      signature.replace('END SSH', 'END'),
      signature.replaceAll('SSH SIGNATURE', 'PGP SIGNATURE'),
      signature + signature,
      signature.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
      armour(unarmoured(signature).subarray(0, -1)),
      armour(Buffer.concat([unarmoured(signature), Buffer.from([0])])),
      armour(Buffer.alloc(0)),
      '',
    ]
    expect(
      armours.map((one) => sameVerdict(folder, { key, signature: one })).filter((holds) => holds),
    ).toHaveLength(7)
  })

  testWith(['openssh'], 'on any text in the place of a signature', () => {
    const folder = scratchFolder()
    const [{ key, signature }] = everyKind(folder) as [Signed, ...Signed[]]
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      fc.constantFrom(signature, '').map((text) => Buffer.from(text)),
    )
    fc.assert(
      fc.property(bytes, bytes, fc.nat(300), (before, after, at) => {
        const spoilt = Buffer.concat([before, Buffer.from(signature).subarray(at), after])
        sameVerdict(folder, { key, signature: spoilt.toString('latin1') })
        sameVerdict(folder, { key, signature: armour(before) })
      }),
      { numRuns: 100 },
    )
  })

  testWith(
    ['openssh'],
    'on what only a program would write: another version, hash, algorithm, a reserved field, an old RSA',
    () => {
      const folder = scratchFolder()
      const all = everyKind(folder)
      const { key, signature } = all.at(-DEVICES.length - 1) as Signed
      const [blob, , , hash, raw] = fieldsOf(unarmoured(signature)) as [
        Buffer,
        Buffer,
        Buffer,
        Buffer,
        Buffer,
      ]
      expect(key).toMatch(/^ssh-rsa /)
      const secret = createPrivateKey(readFileSync(join(folder, 'rsa-b2048'), 'utf8'))
      const rsa = (algorithm: string, sum: string, more = Buffer.alloc(0)) =>
        armored([
          blob,
          NAMESPACE,
          '',
          hash,
          Buffer.concat([
            wire(algorithm),
            wire(sign(sum, toSign(MESSAGE, NAMESPACE), secret)),
            more,
          ]),
        ])
      const version = (number: number) =>
        armour(Buffer.from(unarmoured(signature).map((byte, at) => (at === 9 ? number : byte))))
      const verdicts = [
        rsa('rsa-sha2-512', 'sha512'),
        rsa('rsa-sha2-256', 'sha256'),
        rsa('ssh-rsa', 'sha1'),
        rsa('rsa-sha2-512', 'sha256'),
        rsa('rsa-sha2-512', 'sha512', Buffer.from([0])),
        armored([blob, NAMESPACE, 'something', hash, raw]),
        armored([blob, `${NAMESPACE}\0`, '', hash, raw]),
        armored([blob, NAMESPACE, '', 'sha1', raw]),
        armored([blob, NAMESPACE, '', 'sha256', raw]),
        armored([Buffer.concat([blob, Buffer.from([0])]), NAMESPACE, '', hash, raw]),
        version(0),
        version(2),
      ].map((one) => sameVerdict(folder, { key, signature: one }))
      expect(verdicts).toEqual([
        true,
        true,
        false,
        false,
        false,
        true,
        true,
        false,
        false,
        false,
        true,
        false,
      ])
    },
  )

  testWith(
    ['openssh'],
    'on keys in a certificate, which sign for an authority and not for themselves',
    () => {
      const folder = scratchFolder()
      const [key, authority] = [
        newKey(folder, 'own', ['ed25519']),
        newKey(folder, 'authority', ['ed25519']),
      ]
      keygen([
        '-s',
        join(folder, 'authority'),
        '-I',
        'somebody',
        '-n',
        'x',
        join(folder, 'own.pub'),
      ])
      // It signs with the private key that bears its name.
      copyFileSync(join(folder, 'own'), join(folder, 'own-cert'))
      const signature = signedWith(join(folder, 'own-cert.pub'))
      expect(verifySignature(MESSAGE, Buffer.from(signature), NAMESPACE)).toMatchObject({
        ok: false,
        why: 'certificate',
      })
      expect(sameVerdict(folder, { key, signature })).toBe(false)
      expect(sameVerdict(folder, { key: authority, signature })).toBe(false)
    },
  )
})

/** What both say, which must be the same. */
function sameVerdict(
  folder: string,
  { key, signature }: Signed,
  { message = MESSAGE, namespace = NAMESPACE } = {},
): boolean {
  const file = join(folder, 'one.sig')
  const bytes = Buffer.from(signature, /[\u0100-\uffff]/.test(signature) ? 'utf8' : 'latin1')
  writeFileSync(file, bytes)
  writeFileSync(join(folder, 'allowed'), `somebody ${key}\n`)
  const answer = spawnSync(
    pathOf('openssh'),
    ['-Y', 'verify', '-f', join(folder, 'allowed'), '-I', 'somebody', '-n', namespace, '-s', file],
    { input: message },
  )
  const { ok, key: signer } = verifySignature(message, bytes, namespace)
  const expected = publicKeyIn(key)
  const ours = ok && signer !== null && expected !== null && isSameKey(signer, expected)
  expect(ours, `ssh-keygen: ${answer.stdout}${answer.stderr}\n${signature}`).toBe(
    answer.status === 0,
  )
  return ours
}

/** A signature by each kind of key that ssh-keygen makes, with either hash, then by devices. */
function everyKind(folder: string): readonly Signed[] {
  const made = KINDS.flatMap((kind) => {
    const key = newKey(folder, kind.join(''), kind)
    return ['sha256', 'sha512'].map((hash) => ({
      key,
      signature: signedWith(join(folder, kind.join('')), hash),
    }))
  })
  const devices = DEVICES.map((kind) => securityKey(kind, kind === 'ecdsa' ? 'ssh:cahier' : 'ssh:'))
  return [
    ...made,
    ...devices.map(({ line, sign: signs }) => ({
      key: line,
      signature: signs(MESSAGE, NAMESPACE),
    })),
  ]
}

function newKey(folder: string, name: string, kind: readonly string[]): string {
  keygen(['-q', '-t', ...kind, '-N', '', '-C', '', '-m', 'PEM', '-f', join(folder, name)])
  return readFileSync(join(folder, `${name}.pub`), 'utf8').trim()
}

function signedWith(key: string, hash = 'sha512'): string {
  return keygen(['-q', '-Y', 'sign', '-n', NAMESPACE, '-O', `hashalg=${hash}`, '-f', key], MESSAGE)
}

function keygen(args: readonly string[], input: Uint8Array = Buffer.alloc(0)): string {
  const { status, stdout, stderr } = spawnSync(pathOf('openssh'), args, { input, encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  return stdout
}

function fieldsOf(bytes: Buffer): Buffer[] {
  const fields: Buffer[] = []
  for (let at = 10; at < bytes.length; at += 4 + bytes.readUInt32BE(at))
    fields.push(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at)))
  return fields
}
