import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { composeEdition } from '../compose/compose-edition.ts'
import type { OutputFile } from '../edition/edition.ts'
import { closed, MANIFEST, programmeOf, stance, verdict } from '../samples/sample-programme.ts'
import { type BundleFile, bundleManifest, isRead } from './bundle-manifest.ts'
import { checkManifest } from './check-manifest.ts'
import { checkMeasures, readRecord } from './check-measures.ts'
import { checkSums } from './check-sums.ts'
import { readZip } from './read-zip.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const fileOf = ({ path, bytes }: OutputFile): BundleFile => ({
  path,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  size: bytes.length,
  bytes: isRead(path) ? bytes : null,
})

const programme = programmeOf({ 'programme.yaml': MANIFEST.replace('2026/1', '"2026-1"') })
const verdicts = [
  verdict('guichet', 'adopted', {
    round: closed({}),
    stances: { b: stance('consent', { text: programme.proposals[0]?.normative ?? '' }) },
  }),
  verdict('regle', 'adopted'),
]
const edition = composeEdition(programme, verdicts, { kind: 'programme', status: 'default' })
const printed: OutputFile[] = [
  { path: 'site/index.html', bytes: bytesOf('<p>é</p>') },
  { path: 'site/vide.css', bytes: new Uint8Array() },
  ...programme.documents.map(({ path, text }) => ({
    path: `record/${path}`,
    bytes: bytesOf(text),
  })),
]
const bundle = [...printed, ...bundleManifest(edition, programme, verdicts, printed)]
const wrong = (files: readonly OutputFile[]) => {
  const read = files.map(fileOf)
  return [...checkSums(read), ...checkManifest(read).findings].map(
    ({ path, message }) => `${path} ${message}`,
  )
}
const withBytes = (path: string, change: (text: string) => string) =>
  bundle.map((file) =>
    file.path === path
      ? { path, bytes: bytesOf(change(new TextDecoder().decode(file.bytes))) }
      : file,
  )

describe('the files of a bundle', () => {
  it('are valid as published', () => {
    expect(wrong(bundle)).toEqual([])
  })

  it('are invalid when one byte differs', { tags: ['long'] }, () => {
    const one = fc.constantFrom(...bundle.filter(({ bytes }) => bytes.length > 0))
    fc.assert(
      fc.property(one, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ path }, at, mask) => {
        const tampered = bundle.map((file) => {
          if (file.path !== path) return file
          const bytes = Uint8Array.from(file.bytes)
          const index = at % bytes.length
          bytes[index] = (bytes[index] as number) ^ mask
          return { path, bytes }
        })
        return wrong(tampered).length > 0
      }),
      { numRuns: 400 },
    )
  })

  it('are invalid when a file is cut, missing, added or renamed', () => {
    expect(wrong(withBytes('site/index.html', (text) => text.slice(0, -1)))).toEqual([
      'site/index.html altered',
      'site/index.html fileDiffers',
    ])
    expect(wrong(bundle.filter(({ path }) => path !== 'site/vide.css'))).toEqual([
      'site/vide.css missing',
      'site/vide.css fileDiffers',
    ])
    expect(wrong([...bundle, { path: 'site/autre.html', bytes: bytesOf('x') }])).toEqual([
      'site/autre.html extra',
      'site/autre.html unlisted',
    ])
    const renamed = bundle.map((file) =>
      file.path === 'site/vide.css' ? { ...file, path: 'site/a\nb' } : file,
    )
    expect(wrong(renamed)).toContain('site/a\uFFFDb extra')
    expect(wrong(bundle.filter(({ path }) => path !== 'SHA256SUMS'))).toEqual(['SHA256SUMS noSums'])
    expect(wrong(bundle.filter(({ path }) => path !== 'manifest.json'))).toContain(
      'manifest.json noManifest',
    )
  })

  it('are the only ones that sums may name, once each, in the form and order they were written', () => {
    const sums = (change: (text: string) => string) => wrong(withBytes('SHA256SUMS', change))
    const line = (name: string) => `${'0'.repeat(64)}  ${name}\n`
    for (const name of ['../x', '/etc/passwd', 'a/../../x', 'C:\\x', 'a//b'])
      expect(sums((text) => text + line(name))).toContain('SHA256SUMS outside')
    expect(sums((text) => text + text.slice(0, text.indexOf('\n') + 1))).toContain(
      'SHA256SUMS twice',
    )
    expect(sums((text) => text + line('SHA256SUMS'))).toContain('SHA256SUMS line')
    expect(sums((text) => text.replaceAll('  ', ' *'))).toContain('SHA256SUMS line')
    expect(sums((text) => `${text.trimEnd().split('\n').reverse().join('\n')}\n`)).toEqual([
      'SHA256SUMS rewritten',
    ])
    expect(sums((text) => text.replaceAll('\n', '\r\n')).length).toBeGreaterThan(0)
    expect(sums((text) => text.trimEnd())).toEqual(['SHA256SUMS rewritten'])
    // As `find . -type f | xargs sha256sum` makes them anew.
    expect(sums((text) => text.replaceAll('  ', '  ./'))).toEqual(['SHA256SUMS rewritten'])
    expect(sums((text) => text + line('./../x'))).toContain('SHA256SUMS outside')
    expect(sums(() => 'x\n'.repeat(100_000)).length).toBeLessThan(300)
  })

  it('are read as well from an archive, packed with their folder or without', () => {
    for (const folder of ['', 'édition/']) {
      const archive = zipSync(
        Object.fromEntries(bundle.map(({ path, bytes }) => [`${folder}${path}`, bytes])),
      )
      const read = readZip(archive)
      expect(read?.findings).toEqual([])
      expect([
        ...checkSums(read?.files ?? []),
        ...checkManifest(read?.files ?? []).findings,
      ]).toEqual([])
    }
  })

  it('have the names that they had, accents too', () => {
    const read = readZip(zipSync({ SHA256SUMS: bytesOf('x'), 'site/été.html': bytesOf('y') }))
    expect(read?.files.map(({ path }) => path)).toEqual(['SHA256SUMS', 'site/été.html'])
  })

  it('are none of those of an archive that is broken, or names what lies outside', () => {
    expect(readZip(bytesOf('PK'))).toBeNull()
    const read = readZip(zipSync({ SHA256SUMS: bytesOf('x'), '../x': bytesOf('y') }))
    expect(read?.findings.map(({ message }) => message)).toEqual(['name'])
    expect(read?.files.map(({ path }) => path)).toEqual(['SHA256SUMS'])
  })

  it('nor of one that exceeds its declared size, and unpacking stops there', {
    tags: ['long'],
  }, () => {
    const archive = Buffer.from(
      zipSync({ SHA256SUMS: bytesOf('x'), 'site/a': new Uint8Array(10_000_000) }),
    )
    const entry = archive.lastIndexOf('PK\x01\x02', undefined, 'latin1')
    expect(archive.readUInt32LE(entry + 24)).toBe(10_000_000)
    expect(readZip(archive)?.files.find(({ path }) => path === 'site/a')?.size).toBe(10_000_000)
    archive.writeUInt32LE(20_000, entry + 24)
    expect(readZip(archive)).toBeNull()
  })

  it('are read with sizes in ZIP64 fields, as some programs write them', () => {
    // `zip -fz`, of one file of one letter.
    const wide =
      'UEsDBC0AAAAAAAAAIVCDFtyM//////////8KABQAU0hBMjU2U1VNUwEAEAABAAAAAAAAAAEAAAAAAAAAeFBLAQIeAy0AAAAAAAAAIVCDFtyMAQAAAP////8KAAwAAAAAAAEAAACkgQAAAABTSEEyNTZTVU1TAQAIAAEAAAAAAAAAUEsGBiwAAAAAAAAAHgMtAAAAAAAAAAAAAQAAAAAAAAABAAAAAAAAAEQAAAAAAAAAPQAAAAAAAABQSwYHAAAAAIEAAAAAAAAAAQAAAFBLBQYAAAAAAQABAEQAAAD/////AAA='
    expect(
      readZip(Buffer.from(wide, 'base64'))?.files.map(({ path, size }) => [path, size]),
    ).toEqual([['SHA256SUMS', 1]])
    // Both sizes of a second file there, and where it stands.
    const text = bytesOf('x'.repeat(300))
    const packed = (extra: Record<number, Uint8Array>) =>
      Buffer.from(zipSync({ SHA256SUMS: bytesOf('x'), a: [text, { extra }] }))
    const entryOf = (archive: Buffer) => archive.lastIndexOf('PK\x01\x02', undefined, 'latin1')
    const numbers = Buffer.alloc(24)
    const plain = packed({ 1: numbers })
    const [size, local] = [20, 42].map((at) => BigInt(plain.readUInt32LE(entryOf(plain) + at)))
    for (const [at, number = 0n] of [300n, size, local].entries())
      numbers.writeBigUInt64LE(number, 8 * at)
    const all = packed({ 1: numbers })
    all
      .fill(0xff, entryOf(all) + 20, entryOf(all) + 28)
      .fill(0xff, entryOf(all) + 42, entryOf(all) + 46)
    expect(readZip(all)?.files.map(({ path, size }) => [path, size])).toEqual([
      ['SHA256SUMS', 1],
      ['a', 300],
    ])
  })

  it('never make the verification throw, whatever their content', () => {
    const file = fc.record({
      path: fc.constantFrom('SHA256SUMS', 'manifest.json', 'record/programme.yaml', 'x'),
      bytes: fc.uint8Array(),
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(file, { selector: ({ path }) => path }),
        (files) => wrong(files).length > 0,
      ),
    )
    const archive = zipSync({ SHA256SUMS: bytesOf('x'), 'site/a': bytesOf('y'.repeat(300)) })
    const mask = fc.integer({ min: 1, max: 255 })
    fc.assert(
      fc.property(fc.nat(archive.length - 1), mask, (at, flip) => {
        const broken = Uint8Array.from(archive)
        broken[at] = (broken[at] as number) ^ flip
        expect(() => readZip(broken)).not.toThrow()
      }),
    )
  })
})

describe('what the manifest says', () => {
  const files = bundle.map(fileOf)
  const { manifest } = checkManifest(files)
  if (manifest === null) throw new Error('no manifest')
  const record = readRecord(files, manifest)

  it('is what the record gives when it is counted again', () => {
    expect(record.findings).toEqual([])
    expect(record.programme.proposals.map(({ normative }) => normative)).toEqual(
      programme.proposals.map(({ normative }) => normative),
    )
    expect(checkMeasures(manifest, record.programme, verdicts)).toEqual([])
  })

  it('is refused where it says something else of the programme or of a measure', () => {
    const [first, second] = manifest.measures
    const said = (changed: Partial<typeof manifest>) =>
      checkMeasures({ ...manifest, ...changed }, record.programme, verdicts).map(
        ({ message, data }) => [message, ...Object.values(data).flat()],
      )
    if (first === undefined || second === undefined) throw new Error('no measure')
    expect(said({ date: '2026-05-02' })).toEqual([
      ['headDiffers', 'date', '2026-05-02', '2026-05-01'],
    ])
    expect(said({ measures: [first, { ...second, status: 'blocked' }] })).toEqual([
      ['measureDiffers', 'regle', 'status'],
    ])
    expect(said({ measures: [{ ...first, stances: {}, digest: second.digest }, second] })).toEqual([
      ['measureDiffers', 'guichet', 'digest', 'stances'],
    ])
    expect(said({ measures: [first, first] })).toEqual([['measureTwice', 'guichet']])
    expect(said({ measures: [{ ...first, id: 'rien' }] })).toEqual([['measureUnknown', 'rien']])
  })

  it('must have its form', () => {
    const form = (text: string) =>
      checkManifest([fileOf({ path: 'manifest.json', bytes: bytesOf(text) })]).findings[0]
    expect(form('{')).toMatchObject({ message: 'unreadable' })
    expect(form(JSON.stringify({ ...manifest, kind: 'rien' }))).toMatchObject({
      message: 'form',
      data: { key: 'kind' },
    })
    expect(form('[]')?.path).toBe('manifest.json')
  })
})
