import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sampleSigner } from '../samples/sample-signer.ts'
import { verifySignature } from './verify-signature.ts'

// Made with ssh-keygen, by keys that were then thrown away, over the line "bonjour". All kinds
// against the real ssh-keygen: tests/clients.
const SAMPLES = [
  [
    'Ed25519',
    'SHA256:+y/r/ekiGSQ8nA7lGbJ7FP2PraEQygmZ/0MmwowCoKc',
    `-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgpsKQ60ppYtpFKMru7dtKWM7629
pWCfgmvObqjRjFo4QAAAAQY2FoaWVyLXBvc2l0aW9ucwAAAAAAAAAGc2hhNTEyAAAAUwAA
AAtzc2gtZWQyNTUxOQAAAEAWdfJnaXzSTYzpkp1GRuQ9+MdMSJ+VZyWr3LZMTdnUUj+JPO
yGLviSOhWziOx3IhNPNN6800hMg3SRG96AAW4B
-----END SSH SIGNATURE-----
`,
  ],
  [
    'ECDSA P-256',
    'SHA256:0200A1gm7tY8bRtlS8O5/koP/KZCEECU7eX6kMUAqT8',
    `-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAAGgAAAATZWNkc2Etc2hhMi1uaXN0cDI1NgAAAAhuaXN0cDI1NgAAAE
EE6Nu41tQ9nxTj9kvM6ndn6vURJ5xP17M6zfsZVxF1Sej1CeeIMVJEjsgUGwae7JqL2zLD
6EX/w824XSuJGd55kgAAABBjYWhpZXItcG9zaXRpb25zAAAAAAAAAAZzaGE1MTIAAABkAA
AAE2VjZHNhLXNoYTItbmlzdHAyNTYAAABJAAAAICEoYWX++nIZa6rPvEjSOfH7FmQKc2oH
6ktNjxUfXHeAAAAAIQCqiE/GDwiu4VNaMFSAjOW5p1jUf6UgXGQUpbTttX189w==
-----END SSH SIGNATURE-----
`,
  ],
  [
    'ECDSA P-384',
    'SHA256:AAPNQFzW9I5orlhc6ky2y4LZRnqEazUMbt7WSFSk/iM',
    `-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAAIgAAAATZWNkc2Etc2hhMi1uaXN0cDM4NAAAAAhuaXN0cDM4NAAAAG
EE+ktLUO7jW4XBFmIfhwqE4Vh7BywNlk/0Eb8BmluzLGE0spKxVNDLOyt3dCSThKf0gzR+
yx+/UXoKI2+qBx7gSc7A99xyP3ydLL3RltwxgEAstRc3Qv5GnLQF+1IiWvs8AAAAEGNhaG
llci1wb3NpdGlvbnMAAAAAAAAABnNoYTUxMgAAAIQAAAATZWNkc2Etc2hhMi1uaXN0cDM4
NAAAAGkAAAAwdl2WbGKvX1N/R96m4CcejxfxoXRbqMILw6A37C9N+diC+UJrQfD8DI4XIc
egHaMhAAAAMQD07wIgS5j0er5zwRRZ01viUXqgsWVbjranK20OUqWlolOJkEQK416acoqX
+XZiB5k=
-----END SSH SIGNATURE-----
`,
  ],
  [
    'ECDSA P-521',
    'SHA256:PIHi6jPtpC2sRKQZXBROhU5HQQ8JTpsgIb3NH35jJN4',
    `-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAAKwAAAATZWNkc2Etc2hhMi1uaXN0cDUyMQAAAAhuaXN0cDUyMQAAAI
UEAJlIp/jYNr5USPKOzi1Jg93okOYyWdZJ5XveJf186tId3loRzJjt1XacI5aAjqxSWaAK
y3AFSJrdhKsQ8q5ZPBOnAFsvNdVOAHFvE9jud8B9FV4SWI4KvXJ+2lbu4+3sPaM/8OZvGK
r5hS5qwUnzeMHRrCJ9HbnENIsbwLgtHzwMjl0AAAAAEGNhaGllci1wb3NpdGlvbnMAAAAA
AAAABnNoYTUxMgAAAKYAAAATZWNkc2Etc2hhMi1uaXN0cDUyMQAAAIsAAABCAewHJwztTp
mjKg9NbfWNqc/MYbVtGnLXBaHDNqiRi6FfGpS5L6Azr7H6xZ+n7myE+ssSxmCSiY4qFsYD
jwxiQ0znAAAAQW03NSecjknHez8oseNq9aUJzPHLK1JG0MaD91p/aLA5H2gzgQv6XnvJTz
g+1L8+DJmtxpaURakK0GgZBTjKzLWP
-----END SSH SIGNATURE-----
`,
  ],
  [
    'RSA',
    'SHA256:xrObWFBcATIovua8YbNzA2xRUq7VAR6dJFYvjvpjfHc',
    `-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAARcAAAAHc3NoLXJzYQAAAAMBAAEAAAEBAK/1/sXLzvkegDz7eExvFq
lBKuFctr1nT2rpLL7m+Uwd6N0JppX13v2QYe+0a7O7lKabd8RTEz++X2F6A5I3scvqcH6X
2xIBKMmgTLcvXGX5JcK/z4Rkugtj8mZV/CDJ+Lex6m/F4RJnSbvgmV1oxjaS+KN/f7WtVC
9af1JfTb39OT+y3e4rr021Btah2w+n9WLC87PVpOdBApQCgyRAdzyaqog8/g2geqFkMZZO
LKr1LBuPVmSPFWq8Efa6seCL6QPs731DwcZM2DKH8b5i+1q+A0gukZoTw+RdCgfylWlCv8
AQj9b6CSVgkhNPOCn9Ha0QtOSfW6We47lzVmbzaW0AAAAQY2FoaWVyLXBvc2l0aW9ucwAA
AAAAAAAGc2hhNTEyAAABFAAAAAxyc2Etc2hhMi01MTIAAAEAam2X8PGSfNYNgnWQwo+OSr
9RNQI1YtJalV/3bSn/Tv5c4DV4Yv0B7l+axFIFPILsWQ8D3Jm8PZrOk2sdN/A6yfIVejF/
74gk1HvtwCoRSIWmJCd/ObI4Yu2JwsaiQtN3GWQHm20935F9S7cgzoELmKjPUgGz8LBs3Q
wm0PyGlE5JVdonEv+MLF1ivDTp/ANTjQ0+bdiZB7mPZeVf62Sy5LtoxpAXK+Fcf5nEcjG4
IyYDmhPkRcDVUReqgB88LBE+cmOjEDN5GMO0D6osC59kSviN0dWxds2scSXsX2EJD/6yrK
a/+8+yYfWPPIMzRr/1owEPFVni7UipJzdbz70MLA==
-----END SSH SIGNATURE-----
`,
  ],
] as const

const bytes = (text: string) => Buffer.from(text)
const verdict = (text: string, armoured: string, namespace = 'cahier-positions') => {
  const { ok, why, fingerprint } = verifySignature(bytes(text), bytes(armoured), namespace)
  return { ok, why, fingerprint }
}

it.each(SAMPLES)(
  'a signature by %s holds for those bytes alone, under that namespace alone',
  (_, fingerprint, armoured) => {
    expect(verdict('bonjour\n', armoured)).toEqual({ ok: true, why: '', fingerprint })
    expect(verdict('bonsoir\n', armoured)).toEqual({ ok: false, why: 'mismatch', fingerprint })
    expect(verdict('bonjour\n', armoured, 'cahier-bundle')).toEqual({
      ok: false,
      why: 'namespace',
      fingerprint,
    })
  },
)

it('changing any one byte of a signature breaks it, or changes nothing that it says', {
  tags: ['long'],
}, () => {
  const { sign, line } = sampleSigner(1)
  const whole = Buffer.from(sign('bonjour').replace(/-----.*-----\n/g, ''), 'base64')
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ mask
      const armoured = `-----BEGIN SSH SIGNATURE-----\n${changed.toString('base64')}\n-----END SSH SIGNATURE-----\n`
      const { ok, key } = verifySignature(bytes('bonjour'), bytes(armoured), 'cahier-positions')
      // Version 0 is read as version 1, as OpenSSH does.
      return !ok || (key?.line === line && at === 9 && changed[at] === 0)
    }),
    { numRuns: 1000 },
  )
})

it('never throws, for any input', () => {
  const armoured = sampleSigner(1).sign('bonjour')
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .string({ maxLength: 300 })
      .map((text) =>
        bytes(
          `-----BEGIN SSH SIGNATURE-----\n${bytes(text).toString('base64')}\n-----END SSH SIGNATURE-----\n`,
        ),
      ),
    fc
      .uint8Array({ maxLength: 200 })
      .map((rest) =>
        bytes(
          `-----BEGIN SSH SIGNATURE-----\n${Buffer.concat([bytes('SSHSIG\0\0\0\u0001'), rest]).toString('base64')}\n-----END SSH SIGNATURE-----\n`,
        ),
      ),
    fc.nat(armoured.length - 2).map((at) => bytes(armoured.slice(0, at))),
  )
  fc.assert(
    fc.property(
      anything,
      (given) => verifySignature(bytes('bonjour'), given, 'cahier-positions').ok === false,
    ),
    { numRuns: 500 },
  )
})

it('ten megabytes in the place of a signature are refused like anything else', {
  tags: ['long'],
}, () => {
  const long = 'A'.repeat(10_000_000)
  for (const given of [
    long,
    `-----BEGIN SSH SIGNATURE-----\n${long}`,
    `-----BEGIN SSH SIGNATURE-----\n${long}\n-----END SSH SIGNATURE-----\n`,
  ])
    expect(verdict('bonjour', given)).toMatchObject({
      ok: false,
      why: given.includes('END') ? 'malformed' : 'unreadable',
    })
})
