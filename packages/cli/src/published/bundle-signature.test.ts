import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readAllowedSigners, verifyBundleSignature } from './bundle-signature.ts'

const folder = mkdtempSync(join(tmpdir(), 'signature-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)
const ssh = (...args: readonly string[]) =>
  spawnSync('ssh-keygen', args, { cwd: folder, encoding: 'utf8' })
const canSign = ssh('-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', 'key').status === 0

describe.skipIf(!canSign)('the signature of a bundle', () => {
  const sums = Buffer.from(`${'0'.repeat(64)}  manifest.json\n`)
  const signed = (namespace: string) => {
    writeFileSync(at('SHA256SUMS'), sums)
    rmSync(at('SHA256SUMS.sig'), { force: true })
    ssh('-q', '-Y', 'sign', '-n', namespace, '-f', 'key', 'SHA256SUMS')
    return readFileSync(at('SHA256SUMS.sig'))
  }
  const armored = signed('cahier-bundle')
  const key = readFileSync(at('key.pub'), 'utf8').trim()
  const fingerprint = /SHA256:\S+/.exec(ssh('-l', '-f', 'key.pub').stdout)?.[0]
  const accepting = (line: string) => {
    writeFileSync(at('allowed'), `# nous\n\n${line}\n`)
    return { signers: readAllowedSigners(at('allowed'), 'allowed'), day: '2026-11-24' }
  }
  const files = (signature: Uint8Array, text: Uint8Array = sums) => [
    { path: 'SHA256SUMS', sha256: '', size: 0, bytes: text },
    { path: 'SHA256SUMS.sig', sha256: '', size: 0, bytes: signature },
  ]
  const signerAfter = (line: string) => {
    const { signature, findings } = verifyBundleSignature(files(armored), accepting(line))
    return findings[0]?.message ?? signature?.signer
  }

  it('is that of its sums, by a key', () => {
    expect(verifyBundleSignature(files(armored), null)).toEqual({
      signature: { fingerprint, verified: true, signer: '' },
      findings: [],
    })
    expect(
      verifyBundleSignature(files(armored, Buffer.concat([sums, sums])), null).findings[0],
    ).toMatchObject({
      message: 'mismatch',
      data: { fingerprint },
    })
    expect(
      verifyBundleSignature(files(signed('cahier-positions')), null).findings[0]?.message,
    ).toBe('namespace')
    expect(verifyBundleSignature(files(Buffer.from('x')), null).findings[0]?.message).toBe(
      'unreadable',
    )
    expect(verifyBundleSignature(files(armored).slice(0, 1), null)).toEqual({
      signature: null,
      findings: [],
    })
    expect(
      verifyBundleSignature(files(armored).slice(0, 1), accepting('')).findings[0]?.message,
    ).toBe('absent')
  })

  it('does not hold with one byte changed, wherever it is', () => {
    fc.assert(
      fc.property(fc.nat(armored.length - 1), fc.integer({ min: 1, max: 255 }), (index, mask) => {
        const broken = Buffer.from(armored)
        broken[index] = (broken[index] as number) ^ mask
        return verifyBundleSignature(files(broken), null).findings.length === 1
      }),
      { numRuns: 1000 },
    )
  })

  it('is by whom the accepted keys say, for what they may sign, while they may', () => {
    expect(signerAfter(`assemblee@exemple.org,bureau ${key}`)).toBe('assemblee@exemple.org,bureau')
    expect(signerAfter(`"l’assemblée" namespaces="git,cahier-*" ${key} clé du bureau`)).toBe(
      'l’assemblée',
    )
    expect(signerAfter(`a valid-after="20260101",valid-before="20270101" ${key}`)).toBe('a')
    for (const options of [
      'namespaces="git"',
      'namespaces="*,!cahier-bundle"',
      'cert-authority',
      'valid-before="20261124"',
      'valid-after="202611241200"',
      // Lines that OpenSSH refuses.
      'namespaces=""',
      'namespace="git"',
      'namespaces=cahier-bundle',
      'valid-after="2026-11-30"',
      'namespaces="git",namespaces="cahier-bundle"',
    ])
      expect([options, signerAfter(`a ${options} ${key}`)]).toEqual([options, 'stranger'])
    expect(signerAfter(`# a ${key}`)).toBe('stranger')
    expect(
      signerAfter(
        'a ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBxyPbhvSDdpJ3rd0a1dGPc2TCcSN8jwzRRUCgfVUzJd',
      ),
    ).toBe('stranger')
  })
})
